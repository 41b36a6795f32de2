"""Documents that are no PDF, and PDFs that lead elsewhere."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.documents import OLE, RSS, TITLE, TYPE, URL, ZIP, H, file, led, pdf
from tests.labelled.labelled import Labelled
from tests.labelled.pages import STATE, article, bare, page
from tests.labelled.wire import seen

CASES = (
    file(
        "a Word file",
        "issue 3: by its magic",
        f"{H}/doc/rapport.docx",
        ZIP,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    file(
        "a zip served as octets",
        "issue 3: by its magic",
        f"{H}/doc/annexes.zip",
        ZIP,
        "application/octet-stream",
    ),
    file(
        "an old Excel file",
        "issue 3: by its magic",
        f"{H}/doc/tableaux.xls",
        OLE,
        "application/vnd.ms-excel",
    ),
    file(
        "a picture",
        "issue 3: by its magic",
        f"{H}/img/affiche.jpg",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(900),
        "image/jpeg",
    ),
    file(
        "a PNG",
        "issue 3: by its magic",
        f"{H}/img/schema.png",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(900),
        "image/png",
    ),
    file(
        "a sound",
        "issue 3: by its magic",
        f"{H}/audio/entretien.mp3",
        b"ID3\x03\x00\x00\x00\x00\x0f" + bytes(2000),
        "audio/mpeg",
        truncated=True,
    ),
    file(
        "a table of values",
        "living plain text",
        f"{H}/data/communes.csv",
        "commune;habitants\nTrévignac;8912\nSaint-Aubin;431\n".encode("cp1252"),
        "text/csv",
    ),
    file(
        "a text file",
        "living plain text",
        f"{H}/doc/lisez-moi.txt",
        b"Rapport sur l'innovation publique 2018.\nLes fichiers sont ranges par annee.\n",
        "text/plain",
    ),
    file("a feed", "living XML", f"{H}/rss.xml", RSS, "application/rss+xml; charset=utf-8"),
    file(
        "an answer in JSON",
        "living data",
        f"{H}/api/rapports/2018",
        b'{"id":2018,"titre":"Rapport sur l\'innovation publique 2018"}',
        "application/json",
    ),
    file(
        "a drawing",
        "living SVG",
        f"{H}/img/carte.svg",
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 '
            b'9"><title>Carte</title><path d="M0 0h9v9"/></svg>'
        ),
        "image/svg+xml",
    ),
    led(
        "a PDF that moved under its name",
        V.MOVED,
        seen(
            f"{H}/documents/2018/rapport-innovation-2018.pdf", pdf(), via=[(URL, 301)], headers=TYPE
        ),
    ),
    led(
        "a PDF that moved with its house to a new host",
        V.MOVED,
        seen(
            URL.replace("trois-rives", "trois-rives-et-vallees"),
            pdf(),
            via=[(URL, 301)],
            headers=TYPE,
        ),
        V.OK,
    ),
    led(
        "a PDF over https",
        V.OK,
        seen(URL, pdf(), via=[(URL.replace("https", "http"), 301)], headers=TYPE),
    ),
    led(
        "a PDF on a content network for a while",
        V.OK,
        seen(
            "https://cdn.trois-rives.net/f/9a/rapport-innovation-2018.pdf?exp=1772",
            pdf(),
            via=[(URL, 302)],
            headers=TYPE,
        ),
        V.MOVED,
    ),
    led(
        "a PDF that leads to the front page",
        V.SOFT_404,
        seen(f"{H}/", article("Agglo des Trois Rives : bienvenue", dress=STATE), via=[(URL, 301)]),
    ),
    led(
        "a PDF that leads to the list of publications",
        V.SOFT_404,
        seen(
            f"{H}/publications",
            page("Publications", paragraphs=("Tous nos rapports, du plus récent au plus ancien.",)),
            via=[(URL, 301)],
        ),
        V.DOUBTFUL,
    ),
    led(
        "a PDF that leads to its own notice",
        V.MOVED,
        seen(
            f"{H}/publications/rapport-innovation-2018",
            article(TITLE, ("Télécharger (PDF)",)),
            via=[(URL, 301)],
        ),
        V.OK,
    ),
    Labelled(
        "a PDF whose server shows a bare 200 error",
        "french-web 2f: short main text",
        URL,
        V.SOFT_404,
        seen(URL, bare("Erreur", "Document introuvable.")),
        (TITLE,),
    ),
)
