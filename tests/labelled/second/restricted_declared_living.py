"""Free articles whose data could mislead: true respected, false on other articles, free tiers."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.restricted_declared import PRESS, TRADE, _declared
from tests.labelled.second.templates_press import DRUPAL7, JOOMLA, NEXT, SPIP, WORDPRESS, build
from tests.labelled.second.templates_press_site import json_ld, sane
from tests.labelled.wire import seen

SUBSCRIBE = '<div class="abo-box"><p>Soutenez-nous : Je m\'abonne, sans engagement.</p></div>'


def _free(
    name: str,
    fact: str,
    url: str,
    title: str,
    layout: str = WORDPRESS,
    accepted: frozenset[V] = frozenset(),
    **slots: Any,
) -> Labelled:
    return _declared(
        name, fact, url, title, layout, texts=prose(title, 7), kind=V.OK, accepted=accepted, **slots
    )


CASES: tuple[Labelled, ...] = (
    _free(
        "JSON-LD true, on a site that sells subscriptions",
        "issue: true is respected",
        PRESS + "marche-de-noel-501",
        "Le marché de Noël change de place",
        side=SUBSCRIBE,
        head=json_ld('{"@type":"NewsArticle","isAccessibleForFree":true}'),
    ),
    _free(
        "JSON-LD with True as a text, and a piano.io script",
        "french-web 2e: script hosts stand on all pages of a title",
        PRESS + "piscine-502",
        "La piscine rouvre en avril",
        NEXT,
        head=json_ld('{"@type":"NewsArticle","isAccessibleForFree":"True"}')
        + '<script async src="https://cdn.tinypass.com/api/tinypass.min.js"></script>'
        '<script src="https://experience-eu.piano.io/xbuilder/experience/load?aid=x"></script>',
    ),
    _free(
        "JSON-LD with schema.org's address of True, poool on the page",
        "french-web 2e: poool.fr is loaded for free articles too",
        PRESS + "rue-aux-ecoles-503",
        "La rue aux écoles devient piétonne",
        JOOMLA,
        head=json_ld('{"@type":"Article","isAccessibleForFree":"http://schema.org/True"}')
        + '<script src="https://assets.poool.fr/access.min.js"></script>',
    ),
    _free(
        "microdata that says true beside premium neighbours",
        "issue: true is respected; hooks on cards are other articles'",
        PRESS + "fete-du-pain-504",
        "Fête du pain : le programme",
        badge='<span class="badge-premium">Abonnés</span>',
        near='<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop='
        '"isAccessibleForFree" content="true"></div>',
    ),
    _free(
        "a free article whose JSON-LD lists paid ones",
        "brief: false on related articles only",
        TRADE + "guide-des-haies.8001",
        "Guide des haies communales",
        DRUPAL7,
        head=json_ld(
            '{"@context":"https://schema.org","@graph":[{"@type":"Article","headline":'
            '"Guide des haies '
            'communales","isAccessibleForFree":true},{"@type":"ItemList"'
            ',"itemListElement":[{"@type":"ListItem","position":1,"item":{"@type":'
            '"Article","headline":"Les tarifs","isAccessibleForFree":false}}]}]}'
        ),
    ),
    _free(
        "a free article that says nothing of itself, with a list of paid ones in JSON-LD",
        "brief: false on related articles only",
        TRADE + "nichoirs.8002",
        "Des nichoirs sur la mairie",
        SPIP,
        end=json_ld(
            '{"@context":"https://schema.org","@type":"ItemList","name":"À lire aussi",'
            '"itemListElement":[{"@type":"ListItem","position":1,"item":{"@type":"News'
            'Article","url":"https://www.techni-communes.com/article/x.1",'
            '"isAccessibleForFree":"False"}}]}'
        ),
    ),
    _free(
        "a free article beside cards whose microdata say False",
        "brief: false on related articles only",
        TRADE + "eau-de-pluie.8003",
        "Récupérer l'eau de pluie à l'école",
        WORDPRESS,
        head=json_ld('{"@type":"Article","headline":"Récupérer","isAccessibleForFree":"true"}'),
        badge='<div itemscope itemtype="https://schema.org/Article"><meta itemprop='
        '"isAccessibleForFree" content="False"></div>',
    ),
    _free(
        "a free tier, said in the page's meta",
        "french-web 2e: article:content_tier free",
        PRESS + "inondations-505",
        "Inondations : les gestes utiles",
        head='<meta property="article:content_tier" content="free">',
        side=SUBSCRIBE,
    ),
    _free(
        "a museum whose entrance is not free",
        "french-web 2e: schema.org says it of a place, not of the page",
        "https://www.musee-des-vallees.fr/venir",
        "Venir au musée",
        DRUPAL7,
        site="Musée des Vallées",
        head=json_ld(
            '{"@context":"https://schema.org","@type":"Museum","name":"Musée des '
            'Vallées"'
            ',"isAccessibleForFree":false,"openingHours":"Tu-Su 10:00-18:00"}'
        ),
    ),
    _free(
        "a conference that is sold, on the page that describes it",
        "french-web 2e: isAccessibleForFree of an Event is its price",
        "https://www.rencontres-numeriques.org/programme/ouverture",
        "Séance d'ouverture",
        NEXT,
        site="Rencontres numériques",
        head=json_ld(
            '{"@type":"Event","name":"Séance '
            'd\'ouverture","isAccessibleForFree":"False",'
            '"offers":{"@type":"Offer","price":"25"}}'
        ),
    ),
    Labelled(
        "an article on schema.org that shows isAccessibleForFree in its listings",
        "issue: only data count, not listings of code",
        "https://www.referencement-utile.fr/donnees-structurees-paywall",
        V.OK,
        seen(
            "https://www.referencement-utile.fr/donnees-structurees-paywall",
            build(
                WORDPRESS,
                "Données structurées : déclarer un paywall",
                (
                    '<pre><code>&lt;script type="application/ld+json"&gt;{"@type":"NewsArticle", '
                    '"isAccessibleForFree": false, "hasPart": {"cssSelector": '
                    '".paywall"}}</code></pre>',
                    "L'attribut isAccessibleForFree: false prévient les moteurs.",
                    *prose("seo", 7),
                ),
                site="Référencement utile",
                head=json_ld('{"@type":"Article","headline":"Données"}'),
            ),
        ),
        ("Déclarer un paywall aux moteurs",),
        sane("https://www.referencement-utile.fr/donnees-structurees-paywall"),
    ),
)
