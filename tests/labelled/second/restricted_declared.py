"""Articles that declare themselves not free: schema.org in all spellings, content tiers."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.prose import prose
from tests.labelled.second.press_filler import english
from tests.labelled.second.templates_press import DRUPAL7, JOOMLA, NEXT, TYPO3, WORDPRESS, build
from tests.labelled.second.templates_press_site import MAGAZINE, cited, json_ld, sane
from tests.labelled.wire import seen


def _declared(
    name: str,
    fact: str,
    url: str,
    title: str,
    layout: str = MAGAZINE,
    *,
    texts: tuple[str, ...] = (),
    kind: V = V.RESTRICTED,
    accepted: frozenset[V] = frozenset(),
    **slots: Any,
) -> Labelled:
    body = build(layout, title, texts or prose(title, 2), **slots)
    return Labelled(name, fact, url, kind, seen(url, body), cited(title), sane(url), accepted)


PRESS = "https://www.le-quotidien-du-perche.fr/2018/11/"
TRADE = "https://www.techni-communes.com/article/"

CASES: tuple[Labelled, ...] = (
    _declared(
        "JSON-LD with a false that is a boolean, and a part",
        "french-web 2e: isAccessibleForFree false, hasPart WebPageElement",
        PRESS + "haras-vente-381",
        "Le haras vend ses dernières écuries",
        entries=160,
        kb=40,
        head=json_ld(
            '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Le haras '
            'vend"'
            ',"isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement",'
            '"isAccessibleForFree":false,"cssSelector":".article-body"}}'
        ),
    ),
    _declared(
        "JSON-LD with the text False in capitals",
        'french-web 2e: compare case-insensitively, "False"',
        PRESS + "lait-cru-412",
        "Lait cru : la coopérative tient bon",
        WORDPRESS,
        head=json_ld(
            '{"@context":"http://schema.org","@type":"Article","isAccessibleForFree":"False"}'
        ),
    ),
    _declared(
        "JSON-LD with schema.org's own address of False",
        "french-web 2e: http://schema.org/False",
        TRADE + "voirie-enrobes-tiedes.7781",
        "Enrobés tièdes : le bilan carbone",
        NEXT,
        head=json_ld(
            '{"@type":["Article","TechArticle"],"isAccessibleForFree":"http://schema.org/False"}'
        ),
    ),
    _declared(
        "JSON-LD with the https address of False in a graph of Yoast",
        "french-web 2e: @graph, all spellings",
        TRADE + "arrosage-sonde.7790",
        "Arroser moins, mesurer mieux",
        WORDPRESS,
        head=json_ld(
            '{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":'
            '"TC"},{"@type":"BreadcrumbList","itemListElement":[]},{"@type":'
            '["Article","NewsArticle"],"headline":"Arroser '
            'moins","isAccessibleForFree'
            '":"https://schema.org/False"}]}'
        ),
    ),
    _declared(
        "JSON-LD as an array of objects, spread over lines",
        "french-web 2e: arrays",
        PRESS + "maire-demission-390",
        "Pourquoi le maire jette l'éponge",
        head='<script data-schema="x" type=\'application/ld+json\'>\n[\n {\n  "@context": '
        '"https://schema.org",\n  "@type": "Organization",\n  "name": "LQP"\n },\n {\n  '
        '"@type"'
        ': "ReportageNewsArticle",\n  "isAccessibleForFree" : "false"\n }\n]\n</script>',
    ),
    _declared(
        "JSON-LD whose parts are an array, the article within mainEntity",
        "french-web 2e: hasPart false in a nested article",
        PRESS + "college-fusion-433",
        "Collèges : la fusion qui divise",
        DRUPAL7,
        head=json_ld(
            '{"@context":"https://schema.org","@type":"WebPage","mainEntity":{"@typ'
            'e":'
            '"NewsArticle","isAccessibleForFree":"FALSE","hasPart":[{"@type":"WebPa'
            "ge"
            'Element","isAccessibleForFree":"FALSE","cssSelector":".paywall"}]}}'
        ),
    ),
    _declared(
        "JSON-LD wrapped in CDATA",
        "french-web 2e: declared in JSON-LD",
        TRADE + "chaufferie-bois.7802",
        "Chaufferie bois : le contrat décortiqué",
        TYPO3,
        head=json_ld(
            '//<![CDATA[\n{"@context":"https://schema.org","@type":"Article",'
            '"isAccessibleForFree":false}\n//]]>'
        ),
    ),
    _declared(
        "microdata that says False in a meta element",
        "french-web 2e: or microdata",
        PRESS + "hopital-garde-399",
        "L'hôpital cherche des gardes de nuit",
        JOOMLA,
        after='<meta itemprop="isAccessibleForFree" content="False" />',
    ),
    _declared(
        "microdata on a link to schema.org/False",
        "french-web 2e: microdata, address spelling",
        PRESS + "gare-guichet-402",
        "Le guichet ferme, la gare reste",
        WORDPRESS,
        near='<div itemscope itemtype="https://schema.org/NewsArticle"><link itemprop='
        '"isAccessibleForFree" href="http://schema.org/False"></div>',
    ),
    _declared(
        "RDFa that says false",
        "issue: JSON-LD, microdata and RDFa",
        TRADE + "marches-reserves.7811",
        "Marchés réservés : mode d'emploi",
        DRUPAL7,
        near='<span vocab="https://schema.org/" typeof="NewsArticle"><meta property='
        '"isAccessibleForFree" content="false"></span>',
    ),
    _declared(
        "RDFa with the schema prefix",
        "issue: RDFa; french-web 2e: all spellings",
        TRADE + "paie-des-agents.7815",
        "La paie des agents passe à la loupe",
        TYPO3,
        near='<span property="schema:isAccessibleForFree" content="False"></span>',
    ),
    _declared(
        "a content tier that is locked",
        "french-web 2e: article:content_tier locked",
        PRESS + "cinema-numerique-420",
        "Le cinéma du bourg joue sa dernière carte",
        head='<meta property="article:content_tier" content="locked">',
    ),
    _declared(
        "a content tier that is premium",
        "french-web 2e: premium seen too",
        PRESS + "abattoir-425",
        "L'abattoir public change de mains",
        NEXT,
        head='<meta name="article:content_tier" content="Premium"/>',
    ),
    _declared(
        "a metered tier with the whole text shown",
        "french-web 2e: metered declares a subscription while showing all",
        PRESS + "fanfare-427",
        "La fanfare a cent ans",
        texts=prose("fanfare", 8),
        accepted=also(V.OK),
        head='<meta property="article:content_tier" content="metered">',
    ),
    _declared(
        "an English weekly that declares false in JSON-LD",
        "french-web 2e: declared; the language does not matter",
        "https://www.countyobserver.co.uk/long-read/the-last-ferry",
        "The last ferry",
        texts=english("ferry", 2),
        lang="en",
        site="County Observer",
        head=json_ld(
            '{"@context":"https://schema.org/","@type":"NewsArticle","headline":"Th'
            "e "
            'last ferry","isAccessibleForFree":"no","hasPart":{"@type":'
            '"WebPageElement","isAccessibleForFree":"False"}}'
        ),
    ),
)
