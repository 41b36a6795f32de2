"""What the press writes at the end of a teaser: strong phrases, inclusive spellings, weak ones."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.press_filler import english
from tests.labelled.second.restricted_declared import _declared
from tests.labelled.second.templates_press import (
    DRUPAL7,
    JOOMLA,
    NEXT,
    SPIP,
    TABLES,
    TYPO3,
    WEBFORMS,
    WORDPRESS,
)
from tests.labelled.second.templates_press_site import MAGAZINE

CUT = (
    "Tout a commencé par une affiche scotchée sur la porte de la perception. Les habitants ont cru "
    "à une plaisanterie, puis les premiers courriers sont arrivés […]",
)


def _says(
    name: str,
    url: str,
    title: str,
    phrase: str,
    layout: str = MAGAZINE,
    fact: str = "french-web 2e: strong phrases, one is enough",
    **slots: Any,
) -> Labelled:
    texts = slots.pop("texts", CUT)
    return _declared(name, fact, url, title, layout, texts=(*texts, phrase), **slots)


WEEKLY = "https://www.lhebdo-du-vexin.fr/"
LCT = "https://www.lettreducadre.fr/article/la-perception-ferme-le-guichet-reste.48112"

CASES: tuple[Labelled, ...] = (
    _says(
        "la suite est réservée, with a no-break space and a share to read",
        WEEKLY + "12803/perception",
        "La perception ferme",
        "Il vous reste 67.4\u00a0% de cet article à lire. La suite est réservée aux abonnés.",
    ),
    _says(
        "the Lettre du cadre's teaser",
        LCT,
        "La perception ferme, le guichet reste",
        "<div class='abo'><p>Pour lire l’intégralité de cet article, abonnez-vous à La Lettre du "
        "Cadre - édition Abonné</p><p>Testez gratuitement La Lettre du Cadre</p><p>Déjà abonné ?"
        "</p></div>",
        fact="french-web 2b: lettreducadre.fr",
    ),
    _says(
        "inclusive spelling with middle dots",
        WEEKLY + "12811/creche",
        "La crèche à vélo",
        "Cet article est réservé à nos abonné·e·s.",
        WORDPRESS,
    ),
    _says(
        "inclusive spelling with full stops",
        "https://www.revue-alterlocale.org/creche-velo",
        "La crèche à vélo",
        "Réservé à nos abonné.e.s",
        SPIP,
        fact="french-web 2e: Réservé à nos abonné.e.s",
    ),
    _says(
        "inclusive spelling with one middle dot, in a table layout",
        "http://www.alterlocal.free.fr/art412.htm",
        "La coopérative des toits",
        "Contenu réservé aux abonné·es",
        TABLES,
        charset="windows-1252",
    ),
    _says(
        "inclusive spelling with hyphens, in capitals",
        "https://www.le-brief-public.fr/p/notes-de-frais",
        "Les notes de frais des élu-es",
        "ARTICLE RÉSERVÉ AUX ABONNÉ-E-S",
        NEXT,
    ),
    _says(
        "a review's issue and no subscription yet",
        "http://www.le-batisseur.net/articles/des-poutres-et-des-hommes-33996180",
        "Des poutres et des hommes",
        "Vous lisez un article de la revue Bâtisseur n° 5903 du 06/01/2017. PAS ENCORE ABONNÉ",
        WEBFORMS,
        fact="french-web 2a: the sister layout of the Moniteur",
    ),
    _says(
        "an account that costs nothing but must be made",
        WEEKLY + "12830/tracteurs",
        "Les tracteurs en ville",
        "Créez un compte gratuit pour lire la suite de l’article.",
        TYPO3,
    ),
    _says(
        "connect to read on",
        "https://www.espace-territorial.com/a/2231",
        "Comment noter sans blesser",
        "Connectez-vous pour lire la suite",
        JOOMLA,
    ),
    _says(
        "an article that is paid for by the piece",
        "https://shs.revues-en-ligne.eu/revue-de-geographie-2018-3-page-45.htm",
        "Le bourg et sa périphérie",
        "Cet article est payant. Panier : 5,00 €",
        DRUPAL7,
    ),
    _says(
        "Lecture réservée, in a small review",
        "https://www.cahiers-ruraux.org/n12/lire/3",
        "Cahier d'un garde champêtre",
        "Lecture réservée",
        SPIP,
    ),
    _says(
        "abonnez-vous pour lire, with a spinner of ads",
        WEEKLY + "12844/eolienne",
        "L'éolienne et le curé",
        "Abonnez-vous pour lire la suite – 1 € le premier mois",
        WORDPRESS,
    ),
    _says(
        "the rest for subscribers, feminine plural, variant of its own",
        WEEKLY + "12846/ardoise",
        "Le dernier ardoisier",
        "La suite de cet article est réservée à nos abonnées et abonnés.",
        NEXT,
    ),
    _says(
        "weak phrases together under a cut text",
        WEEKLY + "12851/bac",
        "Le bac ne passe plus",
        "<div><p>Déjà abonné ? Se connecter</p><p>Je m'abonne à partir de 1 €, sans engagement"
        "</p></div>",
        WORDPRESS,
        fact="french-web 2e: weak ones need two and a short, cut text",
    ),
    _says(
        "an English trade paper for subscribers only",
        "https://www.localgovtimes.co.uk/features/the-empty-desk",
        "The empty desk",
        "This article is for subscribers only. Subscribe to continue reading. Already a "
        "subscriber? Sign in",
        NEXT,
        texts=english("desk", 1, 3),
        lang="en",
        fact="french-web 2e, in English: natural variants",
    ),
    _says(
        "a long teaser that says at its end that it is one",
        WEEKLY + "12870/canal",
        "Le canal, dix ans après",
        "Pour lire la totalité de cet article, abonnez-vous",
        MAGAZINE,
        texts=prose("canal", 4),
    ),
    _declared(
        "one weak phrase under a short text that is whole",
        "french-web 2e: a weak phrase never decides alone",
        WEEKLY + "12871/breve",
        "Brève : la fontaine coule",
        kind=V.OK,
        texts=(
            "La fontaine de la place coule de nouveau depuis mardi. La pompe a été "
            "changée "
            "par le syndicat des eaux, qui promet une garantie de cinq ans.",
            "Se connecter",
        ),
        layout=WORDPRESS,
    ),
    _declared(
        "the whole article of the perception, on a free weekly that calls for subscribers",
        "french-web 2e: a long whole text with weak phrases is free",
        WEEKLY + "12803/perception-libre",
        "La perception ferme",
        kind=V.OK,
        texts=(*prose("perception", 9), "Abonnez-vous ! Déjà abonné ? Testez gratuitement."),
    ),
)
