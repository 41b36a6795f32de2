"""The reference's own title as witness: kept, changed, shortened, or gone."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, SPIP, STATE, article
from tests.labelled.wire import absent, looks, seen

H = "https://www.cahiers-de-l-action.fr"
G = "french-web 2g"


def known(
    name: str,
    fact: str,
    slug: str,
    titles: tuple[str, ...],
    body: bytes,
    expected: V = V.OK,
    more: tuple[V, ...] = (),
    host: str = H,
) -> Labelled:
    """A page beside the title that its references give it."""
    url = slug if slug.startswith("http") else f"{host}/{slug}"
    return Labelled(
        name, fact, url, expected, seen(url, body), titles, looks(sibling=absent(url)), also(*more)
    )


DATA = "Annnonce des 10 Lauréats de l'appel à projet du Health Data Hub"
LABO = "https://labo.societenumerique.gouv.fr/2019/02/20/lab-o-laboratoire-dinnovation-publique-services-de-letat-occitanie/"
KESAKO = "http://www.prefectures-regions.gouv.fr/occitanie/Region-et-institutions/L-action-de-l-Etat/Transition-numerique-de-l-Etat-et-modernisation-de-l-action-publique/Laboratoire-d-innovations/Laboratoire-d-innovations/Le-Lab-O-kesak-O/"
NANTES = "https://www.frenchweb.fr/laboratoire-urbain-nantes-accueille-les-labs-dinnovation-de-grands-groupes/356740"
CRANES = (
    (
        "The harbour authority has ordered four new cranes for the container terminal, "
        "to be delivered next spring."
    ),
    (
        "Freight volumes grew by six percent last year, driven by fruit and machine "
        "parts from overseas suppliers."
    ),
    (
        "Shareholders will meet in Rotterdam to vote on the dividend and on the renewal "
        "of the supervisory board."
    ),
) * 3
DIET = (
    "Perdez cinq kilos en dix jours grâce à la tisane brûle-graisse.",
    "Commandez votre cure minceur, livraison offerte.",
    "Avis de nos clientes ravies.",
) * 5
SOIN = "Prendre soin des aidants : guide à l'usage des centres communaux d'action sociale"
RURAL = "Mobilités rurales : covoiturage, autopartage et transport à la demande"

CASES = (
    known("a title kept to the letter", G, "mobilites-rurales", (RURAL,), article(RURAL)),
    known(
        "a title kept but for its typing faults",
        "french-web 1.3: titles verbatim, typos kept",
        "https://sante.gouv.fr/actualites/presse/communiques-de-presse/article/cp-annonce-des-10-laureats",
        (DATA,),
        article(
            "Annonce des dix lauréats de l’appel à projets du « Health Data Hub »", dress=STATE
        ),
    ),
    known(
        "a title in capitals and without accents",
        f"{G}: token recall",
        "aidants",
        (SOIN,),
        article(
            "PRENDRE SOIN DES AIDANTS : GUIDE A L'USAGE DES CENTRES COMMUNAUX D'ACTION SOCIALE",
            dress=SPIP,
        ),
    ),
    known(
        "a title shortened by the site",
        f"{G}: title + h1 + text",
        "aidants-guide",
        (SOIN,),
        article(
            "Prendre soin des aidants",
            ("Ce guide s'adresse aux centres communaux d'action sociale.",),
        ),
    ),
    known(
        "a title in the heading only",
        f"{G}: title + h1 + text",
        "m-1",
        (RURAL,),
        article("Cahier 14", h1=RURAL),
    ),
    known(
        "a title in the text only",
        f"{G}: title + h1 + text",
        "m-2",
        (RURAL,),
        article("Cahier 14", (f"Au sommaire : {RURAL}.",)),
    ),
    known(
        "a page without a title element",
        f"{G}: title + h1 + text",
        "m-3",
        (RURAL,),
        article("", h1=RURAL, suffix=""),
    ),
    known(
        "one of two references knows the page",
        "design 3: one match is enough",
        "m-4",
        ("Nos lectures de l'été", RURAL),
        article(RURAL),
    ),
    known("no reference has a title", f"{G}: nothing to compare", "m-5", (), article(RURAL)),
    known(
        "a reference that is a region only",
        "french-web 1.2 n 30",
        LABO,
        ("En Occitanie",),
        article("Lab’O, laboratoire d’innovation publique des services de l’État en Occitanie"),
    ),
    known(
        "the same region on the prefecture's page",
        "french-web 2b prefectures-regions: title kept, text changed",
        KESAKO,
        ("En Occitanie",),
        article(
            "Le Lab'O, késak'O ?",
            ("Le Lab'O est le laboratoire des services de l'État en Occitanie.",),
            dress=STATE,
        ),
    ),
    known(
        "a reference that is a town only",
        "french-web 1.2 n 33",
        NANTES,
        ("A Nantes",),
        article(
            "Laboratoire urbain : Nantes accueille les labs d'innovation de grands groupes",
            dress=PRESS,
            kb=34,
        ),
    ),
    known(
        "a reference that is a body only",
        "french-web 1.2 n 24",
        "https://www.la27eregion.fr/la-27-quoi/",
        ("La 27ème Région",),
        article(
            "La 27 quoi ?", ("La 27e Région est une association qui accompagne les collectivités.",)
        ),
    ),
)
