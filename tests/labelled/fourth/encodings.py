"""The same phrases and titles in the encodings and spellings of the real web."""

from __future__ import annotations

import unicodedata

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import text
from tests.labelled.labelled import Labelled
from tests.labelled.wire import absent, beside, looks, seen

_U = "http://www.bibliotheques-du-perche.example"
_NONE = {"content-type": "text/html"}
_LATIN = {"content-type": "text/html; charset=ISO-8859-1"}


def _pair(
    name: str,
    path: str,
    dead: bytes,
    alive: bytes,
    title: str,
    fact: str,
    headers: dict[str, str],
) -> tuple[Labelled, Labelled]:
    gone, lives = f"{_U}/{path}-1", f"{_U}/{path}-2"
    return (
        Labelled(
            f"a lost page {name}",
            f"french-web 2f; {fact}",
            gone,
            K.SOFT_404,
            seen(gone, dead, headers=headers),
            (title,),
            looks(sibling=seen(beside(gone), dead, headers=headers)),
        ),
        Labelled(
            f"a living page {name}",
            f"issue 3: living twin; {fact}",
            lives,
            K.OK,
            seen(lives, alive, headers=headers),
            (title,),
            looks(sibling=absent(lives)),
        ),
    )


_SITE = "Bibliothèques du Perche"
_NFD = unicodedata.normalize("NFD", "Page non trouvée – cette page a été supprimée")
_ENTITIES = (
    b"<html><head><title>Biblioth&egrave;ques</title></head><body><h1>La page "
    b"demand&eacute;e n&rsquo;existe&nbsp;plus</h1><p>Retour &agrave; l&#39;accueil</p>"
    b"</body></html>"
)
_UPPER = skins.typo3(
    "BIBLIOTHÈQUES DU PERCHE",
    "<p>MERCI DE VÉRIFIER L'ADRESSE SAISIE.</p>",
    site=_SITE,
    h1="CETTE PAGE EST INTROUVABLE",
)

CASES: tuple[Labelled, ...] = (
    *_pair(
        "in windows-1252 without any declaration",
        "fonds/a",
        skins_other.tables(
            "Page non trouvée",
            "<P>L’adresse demandée n’existe pas à ce jour…",
            site=_SITE,
            charset="windows-1252",
            declare=False,
        ),
        skins_other.tables(
            "Le fonds Lefèvre à l’étude",
            text("lef", 4),
            site=_SITE,
            charset="windows-1252",
            declare=False,
        ),
        "Le fonds Lefèvre à l'étude",
        "issue 3: cp1252 pages are common",
        _NONE,
    ),
    *_pair(
        "in Latin-1 by its header alone",
        "fonds/b",
        skins_other.tables(
            "Page supprimée", "<P>Cette page a été supprimée.", site=_SITE, declare=False
        ),
        skins_other.tables("Mémoires d'un préfet", text("prefet", 4), site=_SITE, declare=False),
        "Mémoires d'un préfet",
        "issue 3: charset by header",
        _LATIN,
    ),
    *_pair(
        "in UTF-8 that its meta calls Latin-1",
        "fonds/c",
        skins.spip(
            "Page non trouvée", "<p>Désolé, cette page n’existe plus.</p>", charset="utf-8"
        ).replace(b"charset=utf-8", b"charset=iso-8859-1"),
        skins.spip("Éloge du dépôt légal", text("depot", 4), charset="utf-8").replace(
            b"charset=utf-8", b"charset=iso-8859-1"
        ),
        "Éloge du dépôt légal",
        "issue 3: charset by header before meta",
        {"content-type": "text/html; charset=utf-8"},
    ),
    *_pair(
        "in UTF-16 with its mark",
        "fonds/d",
        "\ufeff".encode("utf-16-le")
        + "<html><head><title>Page introuvable</title></head><body>"
        "<h1>Page introuvable</h1></body></html>".encode("utf-16-le"),
        "\ufeff".encode("utf-16-le")
        + (
            "<html><head><title>Les élèves et l'archive</title>"
            "</head><body><h1>Les élèves et l'archive</h1>" + text("eleves", 4) + "</body></html>"
        ).encode("utf-16-le"),
        "Les élèves et l'archive",
        "issue 3: charset by BOM",
        _NONE,
    ),
    *_pair(
        "written with entities and no-break spaces",
        "fonds/e",
        _ENTITIES,
        b"<html><head><title>Le cur&eacute;&nbsp;et l&rsquo;instituteur</title></head><body><h1>"
        b"Le cur&eacute;&nbsp;et l&rsquo;instituteur</h1>"
        + text("cure", 3).encode("ascii", "xmlcharrefreplace")
        + b"</body></html>",
        "Le curé et l'instituteur",
        "french-web 2e: normalise ’ and NBSP",
        _NONE,
    ),
    *_pair(
        "with decomposed accents",
        "fonds/f",
        skins.wordpress(_NFD, "<p>404</p>", comments=False),
        skins.wordpress(unicodedata.normalize("NFD", "Étés et récoltes"), text("etes", 4)),
        "Étés et récoltes",
        "texts may be decomposed (NFD)",
        {"content-type": "text/html; charset=UTF-8"},
    ),
    *_pair(
        "in capitals",
        "fonds/g",
        _UPPER,
        skins.typo3("LES ÉCOLES DU PERCHE", text("ecoles", 3), site=_SITE),
        "Les écoles du Perche",
        "french-web 2e: normalise case",
        {"content-type": "text/html; charset=utf-8"},
    ),
)
