"""Doors: 401, 402, redirects to CAS, Shibboleth, SAML, Keycloak, wp-login, and lone passwords."""

from __future__ import annotations

from urllib.parse import quote

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.second.templates_press import DRUPAL7, SPIP, WORDPRESS, build
from tests.labelled.second.templates_press_site import MAGAZINE, login_screen
from tests.labelled.wire import Step, absent, beside, looks, seen

CAS = "https://cas.univ-lisle.fr/cas/login?service={}"
IDP = "https://idp.univ-lisle.fr/idp/profile/SAML2/Redirect/SSO?SAMLRequest=fZJNT&RelayState={}"
KEYCLOAK = (
    "https://connexion.agglo-vexin.fr/realms/agents/protocol/openid-connect/auth?client_id="
    "wiki&state=ab&redirect_uri={}"
)
WAYF = "https://discovery.renater.fr/renater/WAYF?entityID=x&return={}"


def _door(
    name: str,
    fact: str,
    url: str,
    door: str,
    body: bytes,
    title: str = "",
    *,
    via: tuple[str, ...] = (),
    status: int = 200,
    accepted: frozenset[V] = frozenset(),
) -> Labelled:
    target = door.format(quote(url, safe=""))
    steps: tuple[Step, ...] = tuple((step, 302) for step in (url, *via))
    plain = seen(target, body, status, via=steps)
    parent = url.rpartition("/")[0] + "/kqzvwtjxhbnplrgdmcysfaeui"
    sibling = seen(door.format(quote(parent, safe="")), body, status, via=((parent, 302),))
    return Labelled(
        name,
        fact,
        url,
        V.RESTRICTED,
        plain,
        (title,) if title else (),
        looks(sibling=sibling, browser=plain),
        accepted,
    )


def _here(
    name: str,
    fact: str,
    url: str,
    body: bytes,
    title: str,
    *,
    status: int = 200,
    accepted: frozenset[V] = frozenset(),
    headers: dict[str, str] | None = None,
) -> Labelled:
    plain = seen(url, body, status, headers=headers)
    guarded = seen(beside(url), body, status, headers=headers) if status == 401 else absent(url)
    return Labelled(
        name,
        fact,
        url,
        V.RESTRICTED,
        plain,
        (title,),
        looks(browser=plain, sibling=guarded),
        accepted,
    )


POST = (
    '<form action="/wp-login.php?action=postpass" class="post-password-form" method="post"><p>Cet '
    "article est protégé par un mot de passe. Pour le lire, veuillez saisir votre mot de passe "
    'ci-dessous :</p><p><label>Mot de passe : <input name="post_password" type="password" '
    'size="20">'
    '</label> <input type="submit" value="Entrer"></p></form>'
)
LOGIN = "french-web 2e: login-wall redirects"
THESIS = "https://bibnum.univ-lisle.fr/theses/2017/MEUNIER_Anne.pdf"

