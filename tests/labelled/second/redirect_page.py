"""Pages that lead elsewhere by themselves: meta refresh and short scripts."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import article, bare
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, dead, living
from tests.labelled.second.templates_engines import spip, wordpress
from tests.labelled.second.templates_engines_old import LATIN_HEADERS, table
from tests.labelled.wire import HTML, absent, hop, looks, seen

_CLUB = "http://www.club-bocage.fr"
_CLUB_HOME = spip("Club bocage", "Bienvenue au club", prose("club", 2), crumb="Accueil")


def _refresh(target: str, seconds: int = 0, text: str = "") -> bytes:
    return (
        f'<html><head><META HTTP-EQUIV="Refresh" CONTENT="{seconds}; URL={target}">'
        f"<title>Redirection</title></head><body>{text}</body></html>"
    ).encode()


def _followed(url: str, target: str, body: bytes) -> Exchange:
    first = hop(url, 200, headers={"content-type": HTML})
    return Exchange((first, hop(target, 200, headers={"content-type": HTML})), body=body)


CASES: tuple[Labelled, ...] = (
    living(
        "meta refresh at once to the same document under a new folder",
        "issue: a meta refresh to the same document is moved",
        f"{_CLUB}/fiches/planter.html",
        _refresh("http://www.club-bocage.fr/ressources/fiches/planter.html"),
        "Planter une haie (fiche)",
        expected=K.MOVED,
        accepted=(K.DOUBTFUL,),
    ),
    Labelled(
        name="meta refresh that was followed to the same document on a new host",
        fact="issue: a meta refresh to the same document is moved",
        url=f"{_CLUB}/fiches/greffer.html",
        expected=K.MOVED,
        plain=_followed(
            f"{_CLUB}/fiches/greffer.html",
            "https://www.haies-et-bocages.org/fiches/greffer",
            article("Greffer un fruitier", kb=20),
        ),
        titles=("Greffer un fruitier (fiche)",),
        answers=looks(sibling=absent(f"{_CLUB}/fiches/greffer.html")),
    ),
    living(
        "meta refresh of a lost sheet to the root",
        "french-web 2f: redirect to root; by a meta refresh",
        f"{_CLUB}/fiches/arroser.html",
        _refresh("/", 3, "Cette fiche n'existe plus, vous allez être redirigé vers l'accueil."),
        "Arroser la nuit (fiche)",
        expected=K.SOFT_404,
        accepted=(K.DOUBTFUL,),
    ),
    Labelled(
        name="meta refresh that was followed from a lost sheet to the home page",
        fact="french-web 2f: redirect to root; by a meta refresh",
        url=f"{_CLUB}/fiches/pailler.html",
        expected=K.SOFT_404,
        plain=_followed(f"{_CLUB}/fiches/pailler.html", f"{_CLUB}/", _CLUB_HOME),
        titles=("Pailler au pied des haies (fiche)",),
        answers=looks(sibling=absent(f"{_CLUB}/fiches/pailler.html")),
    ),
    living(
        "long living page that reloads itself every five minutes",
        "false friend: a refresh to itself leads nowhere",
        f"{_CLUB}/meteo/bulletin.html",
        table("Club bocage", "Bulletin du jour", prose("bulletin", 4)).replace(
            b"<HEAD>", b'<HEAD><META HTTP-EQUIV="refresh" CONTENT="300">'
        ),
        "Bulletin du jour",
        headers=LATIN_HEADERS | {"content-type": "text/html"},
    ),
    living(
        "root page that only refreshes to its index",
        "issue: home page; the same site",
        "http://www.musee-batellerie.net/",
        _refresh("accueil/index.php", 0, "<a href='accueil/index.php'>Entrer</a>"),
        "Musée de la Batellerie",
        accepted=(K.MOVED,),
    ),
    living(
        "long article with a noscript refresh to its light version",
        "false friend: a refresh within noscript of a page that shows itself",
        "https://www.revue-lisieres.fr/2019/06/les-murs-a-peches/",
        wordpress(
            "Revue Lisières",
            "Les murs à pêches",
            prose("pêches", 6),
            head='<noscript><meta http-equiv="refresh" content="0; url=?noscript=1"></noscript>',
        ),
        "Les murs à pêches",
    ),
    living(
        "tiny page that replaces its location with the same document over another host",
        "issue: a script redirect to the same document is moved",
        "http://blog.anciens-ateliers.org/2015/le-four-banal",
        bare(
            "",
            "<script>window.location.replace('https://www.ateliers-communs.fr/2015/le-four-banal')"
            "</script>",
        ),
        "Le four banal",
        expected=K.MOVED,
        accepted=(K.DOUBTFUL,),
    ),
    dead(
        "tiny page whose script goes to the root, for any address",
        "french-web 2f: redirect to root, by a script",
        "http://journal.le-puits-commun.org/2014/le-puits",
        bare("Redirection...", '<script type="text/javascript">location.href = "/";</script>'),
        "Le puits partagé",
        accepted=(K.DOUBTFUL,),
    ),
    living(
        "long article whose scripts set location.href on a click",
        "false friend: location.href in the scripts of a full page",
        "https://www.ateliers-communs.fr/2016/la-forge",
        wordpress(
            "Ateliers communs",
            "La forge",
            prose("forge", 5),
            head="<script>function go(){location.href='/';}if(top!=self)"
            "{top.location.replace(self.location.href)}</script>",
        ),
        "La forge communale",
    ),
    Labelled(
        name="script redirect that was followed to the same article with its title",
        fact="issue: a script redirect to the same document is moved",
        url="http://blog.anciens-ateliers.org/?p=812",
        expected=K.MOVED,
        plain=_followed(
            "http://blog.anciens-ateliers.org/?p=812",
            "https://www.ateliers-communs.fr/2016/le-rucher",
            wordpress("Ateliers communs", "Le rucher des écoles", prose("rucher", 5)),
        ),
        titles=("Le rucher des écoles",),
        answers=looks(sibling=absent("http://blog.anciens-ateliers.org/?p=812")),
        accepted=also(K.OK),
    ),
    living(
        "notice of a move with a delayed refresh to the new home, cited as a home page",
        "issue: home page to the new home page is moved",
        "http://club-rivieres.free.fr/",
        _refresh("https://www.club-rivieres.org/", 5, "Notre site a changé d'adresse !"),
        "Club rivières",
        expected=K.MOVED,
        accepted=(K.OK, K.DOUBTFUL),
    ),
    Labelled(
        name="deep page that redirects by 301 to a page with a refresh to a search",
        fact="french-web 2f: redirect to a search page, mixed means",
        url="https://www.villes-chantier.net/fiche/14/la-grue",
        expected=K.SOFT_404,
        plain=seen(
            "https://www.villes-chantier.net/redir.php?id=14",
            _refresh("/recherche.php?mot=", 0),
            via=[("https://www.villes-chantier.net/fiche/14/la-grue", 301)],
        ),
        titles=("La grue au repos",),
        answers=looks(sibling=absent("https://www.villes-chantier.net/fiche/14/la-grue")),
        accepted=also(K.DOUBTFUL),
    ),
)
