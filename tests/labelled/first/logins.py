"""Logins: refused without one, sent to one, or met by one; and pages that merely have one."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import article, bare, page
from tests.labelled.wire import absent, looks, seen

FORM = (
    '<form method="post" action="/session"><label>Identifiant<input name="nom"></label>'
    '<label>Mot de passe<input type="password" name="mdp"></label><button>Valider</button></form>'
)
ECOM = "https://e-communautes.cnfpt.fr/innovation-publique/documents/kit-demarrage"
KIT = "Kit de démarrage d'un laboratoire d'innovation"
INTRA = "https://ressources.enseignement-public.fr/cours/design/fiche-12"
FICHE = "Fiche 12 : mener un entretien d'usager"
REVUE = "https://www.revue-action-locale.org/2018-3-page-41.htm"
ETUDE = "Les agents face à la simplification"


def sent(
    name: str, fact: str, url: str, target: str, body: bytes, title: str, *more: V
) -> Labelled:
    """A link that is sent to a login."""
    return Labelled(
        name,
        f"french-web 2e login: {fact}",
        url,
        V.RESTRICTED,
        seen(target, body, via=[(url, 302)]),
        (title,),
        accepted=also(*more),
    )


LOGIN = page(
    "Connexion", paragraphs=(FORM, "<p><a href='/perdu'>Mot de passe oublié ?</a></p>"), kb=6
)

CASES = (
    Labelled(
        "a page that asks for credentials",
        "french-web 2e: 401 → restricted",
        INTRA,
        V.RESTRICTED,
        seen(
            INTRA,
            bare("401 Authorization Required", "<h1>401 Authorization Required</h1>"),
            401,
            headers={"www-authenticate": 'Basic realm="Intranet"'},
        ),
        (FICHE,),
    ),
    Labelled(
        "a page that asks for money",
        "french-web 2e: 402 → restricted",
        REVUE,
        V.RESTRICTED,
        seen(REVUE, page(ETUDE, paragraphs=("Acheter cet article : 5 €",)), 402),
        (ETUDE,),
    ),
    Labelled(
        "the review's article in full",
        "french-web 2e, the other side of 402",
        REVUE,
        V.OK,
        seen(REVUE, article(ETUDE, kb=20)),
        (ETUDE,),
        looks(sibling=absent(REVUE)),
    ),
    sent(
        "an e-community that sends us to its Drupal login",
        "user/login, destination",
        ECOM,
        "https://e-communautes.cnfpt.fr/user/login?destination=innovation-publique/documents/kit-demarrage",
        LOGIN,
        KIT,
    ),
    Labelled(
        "an e-community page open to all",
        "french-web 2b e-communautes",
        ECOM,
        V.OK,
        seen(
            ECOM,
            article(KIT, before='<p class="compte"><a href="/user/login">Se connecter</a></p>'),
        ),
        (KIT,),
    ),
    sent(
        "a CAS server",
        "cas/login, service",
        INTRA,
        "https://cas.enseignement-public.fr/cas/login?service=https%3A%2F%2Fressources.enseignement-public.fr%2Fcours%2Fdesign%2Ffiche-12",
        LOGIN,
        FICHE,
    ),
    sent(
        "a Keycloak realm",
        "realms/…/protocol",
        INTRA,
        "https://auth.enseignement-public.fr/realms/agents/protocol/openid-connect/auth?client_id=ent&redirect_uri=https%3A%2F%2Fressources.enseignement-public.fr%2F",
        page("Se connecter à Agents", paragraphs=(FORM,)),
        FICHE,
    ),
    sent(
        "a Shibboleth discovery page",
        "Shibboleth.sso",
        REVUE,
        "https://www.revue-action-locale.org/Shibboleth.sso/Login?target=%2F2018-3-page-41.htm",
        page(
            "Choisissez votre établissement",
            paragraphs=(
                "<select><option>Université de Rennes</option><option>CNFPT</option></select>",
            ),
        ),
        ETUDE,
    ),
    sent(
        "a WordPress login",
        "wp-login.php, redirect_to",
        INTRA,
        "https://ressources.enseignement-public.fr/wp-login.php?redirect_to=%2Fcours%2Fdesign%2Ffiche-12&reauth=1",
        bare("Connexion &lsaquo; Ressources", FORM, lang="fr-FR"),
        FICHE,
    ),
    sent(
        "an identification page in French",
        "identification, espace-abonnes",
        REVUE,
        "https://www.revue-action-locale.org/espace-abonnes/identification?retour=/2018-3-page-41.htm",
        page("Espace abonnés", paragraphs=("Identifiez-vous pour accéder à votre numéro.", FORM)),
        ETUDE,
    ),
)
