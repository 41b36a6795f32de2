"""Templates of the real web: WordPress, SPIP, Drupal, shells, documents."""

from __future__ import annotations

import html
import json
import random
import zlib
from collections.abc import Iterable

from tests.labelled.prose import prose

WORDS = [
    "Vie municipale",
    "Enfance et jeunesse",
    "Urbanisme",
    "Marchés publics",
    "Délibérations",
    "Transports",
    "Espace presse",
    "Annuaire",
    "Recherche",
    "Formation continue",
    "Bibliothèques",
    "Agenda",
    "Culture",
    "Sport",
    "Budget participatif",
    "Logement",
    "Environnement",
    "Solidarités",
    "Europe",
    "Nous rejoindre",
    "Publications",
]


def menus(kilobytes: float, seed: str = "") -> str:
    """Return nested menus of about that size, always the same for the same seed."""
    dice = random.Random(zlib.crc32(seed.encode()))
    parts, size, n = [], 0, 0
    while size < kilobytes * 1024:
        n += 1
        label = f"{dice.choice(WORDS)} {dice.choice(('', '– ' + dice.choice(WORDS)))}".strip()
        parts.append(
            f'<li id="menu-item-{4000 + n}" class="menu-item type-post level-{n % 3}">'
            f'<a href="/rubrique-{n}/">{label}</a></li>\n'
        )
        size += len(parts[-1])
    return f'<ul class="nav-menu">{"".join(parts)}</ul>'


def script(kilobytes: float) -> str:
    """Return an inline script of about that size."""
    line = 'window._q=window._q||[];_q.push(["bloc",{n},"x{n}",!1,null]);\n'
    return (
        "<script>\n" + "".join(line.format(n=n) for n in range(int(kilobytes * 19))) + "</script>"
    )


def paragraphs(texts: Iterable[str]) -> str:
    """Return texts as paragraphs; a text that starts with `<` is kept as it is."""
    return "\n".join(
        t if t.startswith("<") else f"<p>{html.escape(t, quote=False)}</p>" for t in texts
    )


def wordpress(
    title: str,
    texts: Iterable[str] | None = None,
    *,
    site: str = "Le blog de l'action locale",
    h1: str | None = None,
    head: str = "",
    aside: Iterable[str] = ("Cinq idées pour le marché", "Retour sur la fête du quai"),
    comments: Iterable[str] = (),
    css: str = "single single-post",
    kb: float = 30,
    lang: str = "fr-FR",
) -> bytes:
    """Return a theme made of div soup, with a sidebar of other articles and comments."""
    texts = prose(title) if texts is None else texts
    others = "".join(f'<li><a href="/?p={n}">{t}</a></li>' for n, t in enumerate(aside, 200))
    said = "".join(
        f'<li class="comment"><div class="comment-body"><b class="fn">Invité</b>{paragraphs((c,))}'
        "</div></li>"
        for c in comments
    )
    return f"""<!DOCTYPE html>
<html lang="{lang}" class="no-js"><head><meta charset="UTF-8">
<title>{html.escape(title, quote=False)} – {site}</title>{head}
<meta name="generator" content="WordPress 6.5.2"><link rel="pingback" href="/xmlrpc.php">
{script(kb / 3)}</head><body class="{css} wp-custom-logo elementor-default">
<div id="page" class="hfeed site"><div id="masthead"><div class="site-title"><a href="/">{site}</a>
</div><div id="nav">{menus(kb / 2, site)}</div></div><div id="content" class="site-content">
<div class="row"><div class="col-8"><div id="post-88" class="post type-post">
<h1 class="entry-title">{html.escape(title if h1 is None else h1, quote=False)}</h1>
<div class="entry-content">{paragraphs(texts)}</div></div>
<div id="comments" class="comments-area"><ol class="comment-list">{said}</ol></div></div>
<div class="col-4"><div id="secondary" class="widget-area"><div class="widget widget_recent">
<h2 class="widget-title">Articles récents</h2><ul>{others}</ul></div>
<div class="widget newsletter"><label>Votre adresse</label><input type="email" name="m"></div></div>
</div></div></div><div id="colophon">Fièrement propulsé par WordPress</div></div>
{script(kb / 6)}</body></html>""".encode()


