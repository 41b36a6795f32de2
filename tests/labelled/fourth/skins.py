"""How pages of common French sites are built: WordPress, SPIP, Drupal, TYPO3, Joomla."""

from __future__ import annotations

from tests.labelled.fourth.filler import COMMENTS, COOKIES, NEWSLETTER, cards, css, js, menu


def wordpress(
    title: str,
    inner: str,
    *,
    site: str = "Association des secrétaires de mairie",
    h1: str | None = None,
    head: str = "",
    aside: tuple[str, ...] = (),
    comments: bool = True,
    near_h1: str = "",
    body_class: str = "post-template-default single single-post",
) -> bytes:
    """Return a page of an older WordPress theme, all of it div."""
    h1 = title if h1 is None else h1
    return f"""<!DOCTYPE html>
<html lang="fr-FR" prefix="og: https://ogp.me/ns#"><head><meta charset="UTF-8">
<title>{title} - {site}</title><link rel="profile" href="http://gmpg.org/xfn/11">
<meta name="generator" content="WordPress 5.9.3" />{head}
<link rel='stylesheet' id='theme-css' href='/wp-content/themes/oranda/style.css' media='all' />
{css(9)}<script src='/wp-includes/js/jquery/jquery.min.js'></script></head>
<body class="{body_class}"><div id="wrapper"><div id="top-bar"><span>Suivez-nous</span>
<a href="https://www.facebook.com/page">Facebook</a></div><div id="header">
<div id="logo"><a href="/">{site}</a></div><div id="nav"><ul>{menu(38)}</ul></div></div>
<div id="main"><div id="content" class="col-8"><div class="post hentry">
<h1 class="entry-title">{h1}</h1>{near_h1}<div class="entry-content">
{inner}
</div></div>{COMMENTS if comments else ""}</div>
<div id="sidebar"><div class="widget widget_search"><form role="search" method="get" action="/">
<input name="s" placeholder="Rechercher :"></form></div><div class="widget"><h3>Articles récents
</h3>{cards(9, title, aside)}</div><div class="widget"><h3>Archives</h3><ul>{menu(24, "arch")}
</ul></div>{NEWSLETTER}</div></div><div id="footer"><div class="copyright">© {site} | Fièrement
propulsé par WordPress</div></div></div>{js(6)}
<script src='/wp-includes/js/wp-embed.min.js'></script></body></html>""".encode()


def divi(title: str, inner: str, *, site: str, h1: str | None = None, head: str = "") -> bytes:
    """Return a page of a page-builder theme: sections within rows within columns."""
    h1 = title if h1 is None else h1
    return f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="UTF-8" />
<meta http-equiv="X-UA-Compatible" content="IE=edge"><title>{title} | {site}</title>{head}
{css(30)}</head><body class="page et_pb_pagebuilder_layout et_fixed_nav"><div id="page-container">
<div id="main-header"><div class="container"><a href="/"><img src="/logo.png" alt="{site}"></a>
<ul id="top-menu" class="nav">{menu(22)}</ul></div></div><div id="et-main-area">
<div id="main-content"><div class="et_pb_section et_pb_section_0"><div class="et_pb_row">
<div class="et_pb_column et_pb_column_4_4"><div class="et_pb_module et_pb_text">
<div class="et_pb_text_inner"><h1>{h1}</h1>{inner}</div></div></div></div></div>
<div class="et_pb_section"><div class="et_pb_blog_grid">{cards(6, site)}</div></div></div>
<div id="main-footer"><div class="et_pb_widget">{NEWSLETTER}</div><div id="footer-info">Conçu par
un prestataire local</div></div></div></div>{js(14)}</body></html>""".encode()


def spip(
    title: str,
    inner: str,
    *,
    site: str = "Centre de ressources de la petite enfance",
    h1: str | None = None,
    charset: str = "utf-8",
    head: str = "",
    after: str = "",
) -> bytes:
    """Return a page of a SPIP site with its squelettes-dist classes."""
    h1 = title if h1 is None else h1
    page = f"""<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN'
 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd'>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr" lang="fr" dir="ltr"><head>
