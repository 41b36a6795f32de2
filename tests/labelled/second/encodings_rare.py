"""UTF-16, ISO-8859-15, entities, and phrases in windows-1252."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.pages import page
from tests.labelled.second.templates_other_old import tables
from tests.labelled.wire import absent, looks, seen

_BARE = {"content-type": "text/html"}


_D = "http://www.histoire-des-ecluses.fr/{}"


_DEAD = (
    "Désolé, la page demandée n'a pas été trouvée.",
    "Elle a peut-être été déplacée ou supprimée à l’occasion de la refonte.",
)


def _pair(path: str, body: bytes, headers: dict[str, str]) -> dict[str, Any]:
    """Return what a site gives that answers every address with the same page."""
    return {
        "url": _D.format(path),
        "plain": seen(_D.format(path), body, headers=headers),
        "answers": looks(sibling=seen(_D.format("kqzvwtjx.htm"), body, headers=headers)),
    }


def _well(path: str, body: bytes, headers: dict[str, str]) -> dict[str, Any]:
    """Return what a well-kept site gives for a living page."""
    return {
        "url": _D.format(path),
        "plain": seen(_D.format(path), body, headers=headers),
        "answers": looks(sibling=absent(_D.format(path))),
    }


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a living page in UTF-16 with its mark",
        fact="issue: charset by BOM",
        expected=V.OK,
        titles=("Carnets du barragiste",),
        **_well(
            "carnets.htm",
            tables("Carnets du barragiste").decode("cp1252").encode("utf-16"),
            _BARE,
        ),
    ),
    Labelled(
        name="a page not found in UTF-16 with its mark, as 200",
        fact="issue: charset by BOM; the title says that the page is not there",
        expected=V.SOFT_404,
        titles=("Carnets de l'éclusière",),
        **_pair(
            "eclusiere.htm",
            tables("Erreur 404 : page non trouvée", _DEAD).decode("cp1252").encode("utf-16"),
            _BARE,
        ),
    ),
    Labelled(
        name="a living page in UTF-16 that only the header declares",
        fact="issue: charset by header where there is no mark",
        expected=V.OK,
        titles=("Le bief du moulin",),
        **_well(
            "bief.htm",
            tables("Le bief du moulin").decode("cp1252").encode("utf-16-le"),
            {"content-type": "text/html; charset=utf-16le"},
        ),
    ),
    Labelled(
        name="a living page in ISO-8859-15 with ligatures and a euro",
        fact="issue: charset by meta",
        expected=V.OK,
        titles=("Le cœur du canal à 4 €",),
        **_well(
            "coeur.htm",
            tables(
                "Le cœur du canal à 4 €",
                codec="iso8859-15",
                meta='<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-15">',
            ),
            _BARE,
        ),
    ),
    Labelled(
        name="an undeclared windows-1252 article about pages that are not found",
        fact="twin: the phrase is the subject of a long living article",
        expected=V.OK,
        titles=("« Page non trouvée » : que deviennent nos sites ?",),
        **_well(
            "sites.htm", tables("« Page non trouvée » : que deviennent nos sites ?", kb=14), _BARE
        ),
    ),
    Labelled(
        name="a paid article in windows-1252 that declares nothing",
        fact="french-web 2e: 'réservé aux abonnés' must be read in its own encoding",
        expected=V.RESTRICTED,
        titles=("Fret : l'heure du canal",),
        **_well(
            "fret.htm",
            tables(
                "Fret : l'heure du canal",
                (
                    "Le trafic progresse de 12 % sur le grand gabarit, et les chargeurs […]",
                    "Cet article est réservé aux abonnés. Déjà abonné ? Identifiez-vous.",
                ),
            ),
            _BARE,
        ),
    ),
    Labelled(
        name="a page whose accents are all entities",
        fact="issue: facts are read after entities are resolved",
        expected=V.SOFT_404,
        titles=("Les écluses de montagne",),
        **_pair(
            "montagne.htm",
            page(
                "Page non trouvée",
                paragraphs=("La page demandée n'a pas été trouvée.",),
                kb=6,
                charset="ascii",
            ),
            _BARE,
        ),
    ),
)