def spip(
    title: str,
    texts: Iterable[str] | None = None,
    *,
    site: str = "Observatoire des mobilités rurales",
    h1: str | None = None,
    charset: str = "utf-8",
    kb: float = 14,
) -> bytes:
    """Return an XHTML page of SPIP 3."""
    texts = prose(title, 5) if texts is None else texts
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr" lang="fr" dir="ltr"><head>
<title>{html.escape(title, quote=False)} - {site}</title>
<meta http-equiv="Content-Type" content="text/html; charset={charset}" />
<meta name="generator" content="SPIP 3.2.19 [24713]" />{script(kb / 4)}</head>
<body class="page_article"><div id="page"><div id="entete">
<a rel="start home" href="spip.php">{site}</a></div>
<div id="conteneur"><div id="contenu"><div class="cartouche">
<h1 class="titre">{html.escape(title if h1 is None else h1, quote=False)}</h1></div>
<div class="texte surlignable">{paragraphs(texts)}</div></div></div>
<div id="navigation">{menus(kb / 2, site)}</div>
<div id="pied">2003-2026 &#169; {site} | Plan du site | Se connecter | SPIP | RSS 2.0</div>
</div></body></html>""".encode(charset, "xmlcharrefreplace")


def drupal(
    title: str,
    texts: Iterable[str] | None = None,
    *,
    site: str = "Agence des ruralités",
    h1: str | None = None,
    extra: str = "",
    kb: float = 40,
    lang: str = "fr",
) -> bytes:
    """Return a page of Drupal with regions, blocks and a consent banner."""
    texts = prose(title) if texts is None else texts
    settings = json.dumps({"path": {"baseUrl": "/", "currentLanguage": lang}, "user": {"uid": 0}})
    return f"""<!DOCTYPE html>
<html lang="{lang}" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" />
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />
<title>{html.escape(title, quote=False)} | {site}</title>{script(kb / 4)}</head>
<body class="html not-front path-node page-node-type-page">
<div class="dialog-off-canvas-main-canvas">
<div class="region region-header"><div id="block-branding"><a href="/" rel="home">{site}</a></div>
<div id="block-menu">{menus(kb / 2, site)}</div></div>
<div class="eu-cookie-compliance-banner">Ce site utilise des cookies.
<button>OK, tout accepter</button></div>
<div class="region region-content"><div data-drupal-messages-fallback class="hidden"></div>
<h1 class="page-title">{html.escape(title if h1 is None else h1, quote=False)}</h1>
<div class="node__content"><div class="field field--name-body">{paragraphs(texts)}</div></div>
{extra}</div>
<div class="region region-footer">{menus(kb / 8, title)}</div></div>
<script type="application/json" data-drupal-selector="drupal-settings-json">{settings}</script>
</body></html>""".encode()


def shell(
    title: str, *, head: str = "", root: str = "", state: str = "{}", kb: float = 16
) -> bytes:
    """Return a Next-like shell: little or nothing in the root, a state in a script."""
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charSet="utf-8"/>
<title>{title}</title>{head}
<meta name="viewport" content="width=device-width"/><link rel="preload" href="/_next/static/a.js"/>
{script(kb)}</head><body><div id="__next">{root}</div><noscript>You need to enable JavaScript to run
this app.</noscript><script id="__NEXT_DATA__" type="application/json">{state}</script></body>
</html>""".encode()


def pdf(size: int = 48_000, *, end: bool = True, before: bytes = b"") -> bytes:
    """Return bytes that begin, and where asked end, as a PDF does."""
    dice = random.Random(size)
    start = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n12 0 obj\n<</Filter/FlateDecode/Length 47123>>stream\n"
    close = b"\nendstream\nendobj\nstartxref\n116\n%%EOF\n" if end else b""
    return before + start + dice.randbytes(max(0, size - len(start) - len(close))) + close