<title>{title} - {site}</title><meta http-equiv="Content-Type" content="text/html;
 charset={charset}" /><meta name="generator" content="SPIP 3.2.11 [24473]" />{head}
<link rel="stylesheet" href="local/cache-css/9c3a.css" type="text/css" />{css(4)}</head>
<body id="top" class="pas_surlignable page_article"><div id="page" class="page">
<div id="entete"><a rel="start home" href="https://site.example/" title="Accueil">{site}</a>
<div id="formulaire_recherche"><form action="spip.php" method="get"><div>
<input type="hidden" name="page" value="recherche" /><input name="recherche" /></div></form></div>
</div><div class="nav clearfix" id="nav"><ul>{menu(14, "nav-item")}</ul></div>
<div id="conteneur" class="article"><div id="contenu"><p id="hierarchie"><a href="/">Accueil</a>
 &gt; <a href="spip.php?rubrique12">Dossiers</a> &gt; <strong class="on">{h1}</strong></p>
<div class="cartouche"><h1 class="crayon article-titre-418 surlignable">{h1}</h1></div>
<div class="crayon article-texte-418 texte surlignable clearfix">{inner}</div>{after}
<div class="liste forum"></div></div><div id="navigation"><div class="liste articles">
<h2>Dans la même rubrique</h2>{cards(7, site)}</div></div></div>
<div id="pied"><p>2009-2026 &copy; {site}<br /><a rel="contents" href="spip.php?page=plan">Plan
du site</a> | <a href="spip.php?page=login&amp;url=x" rel="nofollow">Se connecter</a> |
<a href="spip.php?page=backend">RSS 2.0</a></p></div></div></body></html>"""
    return page.encode(charset, "xmlcharrefreplace")


def drupal7(
    title: str,
    inner: str,
    *,
    site: str = "Conseil départemental",
    h1: str | None = None,
    head: str = "",
    entries: int = 420,
    tab: str | None = None,
    after: str = "",
) -> bytes:
    """Return a page of a Drupal 7 site with a menu of some forty kilobytes."""
    h1 = title if h1 is None else h1
    return f"""<!DOCTYPE html><html lang="fr" dir="ltr" class="js"><head profile="x">
<meta charset="utf-8" /><title>{title + " | " + site if tab is None else tab}</title>{head}
<meta name="Generator" content="Drupal 7 (http://drupal.org)" />
<style>@import url("/modules/system/system.base.css?q1");</style>{js(5)}</head>
<body class="html not-front not-logged-in one-sidebar page-node node-type-actualite">{COOKIES}
<div id="skip-link"><a href="#main-content">Aller au contenu principal</a></div>
<div id="page-wrapper"><div id="page"><div id="header"><div class="section clearfix">
<div id="site-name"><a href="/" rel="home">{site}</a></div><div class="region region-header">
<div class="block block-superfish"><ul class="sf-menu">{menu(entries, "sf-depth-2")}</ul></div>
</div></div></div><div id="main-wrapper"><div id="main" class="clearfix"><div id="content"
class="column"><div class="section"><a id="main-content"></a><h1 class="title" id="page-title">
{h1}</h1><div class="region region-content"><div id="block-system-main" class="block"><div
class="content"><div class="node node-actualite clearfix"><div class="content clearfix"><div
class="field field-name-body"><div class="field-items"><div class="field-item even">{inner}
</div></div></div></div></div></div></div>{after}</div></div></div><div id="sidebar-second"
class="column sidebar"><div class="block block-views"><h2>À lire aussi</h2>{cards(5, site)}</div>
</div></div></div><div id="footer-wrapper"><div class="section"><ul>{menu(40, "foot")}</ul>
</div></div></div></div></body></html>""".encode()


def drupal10(
    title: str,
    inner: str,
    *,
    site: str = "Agence régionale de la biodiversité",
    h1: str | None = None,
    head: str = "",
    tab: str | None = None,
) -> bytes:
    """Return a page in the State's design system on Drupal 10."""
    h1 = title if h1 is None else h1
    return f"""<!DOCTYPE html>
<html lang="fr" dir="ltr" data-fr-theme="system"><head><meta charset="utf-8" />
<title>{title + " | " + site if tab is None else tab}</title>{head}
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />
<meta name="viewport" content="width=device-width, initial-scale=1.0" />{css(12)}</head>
<body class="path-node page-node-type-article"><div class="fr-skiplinks"><a href="#content">Contenu
</a></div><div class="dialog-off-canvas-main-canvas"><header role="banner" class="fr-header"><div
class="fr-header__body"><p class="fr-logo">République<br>Française</p><a href="/">{site}</a></div>
<nav class="fr-nav"><ul class="fr-nav__list">{menu(60, "fr-nav__item")}</ul></nav></header>
<main role="main" id="content" class="fr-container"><nav class="fr-breadcrumb"><ol><li><a
href="/">Accueil</a></li></ol></nav><div class="region region-content"><h1>{h1}</h1>
<article class="node node--type-article node--view-mode-full"><div class="node__content">{inner}
</div></article></div></main><div class="fr-follow">{NEWSLETTER}</div>
<footer class="fr-footer" role="contentinfo"><ul><li>legifrance.gouv.fr</li><li>gouvernement.fr
</li><li>Accessibilité : non conforme</li></ul></footer></div>
<script type="application/json" data-drupal-selector="drupal-settings-json">
{{"path":{{"baseUrl":"\\/","currentLanguage":"fr"}},"user":{{"uid":0}}}}</script>{js(8)}
</body></html>""".encode()


