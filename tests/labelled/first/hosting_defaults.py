"""Hosting default pages and hijacked domains."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.parked import CASINO, FACT, SLOTS, TITLE, URL, parked
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import bare, page
from tests.labelled.wire import seen

CASES = (
    parked(
        "an OVH default page",
        "OVH default",
        bare(
            "Félicitations ! Votre domaine a bien été créé chez OVH",
            "<h1>Félicitations ! Votre domaine a bien été créé chez OVHcloud !</h1>",
            lang="fr",
        ),
    ),
    parked(
        "a Gandi default page",
        "Gandi default",
        bare(
            "performance-en-sante.fr",
            "<p>Ce nom de domaine est enregistré chez Gandi.</p>",
            lang="fr",
        ),
    ),
    parked(
        "an IONOS default page",
        "IONOS default",
        bare(
            "performance-en-sante.fr",
            "<p>Ce domaine vient d’être enregistré.</p><img src='https://img.ionos.fr/logo.svg'>",
            lang="fr",
        ),
    ),
    parked(
        "nginx's welcome",
        "Welcome to nginx",
        bare(
            "Welcome to nginx!",
            (
                "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is "
                "successfully installed.</p>"
            ),
        ),
    ),
    parked(
        "Apache's default page",
        "Apache2 … Default Page",
        bare(
            "Apache2 Debian Default Page: It works",
            "<h1>Apache2 Debian Default Page</h1><p>It works!</p>",
        ),
    ),
    parked(
        "Plesk's default page",
        "Plesk default",
        bare(
            "Domain Default page",
            (
                "<h1>Domain Default page</h1><p>If you see this page it means: web hosting by "
                "Plesk.</p><a href='https://www.plesk.com'>Plesk</a>"
            ),
        ),
    ),
    parked(
        "a suspended account",
        "compte suspendu",
        bare(
            "Compte suspendu",
            "<h1>Ce compte a été suspendu</h1><p>Compte suspendu. Contactez votre hébergeur.</p>",
            lang="fr",
        ),
        V.SOFT_404,
        V.DOUBTFUL,
    ),
    parked(
        "an account suspended in English",
        "account suspended",
        bare("Account Suspended", "<h1>This Account has been suspended.</h1>"),
        V.SOFT_404,
        V.DOUBTFUL,
    ),
    parked(
        "a French casino on the old address",
        "squatted: casino and betting words",
        page("Casino en ligne fiable 2026", paragraphs=CASINO, kb=18),
        V.DOUBTFUL,
        V.SOFT_404,
    ),
    parked(
        "an Indonesian slot page on the old address",
        "squatted: title and language changed completely",
        page("SLOT GACOR 88 : Situs Judi Online", paragraphs=SLOTS, lang="id", kb=20),
        V.DOUBTFUL,
        V.SOFT_404,
    ),
    Labelled(
        "an empty index at the root of a new server",
        f"{FACT}: Index of /",
        "http://www.atelier-des-possibles.fr/",
        V.PARKED,
        seen(
            "http://www.atelier-des-possibles.fr/",
            bare(
                "Index of /", "<h1>Index of /</h1><ul><li><a href='cgi-bin/'>cgi-bin/</a></li></ul>"
            ),
        ),
        ("L'Atelier des possibles",),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        "a site under construction",
        f"{FACT}: Site en construction = placeholder, not parked",
        URL,
        V.DOUBTFUL,
        seen(
            URL,
            bare(
                "Site en construction",
                "<h1>Site en construction</h1><p>Revenez bientôt.</p>",
                lang="fr",
            ),
        ),
        (TITLE,),
        accepted=also(V.PARKED, V.SOFT_404),
    ),
)
