"""Builder of realistic French pages: banner, menus, scripts, footer, encodings."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from tests.labelled.prose import prose


@dataclass(frozen=True)
class Dress:
    """What all pages of one site share."""

    name: str = "Le Carnet des territoires"
    menu: tuple[str, ...] = ("Actualités", "Dossiers", "Agenda", "Ressources", "Contact")
    foot: tuple[str, ...] = (
        "Mentions légales",
        "Plan du site",
        "Accessibilité : partiellement conforme",
    )
    head: str = ""
    account: str = ""


PLAIN = Dress()
PRESS = Dress(
    "La Dépêche des mairies",
    ("Finances", "Urbanisme", "RH", "Numérique", "Emploi", "Boutique"),
    ("Qui sommes-nous ?", "CGV", "Mentions légales", "Publicité", "S'abonner"),
    '<link rel="amphtml" href="/amp"><meta name="generator" content="WordPress 6.4">',
    '<a href="/connexion">Se connecter</a> <a href="/abonnement">Je m\'abonne</a>',
)
STATE = Dress(
    "Ministère des affaires locales",
    ("Le ministère", "Politiques publiques", "Presse", "Documentation", "Démarches"),
    ("legifrance.gouv.fr", "service-public.fr", "data.gouv.fr", "Gestion des cookies"),
    '<link rel="stylesheet" href="/dsfr/dsfr.min.css">',
)
SPIP = Dress(
    "Réseau des bibliothèques du Val",
    ("Accueil", "Horaires", "Animations", "Collections", "Espace pro"),
    ("Site réalisé avec SPIP", "Se connecter", "RSS 2.0"),
    '<meta name="generator" content="SPIP 4.2.8">',
)

_BANNER = (
    '<div id="tarteaucitronRoot" class="cookie-banner" role="dialog"><p>En poursuivant, vous '
    "acceptez le dépôt de cookies de mesure d’audience. Vous pouvez changer d’avis à tout moment."
    "</p><button>Tout accepter</button><button>Tout refuser</button><button>Personnaliser</button>"
    "</div>"
)


def _style(kilobytes: float) -> str:
    rule = ".c-{n}{{margin:0 auto;padding:.{n}rem;color:#2{n:03d};display:flex;gap:{n}px}}\n"
    rules, size = [], 0
    while size < kilobytes * 1024:
        rules.append(rule.format(n=len(rules)))
        size += len(rules[-1])
    return "<style>" + "".join(rules) + "</style>"


def _config(kilobytes: float) -> str:
    entry = '"bloc-{n}":{{"gabarit":"carte","ordre":{n},"visible":true,"largeur":"{n}px"}}'
    entries, size = [], 0
    while size < kilobytes * 1024:
        entries.append(entry.format(n=len(entries)))
        size += len(entries[-1])
    return f'<script type="application/json" id="config">{{{",".join(entries)}}}</script>'


def paragraphs_of(texts: Iterable[str]) -> str:
    """Return texts as paragraphs; a text that starts with `<` is kept as it is."""
    return "\n".join(
        t if t.startswith("<") else f"<p>{html.escape(t, quote=False)}</p>" for t in texts
    )


def page(
    title: str,
    *,
    h1: str | None = None,
    paragraphs: Iterable[str] = (),
    dress: Dress = PLAIN,
    suffix: str | None = None,
    head: str = "",
    before: str = "",
    near_h1: str = "",
    after: str = "",
    end: str = "",
    lang: str = "fr",
    body: str = "",
    kb: float = 4,
    og: bool = False,
    charset: str = "utf-8",
    declare: bool = True,
) -> bytes:
    """Return a page of about `kb` kilobytes plus its text.

    `before` stands ahead of the main part, `near_h1` beside the heading, `after` behind the
    article, `end` just before `</body>`; `suffix` ends the title (by default the site's name).
    """
    h1 = title if h1 is None else h1
    full = title + (f" | {dress.name}" if suffix is None else suffix)
    meta = f'<meta charset="{charset}">' if declare else ""
    social = (
        f'<meta property="og:title" content="{html.escape(title)}">'
        f'<meta property="og:site_name" content="{html.escape(dress.name)}">'
        if og
        else ""
    )
    menu = "".join(f'<li><a href="/r/{n}">{entry}</a></li>' for n, entry in enumerate(dress.menu))
    foot = "".join(f'<li><a href="/p/{n}">{entry}</a></li>' for n, entry in enumerate(dress.foot))
    text = f"""<!DOCTYPE html>
<html lang="{lang}"><head>{meta}<title>{html.escape(full, quote=False)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">{social}{dress.head}{head}
<link rel="icon" href="/favicon.ico">{_style(kb / 2)}
<script>window.dataLayer=window.dataLayer||[];function gtag(){{dataLayer.push(arguments);}}</script>
</head><body {body}>{_BANNER}
<header class="site-header"><a class="skip" href="#contenu">Aller au contenu</a><a href="/" rel="home">{dress.name}</a>
<form role="search" action="/recherche"><input type="search" name="q" placeholder="Rechercher"><button>OK</button></form>
<nav><ul>{menu}</ul></nav>{dress.account}</header>
{before}
<main id="contenu"><article><div class="entete">{f"<h1>{html.escape(h1, quote=False)}</h1>" if h1 else ""}{near_h1}</div>
{paragraphs_of(paragraphs)}
</article>{after}</main>
<aside><p>Lettre d'information : recevez chaque mois nos nouveautés.</p></aside>
<footer><ul>{foot}</ul><p>© 2026 {dress.name}</p></footer>
<script src="/assets/app.{len(title)}.js" defer></script>{_config(kb / 2)}
{end}</body></html>"""
    return text.encode(charset, "xmlcharrefreplace")


def article(title: str, paragraphs: Iterable[str] = (), **more: object) -> bytes:
    """Return an ordinary living article: the given paragraphs, then plenty of prose."""
    return page(title, paragraphs=(*paragraphs, *prose(title)), **more)  # type: ignore[arg-type]


def bare(title: str, body: str, *, lang: str = "") -> bytes:
    """Return a page without any boilerplate, as servers and walls make them."""
    language = f' lang="{lang}"' if lang else ""
    return (
        f"<!DOCTYPE html><html{language}><head><title>{title}</title></head>"
        f"<body>{body}</body></html>"
    ).encode()