CASES: tuple[Labelled, ...] = (
    _door(
        "a thesis behind CAS",
        LOGIN + ", cas/login and service=",
        THESIS,
        CAS,
        login_screen("Service central d'authentification", "Entrez votre identifiant"),
        "La commune et ses usagers (thèse)",
    ),
    _door(
        "a thesis behind Shibboleth, by way of Renater",
        LOGIN + ", Shibboleth.sso, RelayState",
        "https://octaviana.univ-lisle.fr/document/178",
        IDP,
        login_screen("Fédération d'identité", "Université de Lisle"),
        "Mémoire de master",
        via=("https://octaviana.univ-lisle.fr/Shibboleth.sso/Login?target=x",),
    ),
    _door(
        "where are you from, a list of universities",
        LOGIN + ", a federation's discovery",
        "https://univ-droit.fr/cours/marches-publics",
        WAYF,
        build(
            SPIP,
            "Sélection de votre établissement",
            (
                "Choisissez votre établissement puis cliquez sur Sélection.",
                "<p><select><option>Université de Lisle</option></select></p>",
            ),
            site="Renater",
        ),
        "Droit des marchés publics",
        via=("https://univ-droit.fr/Shibboleth.sso/DS",),
        accepted=also(V.DOUBTFUL),
    ),
    _door(
        "an agents' wiki behind Keycloak",
        LOGIN + ", realms/x/protocol",
        "https://wiki.agglo-vexin.fr/methodes/design",
        KEYCLOAK,
        login_screen("Connexion à agents", user="Courriel"),
        "Boîte à outils du design",
    ),
    _door(
        "a WordPress that sends readers to wp-login",
        LOGIN + ", wp-login.php and redirect_to",
        "https://reseau.labos-publics.fr/2018/06/carnet-de-terrain/",
        "https://reseau.labos-publics.fr/wp-login.php?redirect_to={}&reauth=1",
        login_screen("Se connecter ‹ Réseau des labos", user="Identifiant ou adresse e-mail"),
        "Carnet de terrain",
    ),
    _door(
        "the communities of a training centre, a Drupal",
        LOGIN + ", user/login",
        "https://e-communaut.es.cnfpt.fr/",
        "https://e-communautes.cnfpt.fr/user/login?dest={}",
        build(
            DRUPAL7,
            "Connexion utilisateur",
            (
                "Saisissez votre nom d'utilisateur.",
                '<form id="user-login"><input name="name"><input type="password" name="pass"></form>',
            ),
            site="E-communautés",
        ),
        "E-communautés conçues par le CNFPT",
    ),
    _door(
        "a shared folder that Microsoft guards",
        LOGIN + ", oauth2",
        "https://villevaubourg.sharepoint.com/sites/labo/Documents/bilan.docx",
        "https://login.microsoftonline.com/8f2/oauth2/authorize?client_id=0&redirect_uri={}",
        login_screen("Sign in to your account", "Can't access your account?"),
        "Bilan du labo",
    ),
    _door(
        "a document that Google shares with few",
        LOGIN + ", continue= with the path",
        "https://docs.google.com/document/d/1aBcD/edit",
        "https://accounts.google.com/v3/signin/identifier?continue={}&service=wise",
        build(
            MAGAZINE,
            "Connexion",
            ("Utiliser votre compte Google", "Adresse e-mail oubliée ?"),
            full="Google Docs : connexion",
            talk=False,
            kb=60,
            others=0,
            entries=0,
        ),
    ),
    _door(
        "a course of Moodle",
        LOGIN + ", login/index.php",
        "https://formation.cdg77.org/mod/page/view.php?id=411",
        "https://formation.cdg77.org/login/index.php?wantsurl={}",
        login_screen("Se connecter sur le site", "Les cookies doivent être activés."),
        "Module : accueillir le public",
    ),
    _door(
        "a paper's connexion page with returnUrl",
        LOGIN + ", connexion and returnUrl",
        "https://www.espace-territorial.com/dossier/2231-la-prime",
        "https://www.espace-territorial.com/connexion?returnUrl={}",
        login_screen("Connexion", "Cet espace est ouvert à nos lecteurs inscrits."),
        "La prime",
    ),
    _door(
        "a shop of subscriptions in place of the article",
        LOGIN + ", boutique/abo",
        "https://www.la-tribune-des-bourgs.fr/numero-88/les-halles",
        "https://www.la-tribune-des-bourgs.fr/boutique/abonnement?from={}",
        build(
            WORDPRESS,
            "Choisissez votre formule",
            ("Numérique : 5 € par mois.", "Papier et numérique : 9 € par mois."),
        ),
        "Les halles",
        accepted=also(V.SOFT_404, V.DOUBTFUL),
    ),
    _here(
        "a 401 with its own realm",
        "french-web 2e: HTTP 401 is restricted",
        "https://intranet.sdis-88.net/notes/2018-14",
        b"<h1>401 Authorization Required</h1>",
        "Note de service 2018-14",
        status=401,
        headers={"www-authenticate": 'Basic realm="Acces reserve"'},
    ),
    _here(
        "a 402 of a scientific publisher",
        "french-web 2e: HTTP 402 is restricted",
        "https://api.editions-savantes.fr/article/10.3917/gc.88",
        b"Payment Required",
        "Le bourg et sa périphérie",
        status=402,
    ),
    _here(
        "a Drupal page that answers 403 with a login form",
        "french-web 2h: 403 is asked first",
        "https://www.reseau-culture21.fr/node/1201",
        build(
            DRUPAL7,
            "Accès refusé",
            (
                "Vous n'êtes pas autorisé(e) à accéder à cette page.",
                '<input type="password" name="pass">',
            ),
        ),
        "Atelier réservé aux membres",
        status=403,
        accepted=also(V.BLOCKED),
    ),
    _here(
        "a post under a password in an ordinary theme",
        "french-web 2e: a lone password form with little text",
        "https://labo-des-bourgs.fr/2018/04/notes-dentretien/",
        build(WORDPRESS, "Protégé : Notes d'entretien", (POST,), site="Labo des bourgs"),
        "Notes d'entretien",
    ),
    _here(
        "a shared file under a password, with hardly a word",
        "french-web 2e: a lone password form",
        "https://nuage.collectif-design.fr/index.php/s/Xk3PqLm9",
        login_screen("Nuage du collectif", "Ce partage est protégé par un mot de passe"),
        "Photographies de l'atelier",
    ),
    _here(
        "a platform whose home is its login form",
        "french-web 2e: a lone password form",
        "https://plateforme.territoires-apprenants.eu/",
        login_screen("Territoires apprenants", "Bienvenue ! Connectez-vous."),
        "Territoires apprenants, la plateforme",
    ),
)
