"""Errors in text, JSON, XML and HTML instead of a file."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import page
from tests.labelled.second.templates_other import wordpress
from tests.labelled.wire import absent, looks, seen

_H = "https://fichiers.dept-des-sources.fr/"


_S3 = (
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{message}</Message>'
    "<Key>rapports/2016.docx</Key><RequestId>4F2A</RequestId></Error>"
)


_DEAD_JSON = b'{"statusCode":404,"error":"Not Found","message":"Document introuvable"}'


_TXT = {"content-type": "text/plain"}


_JSON = {"content-type": "application/json"}


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a short text that says Not Found, as 200",
        fact="french-web 2f: phrases in a short main text; here it is all there is",
        url=f"{_H}licences/charte.txt",
        expected=V.SOFT_404,
        plain=seen(f"{_H}licences/charte.txt", b"404 Not Found\n", headers=_TXT),
        titles=("Charte des données",),
        answers=looks(sibling=seen(f"{_H}licences/kqz", b"404 Not Found\n", headers=_TXT)),
    ),
    Labelled(
        name="an API that says not found in JSON, as 200",
        fact="french-web 2f: 'document introuvable' is all there is in the answer",
        url=f"{_H}api/v1/documents/88123",
        expected=V.SOFT_404,
        plain=seen(f"{_H}api/v1/documents/88123", _DEAD_JSON, headers=_JSON),
        titles=("Délibération du 3 mai 2016",),
        answers=looks(sibling=seen(f"{_H}api/v1/documents/kqz", _DEAD_JSON, headers=_JSON)),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="a store of files whose object does not exist",
        fact="design §2: 404 is not_found, in whatever clothes",
        url="https://depot-rapports.s3.eu-west-3.amazonaws.com/rapports/2016.docx",
        expected=V.NOT_FOUND,
        plain=seen(
            "https://depot-rapports.s3.eu-west-3.amazonaws.com/rapports/2016.docx",
            _S3.format(code="NoSuchKey", message="The specified key does not exist.").encode(),
            404,
            headers={"content-type": "application/xml", "server": "AmazonS3"},
        ),
        titles=("Rapport 2016",),
    ),
    Labelled(
        name="a store of files that denies us",
        fact="design §2: unexplained 403 is blocked",
        url="https://depot-rapports.s3.eu-west-3.amazonaws.com/rapports/2017.docx",
        expected=V.BLOCKED,
        plain=seen(
            "https://depot-rapports.s3.eu-west-3.amazonaws.com/rapports/2017.docx",
            _S3.format(code="AccessDenied", message="Access Denied").encode(),
            403,
            headers={"content-type": "application/xml", "server": "AmazonS3"},
        ),
        titles=("Rapport 2017",),
        answers=looks(
            browser=seen(
                "https://depot-rapports.s3.eu-west-3.amazonaws.com/rapports/2017.docx",
                _S3.format(code="AccessDenied", message="Access Denied").encode(),
                403,
                headers={"content-type": "application/xml", "server": "AmazonS3"},
            )
        ),
        accepted=also(V.RESTRICTED, V.DOUBTFUL),
    ),
    Labelled(
        name="a page of excuses under the name of a Word file",
        fact="issue: binaries by their magic; the body is HTML and says not found",
        url="https://www.union-des-lavoirs.fr/docs/statuts.docx",
        expected=V.SOFT_404,
        plain=seen(
            "https://www.union-des-lavoirs.fr/docs/statuts.docx",
            wordpress(
                "Aïe ! Cette page est introuvable",
                ("Nous sommes désolés, la page demandée n'a pas été trouvée.",),
                site="Union des lavoirs",
                css="error404",
            ),
        ),
        titles=("Statuts de l'Union des lavoirs",),
        answers=looks(
            sibling=seen(
                "https://www.union-des-lavoirs.fr/docs/kqz",
                wordpress(
                    "Aïe ! Cette page est introuvable",
                    ("Nous sommes désolés, la page demandée n'a pas été trouvée.",),
                    site="Union des lavoirs",
                    css="error404",
                ),
            )
        ),
    ),
    Labelled(
        name="a page between the reader and a Word file",
        fact="twin: HTML under .docx that names the document and offers it",
        url="https://www.union-des-lavoirs.fr/docs/reglement.docx",
        expected=V.OK,
        plain=seen(
            "https://www.union-des-lavoirs.fr/docs/reglement.docx",
            page(
                "Règlement intérieur de l'Union des lavoirs",
                paragraphs=(
                    "Votre téléchargement va commencer.",
                    "<a href='/d/reglement.docx?dl=1'>Télécharger (38 Ko)</a>",
                ),
                kb=14,
            ),
        ),
        titles=("Règlement intérieur de l'Union des lavoirs",),
        answers=looks(sibling=absent("https://www.union-des-lavoirs.fr/docs/reglement.docx")),
    ),
)
