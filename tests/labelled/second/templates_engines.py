"""Imitations of today's engines: WordPress, SPIP, Drupal, TYPO3, Joomla, script shells."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tests.labelled.second.templates_filler import blocks, css, headlines, menu, script

WP_HEADERS = {
    "server": "Apache",
    "x-powered-by": "PHP/8.1.27",
    "vary": "Accept-Encoding",
    "set-cookie": "pll_language=fr; path=/; SameSite=Lax",
}
SPIP_HEADERS = {"server": "Apache/2.4.57", "composed-by": "SPIP 4.1.15 @ www.spip.net"}
DRUPAL_HEADERS = {
    "server": "nginx/1.22.1",
    "x-generator": "Drupal 10 (https://www.drupal.org)",
    "x-drupal-cache": "HIT",
    "cache-control": "max-age=900, public",
}
_NEWSLETTER = (
    '<div class="mc4wp-form"><label>Recevez nos articles par courriel</label>'
    '<input type="email" name="EMAIL" placeholder="Votre adresse"><button>Je m\'inscris</button>'
    "<small>Vous pouvez vous désabonner à tout moment.</small></div>"
)
_NEWSLETTER_EN = (
    '<div class="mc4wp-form"><label>Get our stories by email</label>'
    '<input type="email" name="EMAIL" placeholder="Your address"><button>Sign up</button></div>'
)
_COOKIES_EN = (
    '<div id="cmplz-cookiebanner" class="cmplz-hidden" role="dialog"><div>Manage consent</div>'
    "<p>To provide the best experiences, we use cookies.</p><button>Accept</button></div>"
)
_COOKIES = (
    '<div id="cmplz-cookiebanner" class="cmplz-hidden" role="dialog"><div>Gérer le consentement'
    "</div><p>Pour offrir les meilleures expériences, nous utilisons des traceurs.</p>"
    "<button>Accepter</button><button>Refuser</button><button>Voir les préférences</button></div>"
)


def wordpress(
    site: str,
    title: str,
    texts: Iterable[str],
    *,
    doc: str | None = None,
    h1: str | None = None,
    head: str = "",
    side: Iterable[str] = (),
    comments: Iterable[str] = (),
    body_class: str = "post-template-default single single-post",
    entries: int = 60,
    kb: float = 12,
    lang: str = "fr-FR",
) -> bytes:
    """Return a page of div soup: no main element, sidebar of other articles, comments."""
    doc = f"{title} - {site}" if doc is None else doc
    h1 = title if h1 is None else h1
    english = lang.startswith("en")
    recent, foot = (
        ("Recent posts", "Proudly powered by WordPress · Legal")
        if english
        else ("Articles récents", "Fièrement propulsé par WordPress · Mentions légales")
    )
    says, talk = ("says", "Comments") if english else ("dit", "Commentaires")
    heading = f'<h1 class="entry-title">{escape(h1, quote=False)}</h1>' if h1 else ""
    said = "".join(
        f'<li class="comment"><b>A. {n}</b> {says} :<p>{escape(t, quote=False)}</p></li>'
        for n, t in enumerate(comments, 1)
    )
    thread = f'<div id="comments"><h3>{talk}</h3><ol>{said}</ol></div>' if said else ""
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="UTF-8" /><link rel="profile" href="https://gmpg.org/xfn/11" />
<title>{escape(doc, quote=False)}</title>{head}
<meta name="generator" content="WordPress 6.5.3" /><style id="inline-css">{css(kb / 2)}</style></head>
<body class="{body_class}"><div id="page"><div id="masthead"><div class="site-title"><a href="/">{site}</a></div>
<div id="site-navigation"><ul>{menu(entries, lang=lang)}</ul></div></div>
<div id="content"><div id="primary"><div class="hentry"><div class="entry-header">{heading}</div>
<div class="entry-content">{blocks(texts)}</div></div>{thread}</div>
<div id="secondary"><div class="widget widget_search"><form action="/"><input name="s"></form></div>
<div class="widget widget_recent_entries"><h2>{recent}</h2><ul>{headlines(site, 5, side, lang)}</ul></div>
<div class="widget">{_NEWSLETTER_EN if english else _NEWSLETTER}</div></div></div>
<div id="colophon">© {site} · {foot}</div></div>
{_COOKIES_EN if english else _COOKIES}{script(kb / 2)}</body></html>""".encode()


def spip(
    site: str,
    title: str,
    texts: Iterable[str],
    *,
    doc: str | None = None,
    chapo: str = "",
    side: Iterable[str] = (),
    crumb: str = "Accueil > Ressources",
    head: str = "",
    entries: int = 24,
    kb: float = 5,
) -> bytes:
    """Return a SPIP page: nav, breadcrumb, h1.titre, chapo, texte, "Dans la même rubrique"."""
    doc = f"{title} - {site}" if doc is None else doc
    return f"""<!DOCTYPE html><html dir="ltr" lang="fr" class="ltr fr no-js"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{escape(doc)}</title>
<meta name="generator" content="SPIP 4.1.15" />{head}<style>{css(kb / 2)}</style></head>
<body id="top" class="pas_surlignable page_article"><div class="page">
<div class="header" id="header"><strong id="logo_site_spip"><a href="/">{site}</a></strong></div>
<div class="nav" id="nav"><ul>{menu(entries, "item")}</ul></div>
<div class="main" id="main"><div class="wrapper"><div class="content" id="content">
<p class="arbo">{crumb}</p><div class="cartouche"><h1 class="crayon titre">{escape(title, quote=False)}</h1></div>
<div class="chapo">{blocks([chapo] if chapo else [])}</div><div class="texte">{blocks(texts)}</div></div></div>
<div class="aside"><div class="menu articles"><h2>Dans la même rubrique</h2><ul>{headlines(title, 6, side)}</ul></div></div></div>
<div class="footer" id="footer">2009-2026 © {site} | <a rel="contents" href="/spip.php?page=plan">Plan du site</a> |
<a href="/spip.php?page=login" rel="nofollow">Se connecter</a> | RSS 2.0</div></div>{script(kb / 2)}</body></html>""".encode()


