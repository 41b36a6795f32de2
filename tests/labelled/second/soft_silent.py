"""Silent soft 404s: a home page or a list for any address, empty pages; and their living twins."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.pages import STATE, page
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, dead, living, one_site
from tests.labelled.second.templates_engines import WP_HEADERS, spip, typo3, wordpress
from tests.labelled.second.templates_engines_old import OLD_HEADERS, table
from tests.labelled.second.templates_filler import headlines
from tests.labelled.wire import beside, seen

_SCOT = "Syndicat du SCoT des Trois Vallées"
_SCOT_HOST = "https://www.scot3vallees.fr"
_MUSEUM = "Musée de la Batellerie"
_MUSEUM_HOST = "http://www.musee-batellerie.net"
_CHAMBER = "Chambre d'agriculture du Plateau"
_CHAMBER_HOST = "https://plateau.chambagri-reseau.fr"
_PAPER = "L'Écho des cantons"
_PAPER_HOST = "https://www.echo-cantons.info"


def _home(moment: str) -> bytes:
    news = f"<ul>{headlines(moment, 6)}</ul><input type='hidden' name='csrf' value='{moment * 3}'>"
    return typo3(
        _SCOT,
        "Bienvenue sur le site du SCoT",
        (f"Il est {moment}.", news, *prose("bienvenue", 2)),
        doc=f"{_SCOT} - Accueil",
        entries=200,
    )


_DOORS = table(
    _MUSEUM,
    "Bienvenue au musée",
    ("Ouvert tous les jours sauf le mardi.", *prose("musée", 2)),
    doc=_MUSEUM,
)
_NEWS = wordpress(
    _PAPER,
    "",
    [f"<h2><a href='/{n}'>{t[:60]}</a></h2><p>{t}</p>" for n, t in enumerate(prose("fil", 10))],
    doc=_PAPER,
    body_class="home blog",
    entries=90,
)
_HUSK = spip(_CHAMBER, "", (), doc=_CHAMBER)

CASES: tuple[Labelled, ...] = one_site(
    (
        dead(
            "home page served in silence for a deep address, clock and news differing",
            "french-web 2f: sibling of similar word sequence, not byte equal",
            f"{_SCOT_HOST}/documents/diagnostic/armature-commerciale",
            _home("14:02:11"),
            "Diagnostic : l'armature commerciale",
            sibling=_home("14:02:13"),
        ),
        living(
            "the home page itself of the site that serves it for anything",
            "french-web 2f: never test home pages",
            f"{_SCOT_HOST}/",
            _home("14:05:00"),
            "Le SCoT des Trois Vallées",
            sibling=seen(beside(f"{_SCOT_HOST}/"), _home("14:05:02")),
        ),
        living(
            "living deep page of the site that serves its home page for anything",
            "french-web 2f: the page differs from its sibling",
            f"{_SCOT_HOST}/documents/diagnostic/les-mobilites",
            typo3(_SCOT, "Diagnostic : les mobilités", prose("mobilités", 3), entries=200),
            "Diagnostic : les mobilités",
            sibling=seen(beside(f"{_SCOT_HOST}/documents/diagnostic/x"), _home("14:06:00")),
        ),
        dead(
            "old museum site shows its front page for a lost exhibition",
            "french-web 2f: home page for a nonsense sibling; title of the reference absent",
            f"{_MUSEUM_HOST}/expositions/2016/halage.php",
            _DOORS,
            "Le halage : hommes et chevaux (exposition)",
            headers=OLD_HEADERS,
        ),
        living(
            "old museum site, exhibition still there under the museum's title",
            "french-web 2g: the reference's title stands in the page's text",
            f"{_MUSEUM_HOST}/expositions/2015/ecluses.php",
            table(_MUSEUM, "Les écluses (exposition 2015)", prose("écluses", 4), doc=_MUSEUM),
            "Les écluses : une histoire (exposition)",
            headers=OLD_HEADERS,
            sibling=seen(beside(f"{_MUSEUM_HOST}/expositions/2015/x"), _DOORS, headers=OLD_HEADERS),
        ),
        dead(
            "newspaper falls back on its news feed for a purged article, without redirect",
            "french-web 2f: list page for any address",
            f"{_PAPER_HOST}/2014/11/03/le-maire-et-le-loup/",
            _NEWS,
            "Le maire et le loup",
            headers=WP_HEADERS,
        ),
        living(
            "the news feed cited as such",
            "living twin: the list is what was cited",
            f"{_PAPER_HOST}/",
            _NEWS,
            "L'Écho des cantons (journal en ligne)",
            headers=WP_HEADERS,
            sibling=seen(beside(f"{_PAPER_HOST}/"), _NEWS, headers=WP_HEADERS),
        ),
        living(
            "zero bytes with status 200",
            "issue: 200 or 204 with nothing in it is soft_404",
            "https://www.chambagri-plaine.fr/fileadmin/notes/note-elevage-2018.html",
            b"",
            "Note de conjoncture élevage 2018",
            expected=K.SOFT_404,
        ),
        dead(
            "blank document with empty head and body",
            "issue: 200 with nothing in it is soft_404",
            "http://vigne.chambagri-coteaux.net/notes/vigne",
            b"\xef\xbb\xbf\r\n<html>\r\n<head></head>\r\n<body>\r\n&nbsp;</body>\r\n</html>\r\n",
            "Note de conjoncture vigne",
        ),
        dead(
            "husk of a SPIP page: menus and footer around nothing",
            "french-web 2f: tiny text, title equal to the site name, same for the sibling",
            f"{_CHAMBER_HOST}/spip.php?page=article&id_article=",
            _HUSK,
            "Drainer une parcelle humide",
            accepted=(K.DOUBTFUL,),
        ),
        living(
            "poster page that holds one picture and its caption",
            "issue: a short page is alive",
            f"{_CHAMBER_HOST}/Affiche-du-comice-2019",
            spip(
                _CHAMBER,
                "Affiche du comice 2019",
                ("<figure><img src='/IMG/jpg/comice.jpg' alt='Affiche du comice'></figure>",),
            ),
            "Affiche du comice agricole 2019",
        ),
        living(
            "page that only embeds a PDF reader",
            "issue: a short page is alive; its title is the reference's",
            "https://www.prefecture-haut-pays.gouv.fr/publications/recueil/raa-12",
            page(
                "Recueil des actes administratifs n° 12",
                paragraphs=("<iframe src='/contenu/raa12.pdf' title='Recueil n° 12'></iframe>",),
                dress=STATE,
                kb=30,
            ),
            "Recueil des actes administratifs n° 12",
        ),
        living(
            "living note of the site whose husk is served for the rest",
            "living twin of the husk",
            f"{_CHAMBER_HOST}/Drainer-une-prairie",
            spip(_CHAMBER, "Drainer une prairie", prose("drainer", 3)),
            "Drainer une prairie",
            sibling=seen(beside(f"{_CHAMBER_HOST}/x"), _HUSK),
        ),
    )
)
