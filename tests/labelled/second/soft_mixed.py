"""Signs that contradict each other: title and heading, og:title and text, long 404 pages."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, dead, living
from tests.labelled.second.templates_engines import (
    DRUPAL_HEADERS,
    WP_HEADERS,
    drupal,
    joomla,
    wordpress,
)
from tests.labelled.second.templates_filler import headlines
from tests.labelled.wire import beside, seen

_PAPER = "Le Fil des cantons"
_HOST = "https://www.fil-des-cantons.fr"
_GUIDE = "Guide des sorties du Plateau"
_GUIDE_HOST = "https://sorties-plateau.fr"
_LONG = wordpress(
    _PAPER,
    "Oups ! Page introuvable",
    (
        "La page que vous recherchez n'existe plus. En attendant, nos lecteurs ont aimé :",
        *(f"<h3>Conseillé n° {n}</h3><p>{t}</p>" for n, t in enumerate(prose("conseils", 12))),
    ),
    doc=_PAPER,
    body_class="error404",
    entries=120,
    kb=40,
)

CASES: tuple[Labelled, ...] = (
    dead(
        "long lost page with twelve recommended articles in its main part",
        "french-web 2f: page introuvable in the h1, whatever the length of the text",
        f"{_HOST}/culture/2018/un-cine-club-au-hangar",
        _LONG,
        "Un ciné-club au hangar",
        headers=WP_HEADERS,
    ),
    living(
        "withdrawn article that keeps its title over a heading of regret",
        "french-web 2f: ce contenu n'est plus disponible in the h1 of a short page",
        f"{_HOST}/culture/2017/le-bal-des-pompiers",
        wordpress(
            _PAPER,
            "Le bal des pompiers",
            ("Cet article a été retiré à la demande de son auteur.",),
            h1="Ce contenu n’est plus disponible",
            entries=120,
            kb=40,
        ),
        "Le bal des pompiers",
        expected=K.SOFT_404,
        accepted=(K.DOUBTFUL,),
        headers=WP_HEADERS,
    ),
    living(
        "living article whose og:title was left by a template as Page introuvable",
        "french-web 2g: title, heading and text are the reference's; the social tag is wrong",
        f"{_HOST}/culture/2018/le-bal-des-lampions",
        wordpress(
            _PAPER,
            "Le bal des lampions",
            prose("lampions", 6),
            head='<meta property="og:title" content="Page introuvable">',
            entries=120,
            kb=40,
        ),
        "Le bal des lampions",
        accepted=(K.DOUBTFUL,),
        headers=WP_HEADERS,
        sibling=seen(beside(f"{_HOST}/culture/2018/x"), _LONG),
    ),
    dead(
        "phrase only in og:title above an empty text",
        "french-web 2f: phrases in og:title; title equal to the site name",
        f"{_GUIDE_HOST}/randonnees/boucle-des-pins",
        drupal(
            _GUIDE,
            "",
            (),
            doc=_GUIDE,
            head='<meta property="og:title" content="Cette page n\'existe pas">'
            '<meta name="robots" content="noindex, follow">',
        ),
        "La boucle des pins",
        headers=DRUPAL_HEADERS,
    ),
    dead(
        "any lost address answers a search without results",
        "french-web 2f: a search page for any address",
        "http://www.ot-hauteplaine.com/a-voir/chapelle-des-vignes.html",
        joomla(
            "Office de tourisme de la Haute-Plaine",
            "Résultats de votre recherche",
            ("0 résultat. Affinez vos critères : commune, date, thème.",),
        ),
        "La chapelle des Vignes",
    ),
    living(
        "cited diary that has no event for now",
        "false friend: an empty list that is what was cited",
        f"{_GUIDE_HOST}/agenda/veillees",
        drupal(
            _GUIDE,
            "Agenda des veillées",
            ("Aucun événement à venir pour le moment. Revenez bientôt !",),
        ),
        "Agenda des veillées (Guide des sorties)",
        headers=DRUPAL_HEADERS,
    ),
    dead(
        "home page in place of a deep page, with its canonical address at the root",
        "french-web 2f: bonus sign canonical = root; same page for a nonsense sibling",
        "https://bourgs-vivants.org/retours/la-halle-aux-idees",
        wordpress(
            "Bourgs vivants",
            "Bienvenue dans les bourgs",
            (f"<ul>{headlines('bourgs', 8)}</ul>", *prose("bourgs", 2)),
            doc="Bourgs vivants, le réseau",
            head='<link rel="canonical" href="https://bourgs-vivants.org/">'
            '<meta property="og:url" content="https://bourgs-vivants.org/">',
            body_class="home page",
        ),
        "La halle aux idées",
        headers=WP_HEADERS,
    ),
    living(
        "living page whose canonical address is wrongly the root",
        "false friend: a plugin's wrong canonical on a page that has the right title",
        "https://bourgs-actifs.org/retours/le-lavoir-aux-idees",
        wordpress(
            "Bourgs actifs",
            "Le lavoir aux idées",
            prose("lavoir idées", 5),
            head='<link rel="canonical" href="https://bourgs-actifs.org/">',
        ),
        "Le lavoir aux idées",
        headers=WP_HEADERS,
    ),
)
