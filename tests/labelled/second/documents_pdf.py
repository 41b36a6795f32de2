"""PDF files: whole, cut, mislabelled, moved."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.second.templates_other import pdf
from tests.labelled.wire import absent, looks, seen

_PDF = {"content-type": "application/pdf", "accept-ranges": "bytes"}


_S = "https://www.mobilites-rurales.org/IMG/pdf/{}.pdf"


_T = "http://www.sante-et-villages.fr/fileadmin/user_upload/Actes/{}.pdf"


_L = "https://ged.conseil-national.org/documents/{}.pdf"


def _file(url: str, **more: object) -> Exchange:
    return seen(url, pdf(), headers=_PDF, **more)  # type: ignore[arg-type]


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="an ordinary PDF",
        fact="issue: PDF by its magic",
        url=_S.format("actes_2017"),
        expected=V.OK,
        plain=_file(_S.format("actes_2017")),
        titles=("Actes de l'université d'été 2017",),
        answers=looks(sibling=absent(_S.format("actes_2017"))),
    ),
    Labelled(
        name="a PDF of which only the beginning was read",
        fact="design settled: bodies are bounded; truncation is no defect",
        url=_S.format("atlas_complet"),
        expected=V.OK,
        plain=seen(
            _S.format("atlas_complet"),
            pdf(65_536, end=False),
            headers={**_PDF, "content-length": "48211034"},
            truncated=True,
        ),
        titles=("Atlas complet",),
        answers=looks(sibling=absent(_S.format("atlas_complet"))),
    ),
    Labelled(
        name="a PDF that stops before its announced end",
        fact="issue: a truncated PDF is alive with a warning",
        url=_S.format("livret_lab"),
        expected=V.OK,
        plain=seen(
            _S.format("livret_lab"),
            pdf(30_000, end=False),
            headers={**_PDF, "content-length": "91544"},
            incomplete=True,
        ),
        titles=("Livret du lab",),
        answers=looks(sibling=absent(_S.format("livret_lab"))),
    ),
    Labelled(
        name="a PDF without its end mark, as it lies on the server",
        fact="issue: a truncated PDF is alive with a warning",
        url=_S.format("bulletin_12"),
        expected=V.OK,
        plain=seen(_S.format("bulletin_12"), pdf(22_000, end=False), headers=_PDF),
        titles=("Bulletin n° 12",),
        answers=looks(sibling=absent(_S.format("bulletin_12"))),
    ),
    Labelled(
        name="a PDF announced as HTML",
        fact="issue: PDF by their magic, not their name",
        url="https://www.mobilites-rurales.org/telecharger.php?doc=88",
        expected=V.OK,
        plain=seen("https://www.mobilites-rurales.org/telecharger.php?doc=88", pdf()),
        titles=("Guide du covoiturage",),
    ),
    Labelled(
        name="a PDF announced as a heap of bytes, with a few bytes before its mark",
        fact="issue: PDF by its magic; readers accept a little dirt before it",
        url="https://www.archives-du-lac.fr/export?cote=3E14",
        expected=V.OK,
        plain=seen(
            "https://www.archives-du-lac.fr/export?cote=3E14",
            pdf(before=b"\xef\xbb\xbf\r\n"),
            headers={
                "content-type": "application/octet-stream",
                "content-disposition": 'attachment; filename="3E14.pdf"',
            },
        ),
        titles=("Registre 3 E 14",),
    ),
    Labelled(
        name="a PDF that moved with its name to the media server",
        fact="design §2: permanently redirected to the same document",
        url="http://www.sante-et-villages.fr/docs/plan_maladie_2018.pdf",
        expected=V.MOVED,
        plain=_file(
            "https://medias.sante-villages.fr/plan_maladie_2018.pdf",
            via=(("http://www.sante-et-villages.fr/docs/plan_maladie_2018.pdf", 301),),
        ),
        titles=("Plan maladie 2018",),
        answers=looks(sibling=absent("https://medias.sante-villages.fr/plan_maladie_2018.pdf")),
    ),
    Labelled(
        name="a PDF that a download script signs for a moment",
        fact="issue conventions: temporary redirects to the same document: ok",
        url=_L.format("bilan-2020"),
        expected=V.OK,
        plain=_file(
            "https://s3.gra.io.cloud.ovh.net/ged/bilan-2020.pdf?X-Amz-Expires=300&X-Amz-Sign=9d",
            via=((_L.format("bilan-2020"), 302),),
        ),
        titles=("Bilan 2020",),
    ),
    Labelled(
        name="nothing at all under the name of a PDF",
        fact="issue conventions: 200 with nothing in it is soft_404",
        url=_T.format("vide"),
        expected=V.SOFT_404,
        plain=seen(_T.format("vide"), b"", headers={**_PDF, "content-length": "0"}),
        titles=("Compte rendu",),
        answers=looks(sibling=absent(_T.format("vide"))),
    ),
)
