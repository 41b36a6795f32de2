"""Subscriptions by hooks and French phrases, and pages that merely sell one."""

from __future__ import annotations

from tests.labelled.first.subscriptions import TITLE, free, teaser, walled
from tests.labelled.pages import PRESS, article, page
from tests.labelled.prose import prose

CASES = (
    walled(
        "a Poool paywall",
        "#poool-paywall",
        teaser(
            after='<div id="poool-paywall"></div><script src="https://assets.poool.fr/access.min.js"></script>'
        ),
    ),
    walled(
        "a Qiota paywall",
        "#qiota-paywall",
        teaser(
            after='<div id="qiota-paywall"></div><script src="https://static.qiota.com/q.js"></script>'
        ),
    ),
    walled(
        "a P3 paywall",
        ".p3-advanced-paywall",
        teaser(after='<div class="p3-advanced-paywall"></div>'),
    ),
    walled(
        "a WooCommerce membership",
        ".wc-memberships-content-restricted-message",
        teaser(
            after='<div class="wc-memberships-content-restricted-message">Devenez membre.</div>'
        ),
    ),
    walled(
        "an aside reserved to subscribers",
        "aside#article-reserve-aux-abonnes",
        teaser(after='<aside id="article-reserve-aux-abonnes">Offres</aside>'),
    ),
    walled(
        "reserved, in capitals",
        "phrase, case normalised",
        teaser("<p><strong>CET ARTICLE EST RÉSERVÉ À NOS ABONNÉS</strong></p>"),
    ),
    walled(
        "reserved, with middle dots", "inclusive forms", teaser("Contenu réservé aux abonné·es.")
    ),
    walled(
        "reserved, with full stops",
        "inclusive forms",
        teaser("La suite est réservée aux abonné.e.s de la Dépêche."),
    ),
    walled("reserved, with hyphens", "inclusive forms", teaser("Article réservé aux abonné-e-s")),
    walled(
        "so much left to read, with no-break spaces",
        "Il vous reste N % ; NBSP and ’",
        teaser("Il vous reste\u00a078\u202f% de l’article à lire."),
    ),
    walled(
        "subscribe to read on",
        "Pour lire la suite de cet article",
        teaser("Pour lire la suite de cet article, choisissez votre formule."),
    ),
    walled(
        "log in to read on",
        "Connectez-vous pour lire la suite",
        teaser("Connectez-vous pour lire la suite."),
    ),
    walled(
        "a free account to read",
        "Créez un compte gratuit pour lire",
        teaser("Créez un compte gratuit pour lire cet article en entier."),
    ),
    walled(
        "a paid article",
        "Cet article est payant",
        teaser("Cet article est payant : 2,50 € l'unité."),
    ),
    walled(
        "reading reserved",
        "Lecture réservée",
        teaser("<div class='cadenas'>Lecture réservée</div>"),
    ),
    walled(
        "weak words around a cut text",
        "two weak phrases + cut text",
        teaser(
            "Le maire, lui, avait prévenu dès le mois de […]",
            "Déjà abonné ? Se connecter",
            "Je m'abonne à partir de 1 € par mois, sans engagement",
        ),
    ),
    free(
        "weak words around a whole article",
        "weak phrases never decide alone",
        article(
            TITLE,
            dress=PRESS,
            kb=15,
            after="<p>Déjà abonné ? Se connecter. Abonnez-vous à notre lettre.</p>",
        ),
    ),
    free(
        "an article about subscriptions of the press",
        "phrases in main text; the truth is alive either way",
        article(
            TITLE,
            (
                (
                    "Plusieurs titres placent désormais leurs comptes rendus de conseil derrière "
                    "un péage, et des lecteurs s'en plaignent en mairie."
                ),
            ),
            dress=PRESS,
            kb=15,
        ),
    ),
    free(
        "a short free brief with a login link",
        "weak phrases never decide alone",
        page(TITLE, paragraphs=prose("brève", 1, 3), dress=PRESS, kb=10),
    ),
)
