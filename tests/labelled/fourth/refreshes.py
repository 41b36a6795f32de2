"""Pages that send their readers on by a meta refresh or a lone script."""

from __future__ import annotations

from perenne.domain.cases import AskKind
from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import cards, text
from tests.labelled.fourth.skins_other import bare
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, looks, seen

_R = "http://www.observatoire-littoral.example"
_N = "https://littoral-observatoire.example"
_HOME = skins.divi("Observatoire du littoral", cards(12, "littoral"), site="Littoral")


def _refresh(to: str, words: str = "", seconds: int = 0) -> bytes:
    return bare(
        "Redirection",
        f"<p>{words}</p>",
        f'<meta charset="utf-8"><meta http-equiv="refresh" content="{seconds};url={to}">',
    )


def _script(call: str) -> bytes:
    return f'<html><head><script type="text/javascript">{call}</script></head></html>'.encode()


def _sent(
    name: str,
    url: str,
    first: bytes,
    follow: Exchange,
    kind: K,
    title: str,
    fact: str,
    accepted: frozenset[K] = frozenset(),
) -> Labelled:
    return Labelled(
        name, fact, url, kind, seen(url, first), (title,), {AskKind.FOLLOW: follow}, accepted
    )


def _article(url: str, title: str) -> Exchange:
    return seen(url, skins.wordpress(title, text(title), site="Observatoire du littoral"))


CASES: tuple[Labelled, ...] = (
    _sent(
        "a study of the coast sends on to itself on the new host",
        f"{_R}/etudes/dunes.html",
        _refresh(f"{_N}/etudes/dunes", "Cette page a changé d'adresse.", 3),
        _article(f"{_N}/etudes/dunes", "Les dunes et leurs usages"),
        K.MOVED,
        "Les dunes et leurs usages",
        "issue 3, conventions: a meta refresh to the same document",
    ),
    _sent(
        "another study of the coast sends on to the new home page",
        f"{_R}/etudes/marais.html",
        _refresh(f"{_N}/"),
        seen(f"{_N}/", _HOME),
        K.SOFT_404,
        "Les marais salants",
        "issue 3: a redirect to the root, here by refresh",
    ),
    _sent(
        "a map of the coast sends on to a page that is not found",
        f"{_R}/cartes/phares.html",
        _refresh(f"{_N}/cartes/phares"),
        seen(f"{_N}/cartes/phares", skins.wordpress("Page non trouvée", "<p>404</p>"), 404),
        K.NOT_FOUND,
        "La carte des phares",
        "design 2: 404",
        also(K.SOFT_404),
    ),
    _sent(
        "a lone script sends on to the same article",
        f"{_R}/spip.php?article31",
        _script(f"window.location.replace('{_N}/la-peche-a-pied');"),
        _article(f"{_N}/la-peche-a-pied", "La pêche à pied"),
        K.MOVED,
        "La pêche à pied",
        "issue 3, conventions: a script redirect to the same document is moved",
    ),
    _sent(
        "a lone script sends on to a search",
        f"{_R}/spip.php?article32",
        _script(f"document.location.href = '{_N}/recherche?q=';"),
        seen(f"{_N}/recherche?q=", skins.wordpress("Recherche", cards(10, "r"))),
        K.SOFT_404,
        "Le sentier des douaniers",
        "issue 3: a redirect to a search",
    ),
    _sent(
        "the observatory's home page sends on to its new home page",
        f"{_R}/",
        _refresh(f"{_N}/"),
        seen(f"{_N}/", _HOME),
        K.MOVED,
        "Observatoire du littoral",
        "issue 3, conventions: home page to the new home page is moved",
    ),
    _sent(
        "a refresh sends a members' note to a login",
        f"{_R}/notes/n7.html",
        _refresh(f"{_N}/wp-login.php?redirect_to=%2Fnotes%2Fn7"),
        seen(
            f"{_N}/wp-login.php?redirect_to=%2Fnotes%2Fn7",
            bare(
                "Se connecter &lsaquo; Observatoire",
                "<form id='loginform'><label>Nom</label>"
                "<input name='log'><input type='password' name='pwd'></form>",
            ),
        ),
        K.RESTRICTED,
        "Note n° 7",
        "french-web 2e: wp-login.php and redirect_to",
    ),
    Labelled(
        "a living page that reloads itself every five minutes",
        "issue 3: a refresh to itself is no redirect",
        f"{_R}/marees/roscoff.html",
        K.OK,
        seen(
            f"{_R}/marees/roscoff.html",
            skins_other.tables(
                "Marées à Roscoff",
                '<META HTTP-EQUIV="Refresh" CONTENT="300">' + text("maree", 3),
                site="Observatoire du littoral",
            ),
        ),
        ("Les marées à Roscoff",),
        looks(sibling=absent(f"{_R}/marees/roscoff.html")),
    ),
    Labelled(
        "a living article about scripts quotes a redirect",
        "issue 3: a living article about the subject",
        f"{_N}/blog/rediriger",
        K.OK,
        seen(
            f"{_N}/blog/rediriger",
            skins.wordpress(
                "Rediriger ses lecteurs",
                "<pre>window.location.replace('https://nouveau.example/')</pre>" + text("red", 6),
            ),
        ),
        ("Rediriger ses lecteurs",),
        looks(sibling=absent(f"{_N}/blog/rediriger")),
    ),
    Labelled(
        "a living page refreshes only where scripts are off",
        "issue 3: a refresh in noscript is for others",
        f"{_N}/etudes/estran",
        K.OK,
        seen(
            f"{_N}/etudes/estran",
            skins.wordpress(
                "L'estran, milieu habité",
                text("estran"),
                head='<noscript><meta http-equiv="refresh" content="0;url=/sans-script"></noscript>',
            ),
        ),
        ("L'estran, milieu habité",),
        {
            **looks(sibling=absent(f"{_N}/etudes/estran")),
            AskKind.FOLLOW: _article(f"{_N}/sans-script", "L'estran, milieu habité"),
        },
        also(K.MOVED),
    ),
)