def drupal(
    site: str,
    title: str,
    texts: Iterable[str],
    *,
    doc: str | None = None,
    version: int = 10,
    path: str = "node/1",
    head: str = "",
    lang: str = "fr",
    entries: int = 40,
    kb: float = 10,
) -> bytes:
    """Return a Drupal page, 7 (div soup, #content) or 10 (main, regions, settings in JSON)."""
    doc = f"{title} | {site}" if doc is None else doc
    open_, close = (
        ("<main role='main'>", "</main>") if version > 7 else ("<div id='main'>", "</div>")
    )
    also, foot = (
        ("Read also", "legal – privacy")
        if lang.startswith("en")
        else ("À lire aussi", "mentions légales – données personnelles")
    )
    settings = (
        f'{{"path":{{"baseUrl":"\\/","currentPath":"{path}","isFront":false}},"user":{{"uid":0}}}}'
    )
    return f"""<!DOCTYPE html><html lang="{lang}" dir="ltr"><head><meta charset="utf-8" />
<meta name="Generator" content="Drupal {version} (https://www.drupal.org)" />{head}
<title>{escape(doc, quote=False)}</title><style media="all">{css(kb / 2)}</style></head>
<body class="not-front path-node sidebar-first"><a href="#main-content" class="visually-hidden">Skip to main content</a>
<div class="layout-container"><div class="region region-header"><a href="/" rel="home">{site}</a>
<ul class="menu">{menu(entries, "leaf", lang)}</ul></div>{open_}<a id="main-content"></a>
<div class="region region-content"><h1 class="page-title">{escape(title, quote=False)}</h1>
<div class="content field--name-body">{blocks(texts)}</div></div>
<div class="region region-sidebar-first"><h2>{also}</h2><ul>{headlines(title, lang=lang)}</ul></div>{close}
<div class="region region-footer"><p>{site} – {foot}</p></div></div>
<script type="application/json" data-drupal-selector="drupal-settings-json">{settings}</script>
{script(kb / 2)}</body></html>""".encode()


def typo3(
    site: str,
    title: str,
    texts: Iterable[str],
    *,
    doc: str | None = None,
    h1: bool = True,
    entries: int = 500,
    kb: float = 8,
    lang: str = "fr-FR",
) -> bytes:
    """Return a TYPO3 page of an institution, under some 60 kB of menus."""
    doc = f"{site}: {title}" if doc is None else doc
    level = "h1" if h1 else "h2"
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head>
<!-- This website is powered by TYPO3 - inspiring people to share! -->
<meta charset="utf-8"><title>{escape(doc, quote=False)}</title><meta name="generator" content="TYPO3 CMS">
<link rel="stylesheet" href="/typo3temp/assets/compressed/merged-31.css?1700000000"><style>{css(kb / 2)}</style></head>
<body id="p118" class="page-118 pagelevel-3"><div class="tx-megamenu"><ul>{menu(entries, "sub", lang)}</ul></div>
<!--TYPO3SEARCH_begin--><div id="c4411" class="frame frame-default"><header><{level}>{escape(title, quote=False)}</{level}></header>
<div class="ce-bodytext">{blocks(texts)}</div></div><!--TYPO3SEARCH_end-->
<div id="footer"><div class="col">{site}</div><div class="col">Intranet</div><div class="col">RSS</div></div>
{script(kb / 2)}</body></html>""".encode()


def joomla(
    site: str,
    title: str,
    texts: Iterable[str],
    *,
    doc: str | None = None,
    kb: float = 9,
    lang: str = "fr-fr",
) -> bytes:
    """Return a Joomla page whose heading is an h2 in div.item-page."""
    doc = title if doc is None else doc
    return f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{lang}" lang="{lang}"><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8" />
<meta name="generator" content="Joomla! - Open Source Content Management" /><title>{escape(doc, quote=False)}</title>
<style>{css(kb / 2)}</style></head><body class="site com_content view-article no-layout itemid-101">
<div class="body"><div class="container"><div class="header"><span class="site-title">{site}</span></div>
<div class="moduletable"><ul class="nav menu">{menu(36, "deeper", lang)}</ul></div><div id="aside"><ul>{headlines(site, lang=lang)}</ul></div>
<div class="item-page"><div class="page-header"><h2 itemprop="headline">{escape(title, quote=False)}</h2></div>
<div itemprop="articleBody">{blocks(texts)}</div></div></div></div>
<div class="footer"><p class="pull-right"><a href="#top">↑</a></p><p>© 2026 {site}</p></div>
{script(kb / 2)}</body></html>""".encode()


def shell(title: str, *, head: str = "", root: str = "", data: str = "", lang: str = "fr") -> bytes:
    """Return what a React, Vue, Angular or Next application serves before scripts run."""
    chunks = "".join(
        f'<script defer src="/static/js/{n}.8f3c{n:02d}.chunk.js"></script>' for n in range(14)
    )
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"/><link rel="icon" href="/favicon.ico"/>
<meta name="viewport" content="width=device-width,initial-scale=1"/><meta name="theme-color" content="#000091"/>
<link rel="manifest" href="/manifest.json"/><title>{escape(title, quote=False)}</title>{head}{chunks}</head><body>
<noscript>You need to enable JavaScript to run this app.</noscript><div id="root">{root}</div>{data}</body></html>""".encode()
