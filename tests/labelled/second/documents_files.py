"""Office files, images, sounds, data and feeds that live."""

from __future__ import annotations

import random

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.templates_other import drupal
from tests.labelled.wire import absent, looks, seen

_H = "https://fichiers.dept-des-sources.fr/"


_NOISE = random.Random(4).randbytes(40_000)


_ZIP = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + _NOISE


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Le fil du
département</title><link>{h}</link>{items}</channel></rss>"""


_ITEM = "<item><title>{t}</title><link>{h}{n}</link><description>{t}</description></item>"


def _living(
    name: str, path: str, body: bytes, kind: str, fact: str, *titles: str, truncated: bool = False
) -> Labelled:
    url = _H + path
    return Labelled(
        name,
        fact,
        url,
        V.OK,
        seen(url, body, headers={"content-type": kind}, truncated=truncated),
        titles,
        looks(sibling=absent(url)),
    )


_TEXT = "\n\n".join(prose("lisezmoi", 8)).encode()


CASES: tuple[Labelled, ...] = (
    _living(
        "a Word file of today",
        "modeles/charte.docx",
        _ZIP,
        _DOCX,
        "issue: other binaries by their magic",
        "Modèle de charte",
    ),
    _living(
        "a Word file of yesterday, announced as plain text",
        "modeles/charte.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _NOISE,
        "text/plain",
        "issue: by their magic, not their name; a wrong type does not kill a file",
        "Modèle de charte (ancien)",
    ),
    _living(
        "an archive of data cut at our limit",
        "donnees/ecoles.zip",
        _ZIP,
        "application/zip",
        "design settled: truncation is no defect",
        "Écoles du département, données",
        truncated=True,
    ),
    _living(
        "a map as an image",
        "cartes/cantons-1900.jpg",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + _NOISE,
        "image/jpeg",
        "issue: other binaries by their magic",
        "Carte des cantons",
    ),
    _living(
        "a sound file",
        "sons/entretien-03.mp3",
        b"ID3\x04\x00\x00\x00\x00\x02\x00TIT2" + _NOISE,
        "audio/mpeg",
        "issue: other binaries; a sound that is there is not a removed one",
        "Entretien n° 3",
    ),
    _living(
        "a drawing in SVG that bears the number 404",
        "plans/parcelle-404.svg",
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><title>'
        b"Parcelle 404</title>" + b'<path d="M0 0L9 9z"/>' * 300 + b"</svg>",
        "image/svg+xml",
        "french-web 2f: 404 counts only beside error words (Peugeot 404)",
        "Plan de la parcelle 404",
    ),
    _living(
        "open data as JSON",
        "api/v1/communes.json",
        b'{"total":512,"results":[' + b'{"code":"01004","nom":"Amb\xc3\xa9rieu"},' * 400 + b"{}]}",
        "application/json",
        "issue: a living answer that is no page",
        "Liste des communes",
    ),
    _living(
        "a feed of news in which an item speaks of a page not found",
        "fil.rss",
        _FEED.format(
            h=_H,
            items="".join(
                _ITEM.format(t=t[:90], h=_H, n=n)
                for n, t in enumerate(("Page introuvable : l'expo", *prose("fil", 12, 1)))
            ),
        ).encode(),
        "application/rss+xml; charset=utf-8",
        "issue: feeds live; the phrase is one item of thirteen",
        "Le fil du département",
    ),
    _living(
        "a long text without any markup",
        "licences/LISEZMOI.txt",
        _TEXT,
        "text/plain; charset=utf-8",
        "issue: plain text is alive",
        "Notice des données",
    ),
    _living(
        "a table of values separated by semicolons, announced as HTML",
        "donnees/budget-2018.csv",
        ("poste;montant\n" + "\n".join(f"ligne {n};{n * 37}" for n in range(900))).encode("cp1252"),
        "text/html",
        "issue: wrong content types do not kill a file",
        "Budget 2018 (données)",
    ),
    _living(
        "an ordinary page announced as plain text",
        "vieux/accueil",
        drupal("Les sources du département", site="Dept des Sources", kb=20),
        "text/plain",
        "issue: what the first bytes are, whatever type was announced",
        "Les sources du département",
    ),
)
