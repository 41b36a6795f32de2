"""Press sites with their offers and pop-ins; logins of universities and portals."""

from __future__ import annotations

from tests.labelled.third.b_templates import COOKIES, NEWSLETTER, clutter, e, menu

GAZETTE_LOGIN = """<div id="popin-connexion" class="popin"><div class="inner"><p>Déjà inscrit(e) ?
</p><form action="/wp-login.php" method="post"><input name="log" placeholder="Identifiant">
<input type="password" name="pwd" placeholder="Mot de passe"><button>Connexion</button></form>
<a href="/perdu">Mot de passe oublié ?</a><p class="err">Identifiant et/ou mot de passe non valides
</p><p>Pas encore inscrit(e) ? Inscrivez-vous pour accéder aux services de LaGazette.fr</p>
<a class="btn" href="/inscription">M'inscrire gratuitement</a></div></div>"""

OFFER = """<div class="bloc-offre"><h2>Je m'abonne</h2><p>À partir de 1 € le premier mois, sans
engagement.</p><a href="/abonnement">Voir les offres</a><p>Déjà abonné ? <a href="/connexion">Se
connecter</a></p></div>"""


def daily(
    title: str,
    content: str,
    *,
    site: str,
    head: str = "",
    label: str = "",
    after: str = "",
    column: str = "",
    kb: float = 70,
    foot: str = "Abonnez-vous pour accéder à nos archives depuis 1944",
) -> bytes:
    """Return a page of a regional daily: huge menus, offers in the banner and at the foot."""
    return f"""<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>{e(title)} - {e(site)}</title>
<meta property="og:title" content="{e(title)}"><meta property="og:type" content="article">
{head}{clutter(kb / 2, title)}</head><body class="tpl-article">
<div class="bandeau"><a href="/">{e(site)}</a><a class="cta" href="/abonnement">S'abonner</a>
<a class="cta" href="/connexion">Se connecter</a></div><div class="burger">{menu(kb / 2)}</div>
<div class="gabarit"><div class="article__wrap"><div class="article__head">{label}
<h1 class="article__title">{e(title)}</h1><p class="article__date">Publié le 14/05/2021 à 07h15</p>
</div><div class="article__body">{content}</div>{after}</div>
<div class="colonne-droite">{column}{NEWSLETTER}</div></div>
<div class="pied"><a href="/cgv">CGV</a> <a href="/abonnement">{foot}</a>
<a href="/contact">Contacter la rédaction</a></div>{COOKIES}
</body></html>""".encode()


def ld(kind: str, title: str, free: str) -> str:
    """Return JSON-LD of an article; `free` is written as given."""
    return f"""<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[
{{"@type":"WebSite","name":"Journal","potentialAction":{{"@type":"SearchAction"}}}},
{{"@type":"{kind}","headline":"{title}","isAccessibleForFree":{free},"hasPart":
{{"@type":"WebPageElement","isAccessibleForFree":{free},"cssSelector":".paywall"}}}}]}}</script>"""


def cas(university: str) -> bytes:
    """Return the login page of Apereo CAS."""
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="UTF-8"/>
<title>CAS – Service central d'authentification</title>{clutter(8, university)}</head>
<body id="cas"><div id="container"><div id="header"><h1 id="company-name">{e(university)}</h1></div>
<div id="content"><div class="box" id="login"><form id="fm1" action="/cas/login" method="post">
<h2>Entrez votre identifiant et votre mot de passe.</h2><label for="username">Identifiant :</label>
<input id="username" name="username" type="text"/><label for="password">Mot de passe :</label>
<input id="password" name="password" type="password"/><input type="hidden" name="execution"
value="e1s1"/><input type="submit" value="SE CONNECTER"/></form></div><div id="sidebar"><p>Pour des
raisons de sécurité, veuillez vous déconnecter et fermer votre navigateur lorsque vous avez fini
d'accéder aux services authentifiés.</p></div></div></div></body></html>""".encode()


def wayf() -> bytes:
    """Return a discovery page of the federation of French universities."""
    schools = "".join(
        f'<option value="https://idp.univ-{n}.fr/idp/shibboleth">Université {n}</option>'
        for n in range(1, 190)
    )
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Sélection de votre
établissement - Fédération Éducation-Recherche</title></head><body><div class="wayf"><h1>Fédération
Éducation-Recherche</h1><p>Le service auquel vous souhaitez accéder nécessite une authentification.
Sélectionnez votre établissement.</p><form method="post" action=""><select name="user_idp">{schools}
</select><input type="submit" value="Sélection"></form></div></body></html>""".encode()


def moodle(title: str, content: str, *, site: str, block: bool = False) -> bytes:
    """Return a page of Moodle; `block` adds the login block beside it."""
    login = (
        '<section class="block_login block"><h5>Connexion</h5><form action="/login/index.php" '
        'method="post"><input type="text" name="username"><input type="password" name="password">'
        "<button>Connexion</button></form><a href='/login/forgot_password.php'>Mot de passe perdu"
        " ?</a></section>"
    )
    return f"""<!DOCTYPE html><html dir="ltr" lang="fr" xml:lang="fr"><head>
<title>{e(title)} | {e(site)}</title><meta charset="utf-8"><meta name="keywords"
content="moodle, {e(title)}">{clutter(30, title)}</head><body id="page-course-view-topics"
class="format-topics path-course"><div id="page-wrapper" class="d-print-block"><nav
class="navbar"><a href="/">{e(site)}</a><span class="login">Non connecté. (<a
href="/login/index.php">Connexion</a>)</span></nav><div id="page" class="container-fluid"><div
id="page-header"><div class="page-header-headings"><h1>{e(title)}</h1></div></div><div
id="page-content" class="row"><div id="region-main-box"><div id="region-main">{content}</div></div>
<div id="block-region-side-pre">{login if block else ""}</div></div></div></div></body></html>
""".encode()


def lone_login(site: str, hint: str = "") -> bytes:
    """Return a page that is nothing but a login form."""
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{e(site)}</title>
{clutter(10, site)}</head><body class="html not-front not-logged-in"><div id="boite"><img
src="/sites/default/files/logo.png" alt="{e(site)}"><p>{e(hint)}</p><form action="/user/login"
method="post"><label>Courriel <input name="name" type="text"></label><label>Mot de passe <input
name="pass" type="password"></label><button>Se connecter</button></form><a href="/user/password">Mot
de passe oublié ?</a></div></body></html>""".encode()
