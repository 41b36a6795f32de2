"""Redirects to a root that are no loss: home pages, and documents that became a site."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.pages import STATE, page
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, led
from tests.labelled.second.templates_engines import (
    DRUPAL_HEADERS,
    WP_HEADERS,
    drupal,
    spip,
    wordpress,
)
from tests.labelled.second.templates_filler import headlines

_MAG = "Revue Lisières"
_MAG_HOST = "https://www.revue-lisieres.fr"
_EU = "Euro-Villages"
_EU_HOST = "https://www.euro-villages.org"
_MAG_HOME = wordpress(
    _MAG,
    "",
    (f"<ul>{headlines('lisieres', 9)}</ul>", *prose("lisieres", 2)),
    doc="Revue Lisières – la ville et ses bords",
    body_class="home page",
    kb=50,
)
_EU_HOME = drupal(
    _EU,
    "Bienvenue",
    (f"<ul>{headlines('euro', 8)}</ul>", *prose("euro", 2)),
    doc="Accueil | Euro-Villages",
    path="node/1",
    kb=30,
)
_LAB_HOME = spip(
    "Le Labo des communes",
    "Le Labo des communes",
    prose("labo", 3),
    doc="Le Labo des communes",
    crumb="Accueil",
)

CASES: tuple[Labelled, ...] = (
    led(
        "home page of the magazine over plain http",
        "french-web 2f: root URLs are never soft 404",
        [("http://revue-lisieres.fr", 301)],
        f"{_MAG_HOST}/",
        _MAG_HOME,
        "Revue Lisières",
        expected=K.OK,
        headers=WP_HEADERS,
    ),
    led(
        "old index page sent to the root of the same site",
        "issue: home page to home page; conventions",
        [(f"{_MAG_HOST}/index.php", 301)],
        f"{_MAG_HOST}/",
        _MAG_HOME,
        "Site de la revue Lisières",
        expected=K.OK,
        accepted=(K.MOVED,),
        headers=WP_HEADERS,
    ),
    led(
        "home page sent to its language root",
        "issue: home page; temporary redirect to the same page is ok",
        [(f"{_EU_HOST}/", 302)],
        f"{_EU_HOST}/fr/",
        _EU_HOME,
        "Euro-Villages",
        expected=K.OK,
        accepted=(K.MOVED,),
        headers=DRUPAL_HEADERS,
    ),
    led(
        "cited directory of a lab that became the root of its own host",
        "issue: home page to the new home page is moved",
        [("https://www.cg-valdarce.fr/labo/", 301)],
        "https://lelabodescommunes.fr/",
        _LAB_HOME,
        "Le Labo des communes",
        expected=K.MOVED,
    ),
    led(
        "single report whose whole site is the root of a new host, title kept",
        "french-web 2g: the reference's title confirms a moved target at a root",
        [("https://www.conseil-rural.org/rapports/2018/mille-lieux", 301)],
        "https://mille-lieux.fr/",
        page(
            "Mille lieux : le rapport",
            paragraphs=("Rapport remis en septembre 2018, 140 pages.", *prose("mille", 4)),
            kb=20,
        ),
        "Mille lieux (rapport du Conseil rural)",
        expected=K.MOVED,
    ),
    led(
        "ministry home in a renamed ministry",
        "issue: home page to the new home page is moved",
        [("http://www.collectivites-demain.gouv.fr/", 301)],
        "https://www.affaires-locales.gouv.fr/",
        page("Accueil", paragraphs=prose("ministère", 3), dress=STATE, kb=40),
        "Ministère des collectivités de demain",
        expected=K.MOVED,
    ),
)
