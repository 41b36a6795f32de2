"""Redirects of deep pages to a home page or a language root, and their living twins."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, led, swept
from tests.labelled.second.templates_engines import DRUPAL_HEADERS, WP_HEADERS, drupal, wordpress
from tests.labelled.second.templates_engines_old import IIS_HEADERS, webforms
from tests.labelled.second.templates_filler import english, headlines

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

CASES: tuple[Labelled, ...] = (
    led(
        "deleted article sent to the root for good",
        "french-web 2f: redirect to root from a deep path",
        [("https://www.carnet-lisieres.net/2016/05/friches-mode-d-emploi/", 301)],
        "https://www.carnet-lisieres.net/",
        _MAG_HOME,
        "Friches, mode d'emploi",
        expected=K.SOFT_404,
        headers=WP_HEADERS,
        sibling=swept(
            "https://www.carnet-lisieres.net/2016/05/friches-mode-d-emploi/",
            "https://www.carnet-lisieres.net/",
            _MAG_HOME,
        ),
    ),
    led(
        "deleted article sent to the root by hand while siblings get real 404s",
        "french-web 2f: redirect to root from a deep path",
        [(f"{_MAG_HOST}/2015/02/le-talus/", 302)],
        f"{_MAG_HOST}/",
        _MAG_HOME,
        "Le talus, ce jardin ignoré",
        expected=K.SOFT_404,
        headers=WP_HEADERS,
    ),
    led(
        "deep PDF sent through https and www to the root",
        "french-web 2f: redirect to root, after harmless hops",
        [
            ("http://revue-lisieres.fr/wp-content/uploads/2014/09/dossier-n3.pdf", 301),
            ("https://revue-lisieres.fr/wp-content/uploads/2014/09/dossier-n3.pdf", 301),
            (f"{_MAG_HOST}/wp-content/uploads/2014/09/dossier-n3.pdf", 302),
        ],
        f"{_MAG_HOST}/",
        _MAG_HOME,
        "Dossier n° 3 : les entrées de ville",
        expected=K.SOFT_404,
        headers=WP_HEADERS,
    ),
    led(
        "living article over http and without www",
        "issue: http to https, www or a slash on the same page is ok",
        [
            ("http://revue-lisieres.fr/2019/04/les-jardins-du-rail", 301),
            (f"{_MAG_HOST}/2019/04/les-jardins-du-rail", 301),
        ],
        f"{_MAG_HOST}/2019/04/les-jardins-du-rail/",
        wordpress(_MAG, "Les jardins du rail", prose("rail", 6), kb=50),
        "Les jardins du rail",
        expected=K.OK,
        headers=WP_HEADERS,
    ),
    led(
        "deep page sent to the language root",
        "french-web 2f: redirect to /{lang}/ from a deep path",
        [(f"{_EU_HOST}/projets/jumelages/village-de-cerny", 302)],
        f"{_EU_HOST}/fr/",
        _EU_HOME,
        "Cerny, un jumelage à quatre",
        expected=K.SOFT_404,
        headers=DRUPAL_HEADERS,
    ),
    led(
        "deep page sent to the language root without a slash, with its country",
        "french-web 2f: redirect to a language root",
        [(f"{_EU_HOST}/node/1877", 301)],
        f"{_EU_HOST}/fr-fr",
        _EU_HOME,
        "Charte des jumelages ruraux",
        expected=K.SOFT_404,
        headers=DRUPAL_HEADERS,
    ),
    led(
        "deep page sent to its French version by a language prefix",
        "issue: the same document, temporary redirect",
        [(f"{_EU_HOST}/projets/jumelages/village-de-lorry", 302)],
        f"{_EU_HOST}/fr/projets/jumelages/village-de-lorry",
        drupal(_EU, "Lorry, un jumelage discret", prose("lorry", 4), kb=30),
        "Lorry, un jumelage discret",
        expected=K.OK,
        accepted=(K.MOVED,),
        headers=DRUPAL_HEADERS,
    ),
    led(
        "event site: deep programme page swallowed by the next year's front page",
        "french-web 2f: redirect to root; the reference's title is not there",
        [("https://www.forum-innov-rurale.fr/2018/programme/atelier-7", 301)],
        "https://www.forum-innov-rurale.fr/",
        wordpress(
            "Forum de l'innovation rurale",
            "Le forum revient en 2026",
            prose("forum", 3),
            doc="Forum de l'innovation rurale 2026",
        ),
        "Atelier 7 : dessiner une maison de santé",
        expected=K.SOFT_404,
        headers=WP_HEADERS,
    ),
    led(
        "old WebForms document sent to Default.aspx",
        "french-web 2f: redirect to a home page under another name",
        [("http://www.syndicat-energies-plateau.fr/Docs/Guide/Eclairage.aspx", 302)],
        "http://www.syndicat-energies-plateau.fr/Default.aspx",
        webforms("Syndicat d'énergies du Plateau", "Accueil", prose("énergies", 2)),
        "Guide de l'éclairage public",
        expected=K.SOFT_404,
        headers=IIS_HEADERS,
    ),
    led(
        "English report page sent to the English root",
        "french-web 2f: redirect to /{lang}/ from a deep path",
        [("https://ruralfutures.eu/publications/2017/after-the-post-office", 301)],
        "https://ruralfutures.eu/en",
        drupal("Rural Futures", "Rural Futures", english("futures", 3), lang="en", kb=20),
        "After the post office",
        expected=K.SOFT_404,
        headers=DRUPAL_HEADERS,
    ),
)
