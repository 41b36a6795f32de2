"""Titles of which nothing is left, and their other side."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.titles import CRANES, DIET, KESAKO, RURAL, SOIN, G, known
from tests.labelled.pages import PRESS, STATE, article, page
from tests.labelled.prose import prose

CASES = (
    known(
        "a site that renamed itself and kept its pages",
        "issue 3: site renames",
        "https://www.strategie-plan.gouv.fr/actualites/ville-de-demain",
        ("La ville de demain vue par France Stratégie",),
        article("La ville de demain", dress=STATE),
    ),
    known(
        "a page whose text was rewritten under its title",
        "french-web 2b: content drift, same title",
        KESAKO,
        ("Le Lab'O, késak'O ?",),
        article("Le Lab'O, késak'O ?", prose("autre", 6), dress=STATE),
    ),
    known(
        "a teaser under its title",
        f"{G}; issue 3: teasers confirmed by the title",
        "m-6",
        (RURAL,),
        page(
            RURAL,
            paragraphs=(*prose("m", 1, 3), "La suite est réservée aux abonné(e)s."),
            dress=PRESS,
        ),
        V.RESTRICTED,
    ),
    known(
        "a page in a language and under a title that nothing links to the reference",
        "issue 3: title and language gone = at least doubtful",
        "mobilites-rurales-covoiturage",
        (RURAL,),
        page(
            "Quarterly review of the container terminals", suffix="", paragraphs=CRANES, lang="en"
        ),
        V.DOUBTFUL,
        (V.PARKED, V.SOFT_404),
    ),
    known(
        "a shop of slimming teas at the address of a guide",
        "french-web 2f squatted",
        "guide-aidants-ccas",
        (SOIN,),
        page("Tisane minceur, la cure qui marche", suffix="", paragraphs=DIET, lang="fr"),
        V.DOUBTFUL,
        (V.PARKED, V.SOFT_404, V.OK),
    ),
    known(
        "an English report cited by its English title",
        f"{G}, the other side: language alone is nothing",
        "https://www.oecd-local.org/reports/embracing-innovation",
        ("Embracing innovation in local government",),
        article("Embracing innovation in local government", CRANES, lang="en", suffix=""),
    ),
    known(
        "a home page in English cited by a French name",
        "never call drift on a home page",
        "https://www.nesta-lab.org.uk/",
        ("Le laboratoire britannique d'innovation",),
        page("Nesta Lab", suffix="", paragraphs=CRANES, lang="en"),
    ),
    known(
        "a page that lost its French declaration",
        f"{G}: lang is often wrong",
        "m-7",
        (RURAL,),
        article(RURAL, lang="en-US"),
    ),
)
