"""Documents: PDF in all its states, office files, data, pictures; and pages in their place."""

from __future__ import annotations

import zlib

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import STATE, article, page
from tests.labelled.wire import absent, looks, seen

H = "https://www.agglo-des-trois-rives.fr"
URL = f"{H}/fileadmin/actes/rapport-innovation-2018.pdf"
TITLE = "Rapport sur l'innovation publique 2018"
TYPE = {"content-type": "application/pdf"}
MAGIC = "issue 3: PDF by its magic"


def pdf(pages: int = 3, *, whole: bool = True, version: str = "1.5") -> bytes:
    """Return a PDF with compressed pages; `whole` gives it its end."""
    out = f"%PDF-{version}\n%\u00e2\u00e3\u00cf\u00d3\n".encode("latin-1")
    kids = " ".join(f"{n + 3} 0 R" for n in range(pages))
    out += (
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
        f"{pages}/Kids[{kids}]>>endobj\n"
    ).encode()
    for n in range(pages):
        text = zlib.compress(
            f"BT /F1 11 Tf 72 720 Td (Page {n + 1} du rapport) Tj ET".encode() * 40
        )
        out += (
            (
                f"{n + 3} 0 obj<</Type/Page/Parent 2 0 R>>endobj\n{n + 90} 0 obj<</Length "
                f"{len(text)}/Filter/FlateDecode>>stream\n"
            ).encode()
            + text
            + b"\nendstream endobj\n"
        )
    out += f"200 0 obj<</Title({TITLE})/Producer(LibreOffice 6.1)>>endobj\n".encode("latin-1")
    return (
        out + b"trailer<</Size 201/Root 1 0 R/Info 200 0 R>>\nstartxref\n1234\n%%EOF\n"
        if whole
        else out
    )


def file(
    name: str,
    fact: str,
    url: str,
    body: bytes,
    kind: str,
    expected: V = V.OK,
    *more: V,
    status: int = 200,
    truncated: bool = False,
    incomplete: bool = False,
) -> Labelled:
    """A file that is answered at the cited address."""
    exchange = seen(
        url,
        body,
        status,
        headers={"content-type": kind},
        truncated=truncated,
        incomplete=incomplete,
    )
    return Labelled(
        name, fact, url, expected, exchange, (TITLE,), looks(sibling=absent(url)), also(*more)
    )


def led(name: str, expected: V, end: Exchange, *more: V) -> Labelled:
    """A PDF whose address leads elsewhere."""
    return Labelled(
        name,
        "french-web 2f redirect rules; 2i PDF moved",
        end.hops[0].url,
        expected,
        end,
        (TITLE,),
        accepted=also(*more),
    )


ZIP = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml" + bytes(range(256)) * 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss '
    f'version="2.0"><channel><title>{TITLE}</title><item><title>Brève</'
    "title></item></channel></rss>"
).encode()

CASES = (
    file("a whole PDF", MAGIC, URL, pdf(), "application/pdf"),
    file("a PDF served as octets", MAGIC, URL, pdf(), "application/octet-stream"),
    file("a PDF served as HTML", MAGIC, URL, pdf(), "text/html; charset=utf-8"),
    file("a PDF without a type", MAGIC, URL, pdf(), ""),
    file(
        "a PDF under a script's name",
        MAGIC,
        f"{H}/telecharger.php?doc=418",
        pdf(version="1.7"),
        "application/pdf",
    ),
    file(
        "a PDF longer than we read",
        "issue 3: a truncated PDF is alive",
        URL,
        pdf(60, whole=False),
        "application/pdf",
        truncated=True,
    ),
    file(
        "a PDF cut by the wire",
        "issue 3: a truncated PDF is alive with a warning",
        URL,
        pdf(2, whole=False),
        "application/pdf",
        incomplete=True,
    ),
    file(
        "a PDF without its end",
        "issue 3: a truncated PDF is alive with a warning",
        URL,
        pdf(2, whole=False),
        "application/pdf",
    ),
    file("a PDF after some blank lines", MAGIC, URL, b"\r\n\r\n" + pdf(), "application/pdf"),
    file("a PDF sent as 206", "issue 3: 206", URL, pdf(), "application/pdf", status=206),
    file(
        "an empty PDF", "issue 3: 200 with nothing in it", URL, b"", "application/pdf", V.SOFT_404
    ),
    file(
        "an error page under .pdf",
        "issue 3: an HTML error page under .pdf is not a PDF",
        URL,
        page("Document introuvable", paragraphs=("Ce document n'existe pas.",), dress=STATE),
        "text/html; charset=utf-8",
        V.SOFT_404,
    ),
    file(
        "an error page under .pdf that calls itself a PDF",
        "issue 3: an HTML error page under .pdf is not a PDF",
        URL,
        page("Page non trouvée", paragraphs=("Le fichier demandé n’existe plus.",)),
        "application/pdf",
        V.SOFT_404,
    ),
    file(
        "a reader's page under .pdf with the right title",
        "issue 3: the reference's own title",
        URL,
        article(TITLE, ("Télécharger le rapport (PDF, 4 Mo)",)),
        "text/html; charset=utf-8",
        V.OK,
        V.MOVED,
        V.DOUBTFUL,
    ),
    file(
        "a PDF that is a true 404",
        "french-web 2h.5",
        URL,
        page("Erreur 404", dress=STATE),
        "text/html; charset=utf-8",
        V.NOT_FOUND,
        status=404,
    ),
    file("a PDF that was withdrawn", "french-web 2h.5", URL, b"", "text/html", V.GONE, status=410),
    file(
        "a login under .pdf",
        "french-web 2e: lone password form",
        URL,
        page(
            "Connexion",
            paragraphs=(
                (
                    '<form><input name="u"><input type="password" '
                    'name="p"><button>Entrer</button></form>'
                ),
            ),
        ),
        "text/html",
        V.RESTRICTED,
    ),
)
