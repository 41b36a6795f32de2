"""Redirects: to the same page, to the same document elsewhere, or to anything else."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, article, page
from tests.labelled.prose import prose
from tests.labelled.wire import looks, seen

TITLE = "Le télétravail dans les petites communes"
SLUG = "le-teletravail-dans-les-petites-communes"
H = "www.observatoire-rh-local.fr"
DEEP = f"https://{H}/publications/2019/06/{SLUG}"
GOOD = article(TITLE, dress=PRESS, kb=14)
HOME = article("Observatoire des RH locales : études, chiffres et rencontres", dress=PRESS, kb=28)
LIST = page(
    "Toutes les publications",
    paragraphs=[
        f"<h2>{t}</h2><p>{p}</p>"
        for t, p in zip(
            (
                "Recruter en zone rurale",
                "L'absentéisme en débat",
                "La paie à façon",
                "Rémunérer au mérite ?",
            ),
            prose("liste", 4, 2),
            strict=True,
        )
    ],
    dress=PRESS,
)


def led(
    name: str,
    fact: str,
    expected: V,
    body: bytes,
    target: str,
    *steps: tuple[str, int],
    title: str = TITLE,
    status: int = 200,
    more: tuple[V, ...] = (),
    sibling: Exchange | None = None,
) -> Labelled:
    """A link that is redirected."""
    return Labelled(
        name,
        fact,
        steps[0][0],
        expected,
        seen(target, body, status, via=steps),
        (title,),
        looks(sibling=sibling),
        also(*more),
    )


CONV = "issue 3, conventions"
F2 = "french-web 2f redirect rules"
FS, FS_T = (
    "https://www.strategie.gouv.fr/actualites/innovation-publique-france-strategie-lance-projet-lab",
    "Innovation publique : France Stratégie lance le projet Lab",
)
LABO, LABO_T = (
    "https://labo.societenumerique.gouv.fr/2019/02/20/lab-o-laboratoire-dinnovation-publique-services-de-letat-occitanie/",
    "Lab'O, laboratoire d'innovation publique des services de l'État en Occitanie",
)
R27, R27_T = (
    "http://www.la27eregion.fr/mutualiser-linnovation-publique-a-lechelle-territoriale-le-prochain-grand-defi/",
    "Mutualiser l'innovation publique à l'échelle territoriale : le prochain grand défi ?",
)
MOD, MOD_T = (
    "https://www.modernisation.gouv.fr/etudes-et-referentiels/etudes/les-laboratoires-dinnovation-publique-bilan-et-referentiel-devaluation",
    "Les laboratoires d'innovation publique : bilan et référentiel d'évaluation",
)
CP, CP_T = (
    "https://solidarites-sante.gouv.fr/actualites/presse/communiques-de-presse/article/cp-annonce-des-10-laureats-de-l-appel-a-projet-du-health-data-hub",
    "Annnonce des 10 Lauréats de l'appel à projet du Health Data Hub",
)
CP_H1 = "Annonce des 10 lauréats de l’appel à projets du Health Data Hub"

CASES = (
    led("http to https", CONV, V.OK, GOOD, DEEP, (DEEP.replace("https", "http"), 301)),
    led("without www to with", CONV, V.OK, GOOD, DEEP, (DEEP.replace("www.", ""), 308)),
    led("a trailing slash", CONV, V.OK, GOOD, DEEP + "/", (DEEP, 301)),
    led(
        "http, www and slash in a row",
        CONV,
        V.OK,
        GOOD,
        DEEP + "/",
        (DEEP.replace("https://www.", "http://"), 301),
        (DEEP.replace("https", "http"), 301),
        (DEEP, 302),
    ),
    led(
        "la 27e Région over https",
        "french-web 2b la27eregion: 301 http→https = ok",
        V.OK,
        article(R27_T),
        R27.replace("http:", "https:"),
        (R27, 301),
        title=R27_T,
    ),
    led(
        "a temporary redirect to the same page with a session",
        CONV,
        V.OK,
        GOOD,
        DEEP + "?sid=7f3a",
        (DEEP, 302),
    ),
    led("a 307 to the https form", CONV, V.OK, GOOD, DEEP, (DEEP.replace("https", "http"), 307)),
    led(
        "a 303 to another path of the same document",
        CONV,
        V.OK,
        GOOD,
        f"https://{H}/p/{SLUG}",
        (DEEP, 303),
        more=(V.MOVED,),
    ),
    led(
        "a cookie check that ends",
        "issue 3: cookie-gated loops that end",
        V.OK,
        GOOD,
        DEEP,
        (DEEP, 302),
        (DEEP + "?cookieCheck=1", 302),
    ),
)
