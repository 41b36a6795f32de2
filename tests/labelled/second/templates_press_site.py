"""The big press site, login screens, and short-hands to write cases of the press."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from perenne.domain.cases import AskKind
from perenne.domain.exchanges import Exchange
from tests.labelled.wire import absent, looks

POPIN = (
    '<div id="popin-connexion" class="modal" style="display:none"><p>Déjà inscrit(e) ?</p>'
    '<form action="/connexion" method="post"><label>Identifiant <input type="text" name="log">'
    '</label><label>Mot de passe <input type="password" name="pwd"></label><button>Se connecter'
    "</button></form><p>Mot de passe oublié ? Identifiant et/ou mot de passe non valides</p>"
    "<p>Pas encore inscrit(e) ? Inscrivez-vous pour accéder à nos services.</p></div>"
)
"""The login pop-in that French trade papers put on top of every page, free ones included."""

MAGAZINE = """<!doctype html><html class="no-js" lang="{lang}"><head><meta charset="{charset}">
<title>{full}</title><meta property="og:title" content="{attr}"><meta property="og:type"
content="article">
{head}{css}<script>window.didomiConfig={{"app":
{{"vendors":{{"iab":{{"all":true}}}}}}}};</script></head>
<body class="tpl-article {body}"><div id="didomi-host"></div><div class="ad ad-banniere"
data-slot="1"></div>
<div class="topbar"><a class="topbar__logo" href="/">{site}</a><a href="/login/"
class="topbar__login">Se
connecter</a><a href="/abonnements/" class="topbar__sub">S'abonner à partir de 1 €</a></div>
<div class="megamenu">{menu}</div><div class="layout"><div class="layout__main"><div
class="article-head">
<h1 class="article-head__title">{h1}</h1>{near}<div class="article-head__meta">Par R. Morvan, le 3
mai 2018
<span class="read-time">Lecture 4 min.</span></div></div><div
class="article-body">{text}</div>{after}
<div class="a-lire-aussi"><h2>À lire aussi</h2><ul>{cards}</ul></div></div><div
class="layout__side">
<div class="ad" data-slot="2"></div><h3>Les plus lus</h3>{comments}{side}</div></div>
<div class="bottom">{site} <a href="/cgv">CGV</a> <a href="/cookies">Gérer mes cookies</a></div>
<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>{end}</body></html>"""


def login_screen(name: str, lead: str = "", *, user: str = "Identifiant", more: str = "") -> bytes:
    """Return a login page: a form, a password and hardly anything else."""
    return (
        f'<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>{name}</title>'
        '<link rel="stylesheet" href="/themes/apereo/css/cas.css"></head><body class="login">'
        f'<div id="content"><h1>{name}</h1><p>{lead}</p><form id="fm1" method="post" '
        f'action="login"><label for="username">{user}</label><input id="username" name="username"'
        ' type="text" autocomplete="username"><label for="password">Mot de passe</label>'
        '<input id="password" name="password" type="password"><input type="hidden" '
        'name="execution" value="e1s1"><button type="submit">Se connecter</button></form>'
        f'<p><a href="/mdp">Mot de passe oublié ?</a></p>{more}</div></body></html>'
    ).encode()


def json_ld(text: str) -> str:
    """Return a JSON-LD script."""
    return f'<script type="application/ld+json">{text}</script>'


def cited(title: str) -> tuple[str, ...]:
    """Return how a librarian wrote this title, which is seldom letter for letter; or nothing."""
    written = (
        (title,),
        (title.replace("'", "’").replace("…", "...") + ".",),
        (title.replace(" : ", ". ").replace("« ", '"').replace(" »", '"'),),
        (),
        (title.upper(),),
        (f"[Dossier] / {title}",),
        (title.partition(" : ")[0], title),
    )
    return written[zlib.crc32(title.encode()) % len(written)]


def sane(url: str) -> Mapping[AskKind, Exchange]:
    """Return the looks of a well-kept site: a sibling that does not exist is a real 404."""
    return looks(sibling=absent(url))
