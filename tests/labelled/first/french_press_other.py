"""The Gazette's archives and neighbours: Lettre du cadre, Acteurs publics, Usine nouvelle."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.french_press import (
    DESIGN,
    DESIGN_URL,
    GAZETTE,
    LETTRE,
    POPIN,
    TRANSFO,
    TRANSFO_URL,
    cut,
)
from tests.labelled.labelled import Labelled
from tests.labelled.pages import article, page
from tests.labelled.wire import seen

CASES = (
    Labelled(
        "an article of the Gazette's print archive",
        "french-web 2a: archives → restricted by nature; revue n°, pas encore abonné",
        DESIGN_URL,
        V.RESTRICTED,
        seen(
            DESIGN_URL,
            page(
                DESIGN,
                paragraphs=(
                    (
                        "Quand un service change un formulaire, que gagne l'usager ? Trois "
                        "collectivités ont…"
                    ),
                    "Vous lisez un article de la revue Gazette n° 2397 du 08/01/2018",
                    "PAS ENCORE ABONNÉ",
                ),
                dress=GAZETTE,
            ),
        ),
        (DESIGN,),
    ),
    Labelled(
        "the print archive sent back to the front page",
        "french-web 2a: redirect to www home = soft-404",
        DESIGN_URL,
        V.SOFT_404,
        seen(
            "https://www.lagazettedescommunes.com/",
            article(
                "La Gazette des communes : toute l'actualité territoriale",
                dress=GAZETTE,
                before=POPIN,
                kb=40,
            ),
            via=[(DESIGN_URL, 301)],
        ),
        (DESIGN,),
    ),
    Labelled(
        "a Lettre du cadre teaser",
        "french-web 2b lettreducadre.fr: paywall text",
        "https://www.lettreducadre.fr/article/la-transfo-saison-2.42285",
        V.RESTRICTED,
        seen(
            "https://www.lettreducadre.fr/article/la-transfo-saison-2.42285",
            cut(
                TRANSFO,
                LETTRE,
                "Dix régions ont déjà tenté l'aventure [\u2026]",
                "Pour lire l’intégralité de cet article, abonnez-vous à La Lettre du Cadre "
                "- édition Abonné",
                "Déjà abonné ?",
            ),
        ),
        (TRANSFO,),
    ),
    Labelled(
        "a free Lettre du cadre article",
        "french-web 2b; 2e weak: testez gratuitement",
        "https://www.lettreducadre.fr/article/la-transfo-saison-2.42285",
        V.OK,
        seen(
            "https://www.lettreducadre.fr/article/la-transfo-saison-2.42285",
            article(TRANSFO, dress=LETTRE, kb=18),
        ),
        (TRANSFO,),
    ),
    Labelled(
        "an old Lettre du cadre address that leads to the article",
        "french-web 2b: new scheme /article/{slug}.{id}; 2f: same slug = moved",
        TRANSFO_URL,
        V.MOVED,
        seen(
            "https://www.lettreducadre.fr/article/la-transfo-saison-2.42285",
            article(TRANSFO, dress=LETTRE, kb=18),
            via=[(TRANSFO_URL, 301)],
        ),
        (TRANSFO,),
    ),
    Labelled(
        "an old Lettre du cadre address that leads home",
        "french-web 2b: old id → home",
        TRANSFO_URL,
        V.SOFT_404,
        seen(
            "https://www.lettreducadre.fr/",
            article(
                "La Lettre du cadre territorial, le magazine des décideurs", dress=LETTRE, kb=30
            ),
            via=[(TRANSFO_URL, 301)],
        ),
        (TRANSFO,),
    ),
)
