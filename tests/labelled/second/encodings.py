"""Pages whose encoding is declared wrongly or not at all."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import article
from tests.labelled.second.templates_other import drupal, spip, wordpress
from tests.labelled.second.templates_other_old import tables
from tests.labelled.wire import absent, looks, seen

_BARE = {"content-type": "text/html"}


_LATIN = {"content-type": "text/html; charset=ISO-8859-1"}


_UTF = {"content-type": "text/html; charset=UTF-8"}


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


_CP1252_MOVED = tables("Les écluses à sas : l’œuvre de Léonard")


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="an old living page in windows-1252 that declares nothing",
        fact="issue: charset by detection; cp1252 pages are common",
        expected=V.OK,
        titles=("L’éclusier et sa maison",),
        **_well("eclusier.htm", tables("L’éclusier et sa maison"), _BARE),
    ),
    Labelled(
        name="a page not found in windows-1252 that declares nothing, as 200",
        fact="french-web 2f: 'page non trouvée' must be read in its own encoding",
        expected=V.SOFT_404,
        titles=("Les mariniers et leurs bêtes",),
        **_pair("mariniers.htm", tables("Page non trouvée", _DEAD), _BARE),
    ),
    Labelled(
        name="a page not found in ISO-8859-1 that the header says is UTF-8",
        fact="issue: a wrong header; the bytes are no UTF-8, the phrase must still be seen",
        expected=V.SOFT_404,
        titles=("Le halage",),
        **_pair("halage.htm", tables("Désolé, page inexistante", _DEAD, codec="latin-1"), _UTF),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="a living page in ISO-8859-1 that the header says is UTF-8",
        fact="issue: a wrong header does not make a page a stranger",
        expected=V.OK,
        titles=("Péniches à écluse étroite",),
        **_well("peniches.htm", tables("Péniches à écluse étroite", codec="latin-1"), _UTF),
    ),
    Labelled(
        name="a living page in UTF-8 that the header says is ISO-8859-1",
        fact="issue: BOM, header, meta, then detection; the BOM wins",
        expected=V.OK,
        titles=("Été, étiage et sécheresse",),
        **_well("etiage.htm", b"\xef\xbb\xbf" + drupal("Été, étiage et sécheresse"), _LATIN),
    ),
    Labelled(
        name="a page not found in UTF-8 with a BOM that the header says is ISO-8859-1",
        fact="french-web 2f: 'cette page n'existe pas'; the BOM wins over the header",
        expected=V.SOFT_404,
        titles=("Étiage : relevés",),
        **_pair(
            "releves.htm",
            b"\xef\xbb\xbf" + spip("Page inexistante", ("Désolé, cette page n’existe pas.",)),
            _LATIN,
        ),
    ),
    Labelled(
        name="a living page that says UTF-8 in its meta and is windows-1252",
        fact="issue: a wrong declaration; the title is still the cited one",
        expected=V.OK,
        titles=("Vétérans de la batellerie",),
        **_well(
            "veterans.htm",
            article("Vétérans de la batellerie", kb=12).decode().encode("cp1252", "replace"),
            _BARE,
        ),
    ),
    Labelled(
        name="a living page whose text was encoded twice",
        fact="french-web 2g: mojibake is an ugly page, not a dead one",
        expected=V.OK,
        titles=("Fêtes et régates d'été",),
        **_well(
            "regates.htm",
            wordpress("Fêtes et régates d'été").decode().encode("utf-8").decode("latin-1").encode(),
            _UTF,
        ),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="an undeclared windows-1252 page at the end of a redirect to another name",
        fact="french-web 2g: the title, read in its encoding, confirms the move",
        url="http://perso.ecluses-web.fr/leo/sas2.htm",
        expected=V.MOVED,
        plain=seen(
            _D.format("techniques/leonard.htm"),
            _CP1252_MOVED,
            headers=_BARE,
            via=(("http://perso.ecluses-web.fr/leo/sas2.htm", 301),),
        ),
        titles=("Les écluses à sas : l'œuvre de Léonard",),
        answers=looks(sibling=absent(_D.format("techniques/leonard.htm"))),
    ),
)
