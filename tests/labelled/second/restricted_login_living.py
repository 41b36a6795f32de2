"""Living pages that look like doors: words in addresses, silent sign-on, manuals of portals."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.prose import prose
from tests.labelled.second.templates_press import DRUPAL7, NEXT, SPIP, TYPO3, WORDPRESS, build
from tests.labelled.second.templates_press_site import login_screen, sane
from tests.labelled.wire import absent, looks, seen

WORDS = "french-web 2e: a word of the address is no door when the page is there"
CPF = "https://www.travail-local.gouv.fr/mon-compte-formation/mode-d-emploi"
SSO = "https://www.syndicat-du-sud-ouest.fr/sso/actualites/tri-des-dechets"
BORNE = "https://www.pays-numerique.com/abonnement/fibre-en-zone-rurale"
WIFI = "https://www.bibliotheque-saulx.fr/connexion/wifi-public"
AUTH_OLD = "http://www.archives-comtat.com/ressources/authentification-des-actes.html"
AUTH_NEW = "https://www.archives-comtat.com/fiches/authentification-des-actes"
GUIDE = "https://aide.univ-lisle.com/ent/se-connecter"
SERVICE = "https://annuaire.ville-vaubourg.net/fiche?service=urbanisme&destination=mairie"
WIKI = "https://wiki.univ-lisle.com/display/PUB/Recettes"
IDP = "https://idp.univ-lisle.com/realms/ul/protocol/openid-connect/auth?prompt=none&client_id=w"
IDENT = "https://www.sirene-agricole.fr/identification/bovins"
SPACE = "https://www.cdg-bocage.fr/espace-client/guide-du-recrutement"


def _living(
    name: str,
    url: str,
    title: str,
    layout: str,
    fact: str = WORDS,
    *,
    first: tuple[str, ...] = (),
    site: str = "Portail",
    **slots: Any,
) -> Labelled:
    body = build(layout, title, (*first, *prose(title)), site=site, **slots)
    return Labelled(name, fact, url, V.OK, seen(url, body), (title,), sane(url))


_moved = seen(
    AUTH_NEW,
    build(TYPO3, "L'authentification des actes anciens", prose("acte"), site="Archives du Comtat"),
    via=((AUTH_OLD, 301),),
)
_silent = seen(
    WIKI,
    build(NEXT, "Recettes d'atelier", prose("recettes"), site="Wiki public", side="Se connecter"),
    via=((WIKI, 302), (IDP, 302), (WIKI + "?error=login_required", 302)),
    headers={"set-cookie": "AUTHCHECK=anonymous; Path=/"},
)

CASES: tuple[Labelled, ...] = (
    _living("a page on the training account, under mon-compte", CPF, "Mon compte formation", SPIP),
    _living("a syndicate whose name is SSO", SSO, "Le tri des déchets", DRUPAL7),
    _living(
        "subscriptions to optical fibre",
        BORNE,
        "La fibre en zone rurale",
        NEXT,
        first=("Quel abonnement choisir ? Abonnez-vous chez l'opérateur de votre choix.",),
    ),
    _living(
        "the library's Wi-Fi, under connexion",
        WIFI,
        "Connexion : le wifi public",
        WORDPRESS,
        first=("Choisissez le réseau BIB, puis cliquez sur Se connecter.",),
    ),
    _living("a breeder's page under identification", IDENT, "L'identification des bovins", TYPO3),
    _living(
        "a guide under espace-client that anyone may read",
        SPACE,
        "Guide du recrutement",
        DRUPAL7,
        side='<a href="/user/login">Se connecter</a>',
    ),
    _living(
        "keys named service and destination that hold no address",
        SERVICE,
        "Service urbanisme",
        SPIP,
        "french-web 2e: only a key that holds the original path",
    ),
    _living(
        "a manual that shows how to log in, with a form to try",
        GUIDE,
        "Se connecter à l'ENT",
        WORDPRESS,
        "french-web 2e: a password field with a long text is no lone form",
        first=("Cliquez sur Connexion, entrez votre identifiant et votre mot de passe.",),
        after='<form action="/demo"><input type="password" name="essai"></form>',
    ),
    Labelled(
        "a record on authentication that moved with its slug",
        "french-web 2f: a redirect that keeps the slug is moved; 2e: authentification in a slug",
        AUTH_OLD,
        V.MOVED,
        _moved,
        ("L'authentification des actes anciens",),
        looks(sibling=absent(AUTH_NEW)),
    ),
    Labelled(
        "a public wiki that asks the sign-on silently and comes back",
        "french-web 2e: the final address decides; issue: loops that end when cookies are kept",
        WIKI,
        V.OK,
        _silent,
        ("Recettes d'atelier",),
        looks(sibling=absent(WIKI)),
    ),
    Labelled(
        "an account page that a 404 hides behind",
        "french-web 2h: a 404 is a 404, whatever form stands on it",
        SPACE,
        V.NOT_FOUND,
        seen(
            SPACE,
            login_screen("Page introuvable", "Cette page n'existe pas. Connectez-vous ?"),
            404,
        ),
        ("Guide du recrutement",),
        sane(SPACE),
    ),
    Labelled(
        "a portal's login page that is itself what is cited",
        "french-web 2e: a lone password form; the resource exists behind it",
        "https://ent.lycees-ouest.fr/auth/login",
        V.RESTRICTED,
        seen(
            "https://ent.lycees-ouest.fr/auth/login",
            login_screen("ENT des lycées de l'Ouest", "Choisissez votre profil."),
        ),
        ("L'ENT des lycées de l'Ouest",),
        sane("https://ent.lycees-ouest.fr/auth/login"),
        also(V.OK),
    ),
)
