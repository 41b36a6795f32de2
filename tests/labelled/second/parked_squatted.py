"""Domains that squatters took: casinos, streams, shops and spun blogs where a site was."""

from __future__ import annotations

from typing import Any

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.prose import prose
from tests.labelled.second.templates_press import NEXT, SPIP, WORDPRESS, build
from tests.labelled.second.templates_press_site import sane
from tests.labelled.wire import absent, beside, looks, seen

TAKEN = "french-web 2f: squatted; issue: at least doubtful when title and language are lost"
SLOTS = (
    "Daftar situs slot gacor hari ini dengan bonus new member 100 persen di depan.",
    "Slot online terpercaya, deposit pulsa tanpa potongan, judi bola dan live casino 24 jam.",
    "RTP slot tertinggi: Gates of Olympus, Starlight Princess, Sweet Bonanza, Mahjong Ways.",
    "Daftar sekarang, slot gampang menang, jackpot terbesar, judi online resmi.",
)
CASINO = (
    "Découvrez notre classement des meilleurs casinos en ligne avec bonus sans dépôt.",
    "Machines à sous, roulette, blackjack : 200 tours gratuits dès l'inscription au casino.",
    "Notre avis sur le casino : retrait rapide, bonus de bienvenue de 500 €, paris sportifs.",
    "Jouez aux machines à sous en argent réel. Casino fiable, jackpot progressif, bonus VIP.",
)
POKIES = (
    "Best online casino bonuses for 2026: free spins, no deposit, instant withdrawal.",
    "Play slots, live roulette and blackjack. Bet on sports with the best betting odds.",
    "Our casino review team has tested 120 gambling sites, slots and poker rooms.",
)
WORK = "https://www.chantiers-citoyens.org/ressources/guide-des-ateliers"
FEST = "http://www.festival-des-solutions.fr/"
LAB = "https://www.lab-archipel.org/2018/11/05/cartographier-les-usages/"
REVIEW = "http://www.revue-des-bourgs.net/"
THESES = "https://www.observatoire-des-villages.org/publications/cahier-4.html"


def _spam(layout: str, title: str, texts: tuple[str, ...], **slots: Any) -> bytes:
    """Return a squatter's page, which keeps nothing of the site's menus and articles."""
    return build(layout, title, texts, entries=0, others=0, talk=False, **slots)


def _taken(
    name: str,
    url: str,
    body: bytes,
    title: str,
    *,
    kind: V = V.PARKED,
    accepted: frozenset[V] = frozenset({V.DOUBTFUL}),
    to: str = "",
    status: int = 301,
) -> Labelled:
    plain: Exchange = seen(to or url, body, via=((url, status),) if to else ())
    sibling = seen(to, body, via=((beside(url), status),)) if to else absent(url)
    return Labelled(
        name,
        TAKEN,
        url,
        kind,
        plain,
        (title,),
        looks(sibling=sibling, second=plain, browser=plain),
        accepted,
    )


CASES: tuple[Labelled, ...] = (
    _taken(
        "slot gacor where citizens built",
        WORK,
        _spam(
            NEXT,
            "SLOT GACOR : Situs Slot Online Terpercaya Hari Ini",
            SLOTS * 3,
            lang="id",
            site="CHANTIERSCITOYENS",
            kb=40,
        ),
        "Guide des ateliers",
    ),
    _taken(
        "a ranking of casinos, in French, where a festival was",
        FEST,
        _spam(
            WORDPRESS,
            "Meilleur casino en ligne 2026 : avis et bonus",
            CASINO * 3,
            site="Casino en ligne",
        ),
        "Festival des solutions",
    ),
    _taken(
        "a 301 to a casino on another domain",
        LAB,
        _spam(
            NEXT, "Best online casinos and slots in 2026", POKIES * 4, lang="en", site="SpinLuxe"
        ),
        "Cartographier les usages",
        to="https://www.spinluxe-casino.fr/",
        accepted=also(V.DOUBTFUL, V.SOFT_404),
    ),
    _taken(
        "a casino's page under the very slug of the article",
        LAB,
        _spam(
            WORDPRESS,
            "Casino en ligne fiable : 200 tours gratuits",
            CASINO * 4,
            site="Lab Archipel",
        ),
        "Cartographier les usages",
    ),
    _taken(
        "films to stream where a review was",
        REVIEW,
        _spam(
            WORDPRESS,
            "Voir films et séries en streaming VF gratuit",
            (
                "Streaming complet en HD, VF et VOSTFR, sans inscription ni limite.",
                "Regarder le film complet en streaming gratuit, lecteur rapide.",
            )
            * 4,
            site="FilmoVF",
        ),
        "La Revue des bourgs",
    ),
    _taken(
        "a Japanese shop where an observatory was",
        THESES,
        _spam(
            WORDPRESS,
            "スーパーコピー 時計 激安通販 専門店",
            ("最高品質のブランド時計を激安価格で販売しております。全国送料無料。",) * 6,
            lang="ja",
            site="時計通販",
        ),
        "Les cahiers de l'observatoire, numéro 4",
        kind=V.DOUBTFUL,
        accepted=also(V.PARKED, V.SOFT_404),
    ),
    _taken(
        "a spun blog on hemp oil in the place of a review's issue",
        REVIEW + "numeros/12",
        _spam(
            SPIP,
            "Huile de chanvre : bienfaits et dosage",
            (
                "L'huile de chanvre détend et aide à dormir, disent ses amateurs.",
                "Choisir son huile : le guide complet, les prix et les marques.",
            ),
            site="Bien-être",
        ),
        "Sommaire du numéro 12 : habiter, réparer",
        kind=V.DOUBTFUL,
        accepted=also(V.PARKED, V.SOFT_404),
    ),
    Labelled(
        "the guide of the citizens' works before it was taken",
        "issue: a living twin",
        WORK,
        V.OK,
        seen(WORK, build(SPIP, "Guide des ateliers", prose("ateliers"), site="Chantiers citoyens")),
        ("Guide des ateliers",),
        sane(WORK),
    ),
    Labelled(
        "the festival's home before it was taken",
        "issue: a living twin, a home page",
        FEST,
        V.OK,
        seen(
            FEST,
            build(
                WORDPRESS,
                "Accueil",
                prose("festival", 3),
                h1="Cinq jours en juillet",
                full="Festival des solutions",
                site="Festival des solutions",
            ),
        ),
        ("Festival des solutions",),
    ),
    Labelled(
        "the lab's map of uses before it was taken",
        "issue: a living twin",
        LAB,
        V.OK,
        seen(
            LAB, build(WORDPRESS, "Cartographier les usages", prose("carto"), site="Lab Archipel")
        ),
        ("Cartographier les usages",),
        sane(LAB),
    ),
)
