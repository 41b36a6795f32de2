"""Logins met at the cited address, and pages that merely have one."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.logins import ECOM, ETUDE, FICHE, FORM, INTRA, KIT, REVUE, sent
from tests.labelled.labelled import Labelled
from tests.labelled.pages import SPIP, article, page
from tests.labelled.prose import prose
from tests.labelled.wire import absent, looks, seen

CASES = (
    sent(
        "a shop of subscriptions",
        "boutique/abo",
        REVUE,
        "https://www.revue-action-locale.org/boutique/abonnement?article=41",
        page(
            "Nos formules",
            paragraphs=("Papier et numérique, 89 € par an.", "Numérique seul, 54 € par an."),
        ),
        ETUDE,
        V.MOVED,
    ),
    Labelled(
        "a lone password form at the cited address",
        "french-web 2e: lone password < 1 500 characters",
        INTRA,
        V.RESTRICTED,
        seen(
            INTRA,
            page(
                "Espace agents",
                paragraphs=("Cet espace est destiné aux agents de l'établissement.", FORM),
                kb=3,
            ),
        ),
        (FICHE,),
    ),
    Labelled(
        "a post under a password",
        "french-web 2e: lone password form",
        INTRA,
        V.RESTRICTED,
        seen(
            INTRA,
            page(
                "Protégé : Fiche 12 : mener un entretien d'usager",
                paragraphs=(
                    (
                        "Ce contenu est protégé par un mot de passe. Pour le voir, saisissez-le "
                        "ci-dessous :"
                    ),
                    FORM,
                ),
                kb=8,
            ),
        ),
        (FICHE,),
    ),
    Labelled(
        "a long page with a login form in its header",
        "french-web 2e: a password field decides only where there is little text",
        INTRA,
        V.OK,
        seen(INTRA, article(FICHE, before=f"<div class='haut'>{FORM}</div>", kb=12)),
        (FICHE,),
        looks(sibling=absent(INTRA)),
    ),
    Labelled(
        "a short public notice with a catalogue account form",
        "french-web 2e; the reference's own title is the best witness",
        "https://www.bibliotheques-du-val.fr/notice/88213",
        V.OK,
        seen(
            "https://www.bibliotheques-du-val.fr/notice/88213",
            article(
                "Innover en bibliothèque / Claire Morel",
                ("ISBN 978-2-00-000000-2. Deux exemplaires disponibles.",),
                dress=SPIP,
                before=f"<div id='moncompte'>{FORM}</div>",
            ),
        ),
        ("Innover en bibliothèque",),
        looks(sibling=absent("https://www.bibliotheques-du-val.fr/notice/88213")),
    ),
    Labelled(
        "a guide on how to sign in",
        "french-web 2e: words in the path are no login when nothing was redirected",
        "https://www.aide-aux-usagers.fr/connexion/franceconnect-mode-d-emploi",
        V.OK,
        seen(
            "https://www.aide-aux-usagers.fr/connexion/franceconnect-mode-d-emploi",
            article("FranceConnect, mode d'emploi", ("Mot de passe oublié ? Voici les étapes.",)),
        ),
        ("FranceConnect, mode d'emploi",),
    ),
    Labelled(
        "a page that became authentic after a login host's cookie dance",
        "issue 3: loops that end when cookies are kept",
        REVUE,
        V.OK,
        seen(
            REVUE,
            article(ETUDE),
            via=[
                (REVUE, 302),
                (
                    "https://idp.revue-action-locale.org/login?check=cookies&next=%2F2018-3-page-41.htm",
                    302,
                ),
            ],
        ),
        (ETUDE,),
    ),
    Labelled(
        "an SSO that gives up with 401",
        "french-web 2e: 401 → restricted",
        ECOM,
        V.RESTRICTED,
        seen("https://sso.cnfpt.fr/saml2/idp", b"Unauthorized", 401, via=[(ECOM, 302)]),
        (KIT,),
    ),
    Labelled(
        "an author's page called authority",
        "french-web 2e: auth is a path segment, not a beginning",
        "https://www.data-locale.fr/autorites/authentification-des-sources",
        V.OK,
        seen(
            "https://www.data-locale.fr/autorites/authentification-des-sources",
            article("L'authentification des sources en archives", prose("a", 2)),
        ),
        ("L'authentification des sources en archives",),
    ),
)
