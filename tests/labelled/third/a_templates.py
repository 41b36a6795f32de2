"""Imitations of CMS themes: WordPress, SPIP, Drupal, TYPO3, Joomla."""

from __future__ import annotations

from tests.labelled.third.a_templates_filler import ANALYTICS, COOKIES, LETTER, css, menu, teasers


def wordpress(
    site: str,
    title: str,
    content: str,
    *,
    h1: str | None = None,
    head: str = "",
    side: int = 5,
    entries: int = 60,
    kb: float = 12,
    lang: str = "fr-FR",
    after: str = "",
    body_class: str = "post-template-default single single-post",
) -> bytes:
    """Return a page of a magazine theme: div soup without main or article elements."""
    top = title if h1 is None else h1
    return f"""<!DOCTYPE html>
<!--[if IE 8]><html class="ie8" lang="{lang}"><![endif]-->
<html lang="{lang}" prefix="og: https://ogp.me/ns#"><head><meta charset="UTF-8">
<title>{title} - {site}</title><meta name="generator" content="WordPress 6.5.3">{head}
<link rel="https://api.w.org/" href="/wp-json/"><link rel="EditURI" href="/xmlrpc.php?rsd">
{css(kb)}{ANALYTICS}</head>
<body class="{body_class} td-standard-pack"><div class="td-scroll-up"></div>
<div class="td-menu-background"></div><div id="td-mobile-nav">{menu(site + "m", entries // 2)}
</div><div id="td-outer-wrap"><div class="td-header-wrap"><div class="td-header-sp-logo">
<a href="/">{site}</a></div><div id="td-header-menu">{menu(site, entries)}</div>
<div class="td-search"><form role="search" action="/"><input name="s"></form></div></div>
<div class="td-main-content-wrap"><div class="td-container"><div class="td-crumb-container">
<span><a href="/">Accueil</a></span> <i class="td-icon-right"></i> <span>{top}</span></div>
<div class="td-pb-row"><div class="td-pb-span8 td-main-content" id="content"><div
class="td-post-header"><h1 class="entry-title">{top}</h1><div class="td-module-meta-info">
<span class="td-post-date">12 mars</span></div></div>
<div class="td-post-content entry-content tagdiv-type">{content}</div>{after}
</div><div class="td-pb-span4 td-main-sidebar">{LETTER}<div class="widget"><h4>À lire aussi</h4>
{teasers(site + title, side)}</div></div></div></div></div>
<div class="td-footer-wrapper"><p>{site} - Tous droits réservés</p>{menu(site + "f", 8)}</div></div>
{COOKIES}<script src="/wp-includes/js/jquery/jquery.min.js?ver=3.7.1"></script></body></html>
""".encode()


def spip(
    site: str,
    title: str,
    content: str,
    *,
    h1: str | None = None,
    doc_title: str | None = None,
    entries: int = 30,
    kb: float = 4,
    side: int = 3,
) -> bytes:
    """Return a page of a SPIP skeleton: entete, nav, conteneur, extra, pied."""
    top = title if h1 is None else h1
    return f"""<!DOCTYPE html>
<html class="page_article ltr fr no-js" xmlns="http://www.w3.org/1999/xhtml" lang="fr" dir="ltr">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{f"{title} - {site}" if doc_title is None else doc_title}</title>
<meta name="generator" content="SPIP 3.2.19" />
<link rel="alternate" type="application/rss+xml" href="spip.php?page=backend" />{css(kb)}</head>
<body id="top"><div class="page"><div class="header clearfix" id="entete"><a rel="start home"
href="./" id="logo_site_spip"><span class="nom">{site}</span></a><div class="formulaire_spip
formulaire_recherche"><form action="spip.php?page=recherche" method="get"><input type="text"
class="text" name="recherche" value="Rechercher" /></form></div></div>
<div class="nav" id="nav">{menu(site, entries, "menu-entree")}</div>
<div class="main clearfix" id="conteneur"><div class="content" id="contenu"><p class="arbo"><a
href="./">Accueil</a> &gt; <strong class="on">{top}</strong></p><div class="cartouche"><h1
class="surlignable">{top}</h1></div><div class="texte surlignable clearfix">{content}</div></div>
<div class="aside" id="extra"><h2>Dans la même rubrique</h2>{teasers(site + title, side)}</div>
</div><div class="footer clearfix" id="pied"><p>2009-2026 {site}<br /><a rel="contents"
href="spip.php?page=plan">Plan du site</a> | <a href="spip.php?page=login">Se connecter</a> |
<a href="http://www.spip.net/">SPIP</a></p></div></div></body></html>
""".encode()


