"""More ordinary living pages, with forms and words that mean nothing."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.living import NEWS, WALL, lives
from tests.labelled.pages import PRESS, SPIP, STATE, page

CASES = (
    lives(
        "a page under a full consent layer",
        "https://www.journal-du-canton.fr/politique/budget-vote-38121",
        "Le budget voté dans la douleur",
        dress=PRESS,
        before=WALL,
        fact="issue 3: consent walls",
    ),
    lives(
        "a page with a newsletter form that says s'abonner",
        "https://www.journal-du-canton.fr/culture/bibliobus-38122",
        "Le bibliobus reprend la route",
        after=NEWS,
        fact="french-web 2e weak",
    ),
    lives(
        "a SPIP article with its private link",
        "https://www.bibliotheques-du-val.fr/spip.php?article417",
        "Accueillir les tout-petits",
        dress=SPIP,
    ),
    lives(
        "a legal text",
        "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000038889182",
        "Loi n° 2019-828 du 6 août 2019 de transformation de la fonction publique",
        dress=STATE,
        kb=30,
    ),
    lives(
        "a thesis notice",
        "https://www.theses-ouvertes.fr/tel-02123456",
        "L'innovation publique à l'épreuve du local",
        kb=8,
    ),
    lives(
        "a data set",
        "https://www.data.gouv.fr/fr/datasets/liste-des-maisons-france-services/",
        "Liste des maisons France services",
        dress=STATE,
    ),
    lives(
        "a page with a hidden error template",
        "https://www.agglo-des-trois-rives.fr/demarches/urbanisme",
        "Vos démarches d'urbanisme",
        end='<template id="e404"><h1>Page introuvable</h1></template>',
        fact="french-web 2f: phrases of hidden parts",
    ),
    lives(
        "a page with a noscript hint",
        "https://www.agglo-des-trois-rives.fr/carte",
        "Carte des équipements",
        before="<noscript>Veuillez activer JavaScript pour profiter du site.</noscript>",
        fact="french-web 2d: weak",
    ),
    lives(
        "a forum thread with a members' corner",
        "https://forum.secretaires-de-mairie.fr/t/elections-2020/512",
        "Élections 2020 : vos questions",
        before='<div class="login"><input type="password" name="p"><a>Inscription</a></div>',
        fact="french-web 2e: password field beside long text",
    ),
    lives(
        "a page about bots and captchas",
        "https://www.agglo-des-trois-rives.fr/numerique/robots",
        "Captcha et robots : protéger nos formulaires",
        dress=STATE,
        fact="french-web 2d: strong signs only",
    ),
    lives(
        "a page whose site sells subscriptions to buses",
        "https://www.bus-des-rives.fr/tarifs/abonnement-annuel",
        "Abonnement annuel : tarifs et conditions",
        fact="french-web 2e: abonnement in the path of no redirect",
    ),
    lives(
        "a subscription page cited for itself",
        "https://www.revue-action-locale.org/abonnement",
        "S'abonner à la Revue de l'action locale",
        fact="french-web 2e: abonnement in the path of no redirect",
        more=(V.RESTRICTED,),
    ),
    lives(
        "a page of a hundred words",
        "https://www.bibliotheques-du-val.fr/horaires-d-ete",
        "Horaires d'été",
        body=page(
            "Horaires d'été",
            paragraphs=(
                "Du 8 juillet au 31 août, la bibliothèque ouvre de 9 h à 13 h, sauf le jeudi.",
            ),
            dress=SPIP,
        ),
        fact="french-web 2f: short pages live",
    ),
)
