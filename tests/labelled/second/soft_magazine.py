"""Soft 404s of one WordPress magazine, and its living articles that look like them."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import dead, living, one_site
from tests.labelled.second.templates_engines import WP_HEADERS, wordpress
from tests.labelled.wire import beside, seen

_MAG = "Le Mag des ateliers"
_MAG_HOST = "https://mag-ateliers.fr"
_NOTHING = wordpress(
    _MAG,
    "Aïe ! Cette page est introuvable.",
    ("Il semblerait que rien n’ait été trouvé à cet emplacement. Essayez une recherche ?",),
    doc="Page introuvable | Le Mag des ateliers",
    body_class="page",
    entries=140,
    kb=40,
)

CASES: tuple[Labelled, ...] = one_site(
    (
        dead(
            "WordPress magazine finds nothing at this place",
            "french-web 2f: page introuvable in title and h1, 200",
            f"{_MAG_HOST}/portraits/agnes-potiere-et-maire/",
            _NOTHING,
            "Agnès, potière et maire",
            headers=WP_HEADERS,
        ),
        living(
            "WordPress article titled with the phrase itself",
            "issue: a living article about 404s is alive",
            f"{_MAG_HOST}/metiers/page-introuvable-comment-la-mediatheque-traite-ses-liens-morts/",
            wordpress(
                _MAG,
                "Page introuvable : comment la médiathèque traite ses liens morts",
                prose("liens morts", 9),
                entries=140,
                kb=40,
            ),
            "Page introuvable : comment la médiathèque traite ses liens morts",
            headers=WP_HEADERS,
            sibling=seen(beside(f"{_MAG_HOST}/metiers/x"), _NOTHING),
        ),
        living(
            "WordPress brief beside a site that serves its lost page for anything",
            "french-web 2f: the sibling differs from the page, so the page is itself",
            f"{_MAG_HOST}/breves/reprise-des-cours-de-tour/",
            wordpress(
                _MAG,
                "Reprise des cours de tour",
                ("Les cours reprennent lundi à 18 h 30. Inscription sur place.",),
                entries=140,
                kb=40,
            ),
            "Reprise des cours de tour",
            headers=WP_HEADERS,
            sibling=seen(beside(f"{_MAG_HOST}/breves/x"), _NOTHING),
        ),
        living(
            "bookshop column that begins with Désolé, la page",
            "french-web 2f: désolé + page as ordinary words",
            f"{_MAG_HOST}/chroniques/desole-la-page-est-tournee/",
            wordpress(
                _MAG, "Désolé, la page est tournée", prose("libraire", 4), entries=140, kb=40
            ),
            "Désolé, la page est tournée (chronique)",
            headers=WP_HEADERS,
        ),
    )
)
