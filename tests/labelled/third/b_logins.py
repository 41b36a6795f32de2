"""Logins of universities and portals, and pages that merely offer or discuss one."""

from __future__ import annotations

from urllib.parse import quote

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.b_templates import drupal, paras, sane, typo3, webforms, wordpress
from tests.labelled.third.b_templates_press import cas, lone_login, moodle, wayf
from tests.labelled.wire import absent, looks, seen

_COURSE = "https://moodle.univ-des-plaines.fr/course/view.php?id=3312"
_MOODLE_IN = "https://moodle.univ-des-plaines.fr/login/index.php"
_SHEET = "https://intranet.univ-littoral-nord.fr/scd/fiches/veille.html"
_CAS = "https://cas.univ-littoral-nord.fr/cas/login?service=" + quote(_SHEET, safe="")
_BASE = "https://ressources.bu-centre.fr/bases/droit-public/article/5512"
_WAYF = "https://discovery.renater.fr/renater/WAYF?entityID=https%3A%2F%2Fressources.bu-centre.fr"
_COMM = "https://e-communaut.es.cnfpt.fr/"
_HELP = "https://www.univ-des-plaines.fr/numerique/connexion/mot-de-passe-oublie/"
_REALM = "https://espace.reseau-formation-rh.fr/fiches/entretien-annuel"
_SSO = (
    "https://sso.reseau-formation-rh.fr/realms/adherents/protocol/openid-connect/auth"
    "?client_id=espace&redirect_uri=" + quote(_REALM, safe="")
)
_POST = "https://carnets.laboratoire-territoires.org/2020/04/seance-7-notes/"
_ASPX = "https://portail.bibliotheque-du-causse.fr/Fiche.aspx?id=2217"
_BASIC = "https://extranet.agence-urbanisme-est.fr/etudes/plh.html"

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a Moodle course sends strangers to its login",
        fact="french-web 2e: redirect to /login/",
        url=_COURSE,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _MOODLE_IN,
            moodle("Connexion au site", "", site="Moodle des Plaines", block=True),
            via=((_COURSE, 303),),
        ),
        titles=("Méthodologie de la veille (cours en ligne)",),
    ),
    Labelled(
        name="a Moodle course open to guests shows a login block beside its sections",
        fact="issue: only lone password forms count",
        url=_COURSE,
        expected=VerdictKind.OK,
        plain=seen(
            _COURSE,
            moodle(
                "Méthodologie de la veille",
                f"<ul class='topics'><li>{paras(_COURSE, 3)}</li><li>{paras('s2', 3)}</li></ul>",
                site="Moodle des Plaines",
                block=True,
            ),
        ),
        titles=("Méthodologie de la veille",),
        answers=looks(sibling=absent(_COURSE)),
    ),
    Labelled(
        name="an intranet sheet of a university ends at the central authentication",
        fact="french-web 2e: cas/login with service= holding the original address",
        url=_SHEET,
        expected=VerdictKind.RESTRICTED,
        plain=seen(_CAS, cas("Université du Littoral nord"), via=((_SHEET, 302),)),
        titles=("La veille documentaire : fiche",),
    ),
    Labelled(
        name="a library's legal base asks which university we belong to",
        fact="french-web 2e: federation login; a WAYF has no password field",
        url=_BASE,
        expected=VerdictKind.RESTRICTED,
        plain=seen(_WAYF, wayf(), via=((_BASE, 302),)),
        titles=("La responsabilité sans faute des communes",),
    ),
    Labelled(
        name="the e-communities of the CNFPT show a lone login form on their home page",
        fact="french-web 2b: login wall; 2e: lone password form",
        url=_COMM,
        expected=VerdictKind.RESTRICTED,
        plain=seen(_COMM, lone_login("Les e-communautés", "Bienvenue dans les e-communautés.")),
        titles=("E-communautés conçues par le CNFPT",),
    ),
    Labelled(
        name="a university's help page explains forgotten passwords under a path named connexion",
        fact="french-web 2e: login paths count after a redirect, not on the address itself",
        url=_HELP,
        expected=VerdictKind.OK,
        plain=seen(
            _HELP,
            typo3(
                "Mot de passe oublié : que faire ?",
                "<p>Mot de passe oublié ? Rendez-vous sur la page de connexion, puis cliquez sur "
                "« Se connecter » et suivez le lien.</p>" + paras(_HELP, 4),
                site="Université des Plaines",
            ),
        ),
        titles=("Mot de passe oublié : que faire ?",),
        answers=sane(_HELP),
    ),
    Labelled(
        name="a members' network sends its sheet to a realm of Keycloak",
        fact="french-web 2e: realms/…/protocol",
        url=_REALM,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _SSO, lone_login("Se connecter à votre compte", "adherents"), via=((_REALM, 302),)
        ),
        titles=("L'entretien annuel, fiche pratique",),
    ),
    Labelled(
        name="a research notebook protects one note with a password",
        fact="french-web 2e: lone password form; the entry exists, withheld",
        url=_POST,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _POST,
            wordpress(
                "Protégé : Séance 7, notes",
                '<form action="/wp-login.php?action=postpass" class="post-password-form" '
                'method="post"><p>Cette publication est protégée par un mot de passe. Pour la voir,'
                " veuillez saisir votre mot de passe ci-dessous :</p><p><label>Mot de passe : "
                '<input name="post_password" type="password" size="20"></label> <input '
                'type="submit" value="Valider"></p></form>',
                site="Carnets du laboratoire",
                kb=14,
            ),
        ),
        titles=("Séance 7, notes",),
        answers=sane(_POST),
    ),
    Labelled(
        name="a library catalogue puts everything into one form with an account box",
        fact="issue: ASP.NET pages stand inside a form; the record is there to read",
        url=_ASPX,
        expected=VerdictKind.OK,
        plain=seen(
            _ASPX,
            webforms(
                "Atlas des chemins ruraux du Causse",
                "<table><tr><td>Auteur</td><td>Vidal, Irène</td></tr><tr><td>Éditeur</td><td>"
                "Presses du Causse</td></tr><tr><td>Cote</td><td>FR 914.4 VID</td></tr></table>"
                + paras(_ASPX, 2),
                site="Bibliothèque du Causse",
                extra="<div class='popup'>Mon compte : <input type='password' name='ctl00$pwd'>"
                "</div>",
            ),
        ),
        titles=("Atlas des chemins ruraux du Causse",),
        answers=looks(sibling=absent(_ASPX)),
    ),
    Labelled(
        name="an extranet asks for a user name with status 401",
        fact="french-web 2e: 401 is restricted",
        url=_BASIC,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _BASIC,
            b"<html><head><title>401 Authorization Required</title></head><body></body></html>",
            401,
            headers={"www-authenticate": 'Basic realm="Extranet"'},
        ),
        titles=("Programme local de l'habitat",),
    ),
    Labelled(
        name="a Drupal site answers 403 with its own form for members",
        fact="french-web 2e and 2d: access refused to strangers, with a way to log in",
        url="https://www.adherents-cpu-sud.fr/node/455",
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            "https://www.adherents-cpu-sud.fr/node/455",
            drupal(
                "Accès refusé",
                "<p>Vous n’êtes pas autorisé à accéder à cette page. Connectez-vous pour lire la "
                "suite.</p><form action='/user/login?destination=node/455'><input name='name'>"
                "<input type='password' name='pass'><button>Se connecter</button></form>",
                site="Adhérents",
            ),
            403,
        ),
        titles=("Comptes rendus du conseil",),
        accepted=also(VerdictKind.BLOCKED),
    ),
)
