"""Subscriptions of the press: declared, hooked, and said in French."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, article, page
from tests.labelled.prose import prose
from tests.labelled.wire import absent, looks, seen

TITLE = "Ces maires qui renoncent à leur indemnité"
URL = "https://www.depeche-des-mairies.fr/finances/ces-maires-qui-renoncent-a-leur-indemnite-48213"
SHORT = prose("chapô", 1, 2)


def jsonld(value: str, more: str = "") -> str:
    """Return a declaration in JSON-LD."""
    return (
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},'
        f'{{"@type":"NewsArticle","headline":"{TITLE}","isAccessibleForFree":{value}{more}}}]}}</script>'
    )


PART = ',"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".reserve"}'
TIER = '<meta property="article:content_tier" content="{}">'


def teaser(
    *more: str, head: str = "", after: str = "", near_h1: str = "", texts: tuple[str, ...] = SHORT
) -> bytes:
    """Return the beginning of an article."""
    return page(
        TITLE,
        paragraphs=(*texts, *more),
        dress=PRESS,
        head=head,
        after=after,
        near_h1=near_h1,
        kb=18,
    )


def walled(name: str, fact: str, body: bytes, *more: V) -> Labelled:
    """An article behind a subscription."""
    return Labelled(
        name,
        f"french-web 2e: {fact}",
        URL,
        V.RESTRICTED,
        seen(URL, body),
        (TITLE,),
        looks(sibling=absent(URL)),
        also(*more),
    )


def free(name: str, fact: str, body: bytes, *more: V) -> Labelled:
    """An article that all may read."""
    return Labelled(
        name,
        f"french-web 2e: {fact}",
        URL,
        V.OK,
        seen(URL, body),
        (TITLE,),
        looks(sibling=absent(URL)),
        also(*more),
    )


CASES = (
    walled(
        "a subscription declared in JSON-LD with a part",
        "isAccessibleForFree false, hasPart",
        teaser(head=jsonld("false", PART)),
    ),
    walled(
        "a subscription declared as the text False",
        'isAccessibleForFree "False"',
        teaser(head=jsonld('"False"')),
    ),
    walled(
        "a subscription declared as a schema.org address",
        "isAccessibleForFree http://schema.org/False",
        teaser(head=jsonld('"http://schema.org/False"')),
    ),
    walled(
        "a subscription declared in microdata",
        "microdata isAccessibleForFree",
        teaser(
            '<div itemscope itemtype="https://schema.org/NewsArticle"><meta '
            'itemprop="isAccessibleForFree" content="false"></div>'
        ),
    ),
    walled("a locked content tier", "content_tier locked", teaser(head=TIER.format("locked"))),
    walled(
        "a premium content tier",
        "content_tier premium seen too",
        teaser(head=TIER.format("premium")),
    ),
    walled(
        "a subscription declared on a page that shows all",
        "metered sites declare false while showing all",
        article(TITLE, dress=PRESS, head=jsonld("false"), kb=20),
        V.OK,
    ),
    free(
        "a metered page that shows all",
        "content_tier metered",
        article(TITLE, dress=PRESS, head=TIER.format("metered"), kb=20),
        V.RESTRICTED,
    ),
    free(
        "a free article that declares it",
        "isAccessibleForFree true respected",
        article(TITLE, dress=PRESS, head=jsonld("true"), kb=22),
    ),
    free(
        "a declared free article with offers and a paid neighbour",
        "true respected; weak phrases",
        article(
            TITLE,
            dress=PRESS,
            head=jsonld('"True"'),
            kb=30,
            after=(
                '<section class="a-lire"><h2>À lire aussi</h2><a class="paywall" '
                'href="/x">Fusions de communes : le match</a> <span>Réservé aux abonnés</span> '
                "<a>Je m'abonne</a> <a>Déjà abonné ?</a></section>"
            ),
        ),
    ),
    free(
        "a free tier with offers",
        "content_tier free; weak phrases",
        article(
            TITLE,
            dress=PRESS,
            head=TIER.format("free"),
            kb=16,
            after="<p>Abonnez-vous, sans engagement, à partir de 1 €. Testez gratuitement.</p>",
        ),
    ),
    free(
        "a free article that loads a paywall vendor",
        "true respected; script hosts",
        article(
            TITLE,
            dress=PRESS,
            head=jsonld("true")
            + '<script src="https://assets.poool.fr/access.min.js" async></script>',
            kb=16,
        ),
    ),
)
