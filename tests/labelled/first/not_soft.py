"""Living pages that look like lost ones: about 404, short, homely, or oddly named."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, SPIP, STATE, article, page
from tests.labelled.prose import prose
from tests.labelled.wire import absent, looks, seen

FACT = "french-web 2f: living"


def alive(
    name: str,
    fact: str,
    url: str,
    title: str,
    body: bytes,
    *,
    titles: tuple[str, ...] | None = None,
    more: tuple[V, ...] = (),
    probed: bool = True,
) -> Labelled:
    """A page that lives, beside which nothing is found."""
    return Labelled(
        name,
        f"{FACT}; {fact}",
        url,
        V.OK,
        seen(url, body),
        (title,) if titles is None else titles,
        looks(sibling=absent(url)) if probed else {},
        also(*more),
    )


PEUGEOT = "Peugeot 404, la berline des préfectures"
ABOUT = "Page introuvable : pourquoi les liens meurent"
ERROR = "L'erreur 404 dans tous ses états"
OUPS = "« Oups ! » : quand l'administration se trompe"
GONE = "Cette page de notre histoire n'existe plus que dans les mémoires"
NUM = "Délibération n° 404"
LOST = "Les objets introuvables du musée de la poste"
B = "https://www.carnet-des-territoires.fr"
EMPTY_SEARCH = page(
    "Résultats de recherche : innovation publique",
    paragraphs=("312 documents trouvés.", *prose("notices", 4, 2)),
    dress=SPIP,
)

CASES = (
    alive(
        "a Peugeot",
        "Peugeot 404",
        f"{B}/culture/peugeot-404",
        PEUGEOT,
        article(PEUGEOT, dress=PRESS, kb=20),
    ),
    alive(
        "a Peugeot in short, its title before the bar",
        "Peugeot 404; short pages",
        f"{B}/culture/peugeot-404-notice",
        "Peugeot 404",
        page(
            "Peugeot 404",
            paragraphs=("Berline produite à Sochaux de 1960 à 1975. Don de la famille Rey.",),
        ),
    ),
    alive(
        "an article about lost pages",
        "an article about 404s",
        f"{B}/2019/page-introuvable",
        ABOUT,
        article(ABOUT, ("« Cette page n'existe plus », lit-on un peu partout.",), kb=12),
    ),
    alive(
        "the same article cited under no title",
        "an article about 404s",
        f"{B}/2019/page-introuvable",
        ABOUT,
        article(ABOUT, ("« La page que vous cherchez n'existe pas », répond le serveur.",), kb=12),
        titles=(),
    ),
    alive(
        "an article about error 404",
        "an article about 404s",
        f"{B}/web/erreur-404",
        ERROR,
        article(
            ERROR,
            ("404 Not Found, page not found, page introuvable : le vocabulaire ne manque pas.",),
            dress=STATE,
        ),
    ),
    alive(
        "a column called Oups",
        "words of a soft 404 in a living title",
        f"{B}/chroniques/oups",
        OUPS,
        article(OUPS),
    ),
    alive(
        "a title in which a page no longer exists",
        "words of a soft 404 in a living title",
        f"{B}/histoire/page-de-notre-histoire",
        GONE,
        article(GONE),
    ),
    alive(
        "a decision numbered 404 at the end of its title",
        "404 in a title is no proof",
        f"{B}/actes/deliberation-404",
        NUM,
        article(NUM, ("Le conseil, après en avoir délibéré, approuve la convention.",), suffix=""),
    ),
    alive(
        "a museum of things that cannot be found",
        "introuvable is an adjective",
        f"{B}/culture/objets-introuvables",
        LOST,
        article(LOST),
    ),
    alive(
        "a long page that quotes a whole sentence deep in its text",
        "whole page > 1 500 characters",
        f"{B}/web/charte",
        "Charte de nommage des adresses",
        article(
            "Charte de nommage des adresses",
            (*prose("x", 4), "Évitez le message « La page demandée n'existe pas »."),
        ),
    ),
)