def typo3(
    title: str, inner: str, *, site: str, h1: str | None = None, charset: str = "utf-8"
) -> bytes:
    """Return a page of a TYPO3 site of the css_styled_content days."""
    h1 = title if h1 is None else h1
    page = f"""<!DOCTYPE html><html lang="fr"><head>
<meta charset="{charset}"><!-- This website is powered by TYPO3 - inspiring people to share! -->
<base href="https://www.site.example/"><title>{site}: {title}</title>
<meta name="generator" content="TYPO3 CMS">{css(5)}</head><body><div id="tout"><div id="bandeau">
<a href="index.php?id=1">{site}</a></div><div id="menu-gauche"><ul>{menu(55, "niv2")}</ul></div>
<div id="centre"><!--TYPO3SEARCH_begin--><div id="c4521" class="csc-default"><div
class="csc-header csc-header-n1"><h1 class="csc-firstHeader">{h1}</h1></div><div
class="bodytext">{inner}</div></div><!--TYPO3SEARCH_end--></div><div id="droite">{cards(4, site)}
</div><div id="pied">Dernière mise à jour : 12/02/2026</div></div></body></html>"""
    return page.encode(charset, "xmlcharrefreplace")


def joomla(title: str, inner: str, *, site: str, h1: str | None = None, head: str = "") -> bytes:
    """Return a page of a Joomla 3 site."""
    h1 = title if h1 is None else h1
    return f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="fr-fr"><head>
<base href="https://www.site.example/" /><meta charset="utf-8" /><title>{title}</title>{head}
<meta name="generator" content="Joomla! - Open Source Content Management" />{css(8)}{js(3)}</head>
<body class="site com_content view-article no-layout itemid-118"><div class="body"><div
class="container"><div class="header" role="banner"><a class="brand" href="/"><span
class="site-title">{site}</span></a></div><div class="navigation"><ul class="nav menu nav-pills">
{menu(17, "item")}</ul></div><div class="row-fluid"><div id="content" class="span9"><div
id="system-message-container"></div><div class="item-page"><div class="page-header"><h2
itemprop="headline">{h1}</h2></div><dl class="article-info muted"><dd>Publié le 4 mai 2019</dd>
<dd>Affichages : 2 871</dd></dl><div itemprop="articleBody">{inner}</div></div></div><div
id="aside" class="span3"><div class="well"><h3 class="page-header">Connexion</h3><form
action="/index.php" method="post" id="login-form"><input name="username" placeholder="Identifiant">
<input type="password" name="password"><button>Connexion</button><a href="/mdp">Mot de passe
oublié ?</a></form></div><div class="well">{cards(5, site)}</div></div></div></div></div>
<div class="footer">&copy; 2026 {site}</div></body></html>""".encode()