def drupal(
    site: str,
    title: str,
    content: str,
    *,
    h1: str | None = None,
    head: str = "",
    entries: int = 40,
    kb: float = 18,
    lang: str = "fr",
    after: str = "",
) -> bytes:
    """Return a page of Drupal 10 with its regions and blocks."""
    top = title if h1 is None else h1
    return f"""<!DOCTYPE html>
<html lang="{lang}" dir="ltr"><head><meta charset="utf-8" />
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />{head}
<title>{title} | {site}</title>{css(kb)}</head><body class="path-node page-node-type-article">
<a href="#main-content" class="visually-hidden focusable">Aller au contenu principal</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><header role="banner">
<div class="region region-header">{site}</div></header><nav role="navigation">{menu(site, entries)}
</nav><main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content">
<div class="region region-content"><div data-drupal-messages-fallback class="hidden"></div>
<div id="block-titre"><h1>{top}</h1></div><div id="block-contenu" class="block block-system">
{content}</div></div></div>{after}</main><footer role="contentinfo"><div class="region-footer">
{menu(site + "f", 12)}</div></footer></div>
<script type="application/json" data-drupal-selector="drupal-settings-json">{{"path":{{
"baseUrl":"/","currentPath":"node/4","currentLanguage":"{lang}"}}}}</script></body></html>
""".encode()


def typo3(
    site: str, title: str, content: str, *, h1: str | None = None, entries: int = 500
) -> bytes:
    """Return a TYPO3 page with a very long menu before a small column of content."""
    head = "" if h1 == "" else f"<h1>{title if h1 is None else h1}</h1>"
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8">
<!-- This website is powered by TYPO3 - inspiring people to share! -->
<title>{title}: {site}</title><meta name="generator" content="TYPO3 CMS">
<link rel="stylesheet" href="/typo3temp/assets/compressed/merged-1.css?1701" media="all">
</head><body id="p142"><div id="wrap"><div id="top-nav">{menu(site, entries, "sub")}</div>
<div id="rootline"><a href="/">Accueil</a> / {title}</div><div class="row"><div id="c2291"
class="frame frame-default frame-type-list frame-layout-0"><!--TYPO3SEARCH_begin-->{head}
<div class="csc-default">{content}</div><!--TYPO3SEARCH_end--></div></div>
<div id="bottom">{site} &middot; Mentions légales &middot; Plan d'accès</div></div>
<script src="/typo3temp/assets/js/merged-9.js"></script></body></html>
""".encode()


def joomla(
    site: str, title: str, content: str, *, h1: str | None = None, lang: str = "fr-fr"
) -> bytes:
    """Return a Joomla page with item-page blocks and modules on both sides."""
    top = title if h1 is None else h1
    return f"""<!DOCTYPE html>
<html xml:lang="{lang}" lang="{lang}"><head><meta charset="utf-8" /><base href="/" />
<meta name="generator" content="Joomla! - Open Source Content Management" />
<title>{title}</title>{css(9)}<script src="/media/jui/js/jquery.min.js"></script></head>
<body class="site com_content view-article no-layout itemid-101"><div class="body" id="top">
<div class="container"><div class="header"><a class="brand" href="/">{site}</a></div>
<div class="row-fluid"><div id="sidebar" class="span3">{menu(site, 35, "item")}<div
class="well"><h3>Connexion</h3><form action="/connexion" method="post" id="login-form"><input
name="username"><input type="password" name="password"><button>Connexion</button><a href="/oubli">
Mot de passe oublié ?</a></form></div></div><div id="content" class="span6"><div
id="system-message-container"></div><div class="item-page" itemscope
itemtype="https://schema.org/Article"><div class="page-header"><h1 itemprop="headline">{top}</h1>
</div><div itemprop="articleBody">{content}</div></div></div><div id="aside" class="span3"><h3>
Derniers articles</h3>{teasers(site, 4)}</div></div></div></div></body></html>
""".encode()
