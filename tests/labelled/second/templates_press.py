"""How sites are really built: WordPress, SPIP, Drupal, TYPO3, Joomla, WebForms, Next, tables."""

from __future__ import annotations

import html
from collections.abc import Iterable

from tests.labelled.pages import paragraphs_of
from tests.labelled.second.press_filler import blob, cards, comments, css, menu

WORDPRESS = """<!DOCTYPE html>
<html lang="{lang}" prefix="og: https://ogp.me/ns#"><head><meta charset="{charset}" />
<link rel="profile" href="https://gmpg.org/xfn/11" /><title>{full}</title>
<!-- This site is optimized with the Yoast SEO plugin v21.7 -->
<meta property="og:type" content="article" /><meta property="og:title" content="{attr}" />
<meta property="og:site_name" content="{site}" /><meta name="generator" content="WordPress 6.4.3" />
{head}{css}<script src="/wp-includes/js/jquery/jquery.min.js?ver=3.7.1"
id="jquery-core-js"></script>
</head><body class="post-template-default single single-post postid-4512 wp-custom-logo {body}">
<div id="page" class="hfeed site"><div id="masthead" class="site-header"><p class="site-title">
<a href="/">{site}</a></p><div class="main-navigation" id="site-navigation">{menu}</div></div>
<div id="content" class="site-content"><div class="breadcrumbs"><a href="/">Accueil</a> » {h1}</div>
<div id="primary" class="content-area"><div class="post-4512 post type-post status-publish hentry">
<div class="entry-header"><h1 class="entry-title">{h1}</h1>{near}
<div class="entry-meta">Publié le 12 mars 2019 par <a href="/author/redac/">La
rédaction</a></div></div>
<div class="entry-content">{text}
{after}<div class="sharedaddy"><a href="#">Partager</a> <a href="#">Imprimer</a></div></div></div>
<div id="comments" class="comments-area"><h2>3 réflexions sur « {h1}
»</h2><ol>{comments}</ol></div></div>
<div id="secondary" class="widget-area"><div class="widget widget_recent_entries"><h2>Articles
récents</h2>
<ul>{cards}</ul></div>{side}</div></div><div id="colophon" class="site-footer">Fièrement propulsé
par
WordPress | <a href="/mentions-legales/">Mentions légales</a></div></div>{end}</body></html>"""

SPIP = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"
"http://www.w3.org/TR/xhtml1/DTD/x">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{lang}" lang="{lang}" dir="ltr"><head>
<title>{full}</title><meta http-equiv="Content-Type" content="text/html; charset={charset}" />
<meta name="generator" content="SPIP 3.2.19 [25085]" />{head}{css}
<link rel="alternate" type="application/rss+xml" title="Syndiquer tout le site"
href="spip.php?page=backend" />
</head><body class="page_article {body}"><div id="page"><div id="entete"><a rel="start"
href="/">{site}</a>
<div class="formulaire_spip formulaire_recherche"><form action="spip.php?page=recherche"><input
name="recherche" />
</form></div></div><div id="conteneur"><div id="contenu"><div class="cartouche">{near}
<h1 class="crayon article-titre-317">{h1}</h1><p class="info-publi">lundi 4 février 2019</p></div>
<div class="crayon article-texte-317 texte">{text}</div>{after}<div class="autres"><h2>Dans la même
rubrique</h2>
<ul>{cards}</ul></div></div></div><div id="navigation"><div
class="rubriques">{menu}</div>{side}</div>
<div id="pied"><a href="spip.php?page=plan">Plan du site</a> | <a href="spip.php?page=login">Se
connecter</a>
</div></div>{end}</body></html>"""

DRUPAL7 = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN"
"http://www.w3.org/MarkUp/DTD/xhtml">
<html xml:lang="{lang}" version="XHTML+RDFa 1.0" dir="ltr"><head
profile="http://www.w3.org/1999/xhtml/vocab">
<meta http-equiv="Content-Type" content="text/html; charset={charset}" /><title>{full}</title>
<meta name="Generator" content="Drupal 7 (http://drupal.org)" />{head}{css}
<script>jQuery.extend(Drupal.settings,{{"basePath":"\\/",
"ajaxPageState":{{"theme":"zen_crd"}}}});</script>
</head><body class="html not-front not-logged-in two-sidebars page-node node-type-article {body}">
<div id="skip-link"><a href="#main-content">Aller au contenu principal</a></div><div
id="page-wrapper">
<div id="header"><a href="/" rel="home">{site}</a></div><div id="navigation">{menu}</div>
<div id="main"><div id="content" class="column"><h1 class="title" id="page-title">{h1}</h1>{near}
<div class="region region-content"><div class="block block-system"><div class="node node-article"
typeof="sioc:Item">
<div class="field field-name-body"><div class="field-items"><div class="field-item
even">{text}</div></div></div>
{after}</div></div></div></div><div class="region region-sidebar-second"><h2>À
découvrir</h2><ul>{cards}</ul>
{side}</div></div><div id="footer">{site} – <a
href="/contact">Contact</a></div></div>{end}</body></html>"""

TYPO3 = """<!DOCTYPE html><html lang="{lang}"><head><meta charset="{charset}"><!--
  This website is powered by TYPO3 - inspiring people to share! --><title>{full}</title>
<meta name="generator" content="TYPO3 CMS" />{head}{css}</head><body id="p214" class="{body}">
<div class="body-bg"><div class="navbar navbar-default">{menu}</div><div class="container"><div
class="row">
<div class="col-md-8"><!--TYPO3SEARCH_begin--><div id="c1871" class="frame frame-default
frame-type-text">
<div class="ce-headline"><h1>{h1}</h1>{near}</div><div class="ce-bodytext">{text}</div></div>{after}
<!--TYPO3SEARCH_end--></div><div class="col-md-4"><ul
class="news-list">{cards}</ul>{side}</div></div></div>
<div class="footer-section">{site} | <a
href="/impressum">Impressum</a></div></div>{end}</body></html>"""

JOOMLA = """<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="{lang}" dir="ltr"><head>
<meta http-equiv="content-type" content="text/html; charset={charset}" />
<meta name="generator" content="Joomla! - Open Source Content Management"
/><title>{full}</title>{head}{css}
</head><body class="site com_content view-article layout-blog no-task itemid-101 {body}"><div
class="container">
<h1 class="brand">{site}</h1><div class="moduletable_menu">{menu}</div><div class="row-fluid"><div
id="content">
<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header">
<h2 itemprop="headline">{h1}</h2>{near}</div><dl class="article-info"><dd class="hits">Affichages :
1843</dd></dl>
<div itemprop="articleBody">{text}</div>{after}<ul
class="pager"><li>Précédent</li><li>Suivant</li></ul></div></div>
<div id="aside"><div class="well"><h3>Derniers articles</h3><ul
class="latestnews">{cards}</ul></div>{side}</div>
</div></div><div class="footer">© {site}</div>{end}</body></html>"""

WEBFORMS = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
"http://www.w3.org/TR/xhtml1/DTD/t.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><title>
	{full}
</title>{head}{css}</head><body class="{body}"><form name="aspnetForm" method="post"
action="Detail.aspx?id=884"
 id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{blob}" />
<div id="ctl00_pnlTop"><span id="ctl00_lblSite">{site}</span>{menu}</div><div id="ctl00_cph_pnl">
<h1><span id="ctl00_cph_lblTitre">{h1}</span></h1>{near}<div
id="ctl00_cph_litTexte">{text}</div>{after}
<div id="ctl00_cph_rptVoirAussi"><ul>{cards}</ul></div></div><div id="ctl00_pnlSide">{side}</div>
<input type="hidden" name="__EVENTVALIDATION" value="/wEdAAcK" /></form>{end}</body></html>"""

NEXT = """<!DOCTYPE html><html lang="{lang}"><head><meta charSet="{charset}"/><meta name="viewport"
 content="width=device-width"/><title>{full}</title><meta property="og:title"
content="{attr}"/>{head}{css}
<link rel="preload" href="/_next/static/chunks/main-7f2.js" as="script"/></head><body
class="{body}">
<div id="__next"><div class="css-1q2w3e"><div class="css-9xk"><a href="/">{site}</a>{menu}</div>
<div class="css-v0jz"><div class="css-h1"><h1 class="css-t1">{h1}</h1>{near}</div><div
class="css-bdy">{text}</div>
{after}</div><div class="css-rel"><ul>{cards}</ul>{side}</div><div class="css-ft">©
{site}</div></div></div>
<script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{"img":"{blob}"}}}},
"page":"/[slug]","buildId":"k3J9"}}</script>{end}</body></html>"""

TABLES = """<html><head><title>{full}</title><meta http-equiv="Content-Type" content="text/html;
 charset={charset}">{head}</head><body bgcolor="#FFFFEE" link="#003366" topmargin="0"
class="{body}">
<table width="780" border="0" cellpadding="4" align="center"><tr><td colspan="3" bgcolor="#003366">
<font color="white" size="5" face="Verdana"><b>{site}</b></font></td></tr><tr valign="top"><td
width="150">
<font size="1" face="Arial">{menu}</font></td><td width="480"><font size="4"
color="#993300"><b>{h1}</b></font>
{near}<hr noshade size="1"><font size="2" face="Arial">{text}</font>{after}</td><td
width="150"><font size="1">
<ul>{cards}</ul>{side}</font></td></tr><tr><td colspan="3" align="center"><font size="1">Webmestre
: ecrire@
</font></td></tr></table>{end}</body></html>"""


_ENGLISH = {
    "Articles récents": "Recent posts",
    "Accueil": "Home",
    "Partager": "Share",
    "Imprimer": "Print",
    "Publié le 12 mars 2019 par": "Posted on 12 March 2019 by",
    "La rédaction": "Staff",
    "3 réflexions sur «": "3 thoughts on",
    "Fièrement propulsé par": "Proudly powered by",
    "Mentions légales": "Legal notice",
    "À lire aussi": "Read next",
    "Les plus lus": "Most read",
    "Gérer mes cookies": "Cookie settings",
    "S'abonner à partir de 1 €": "Subscribe from £1",
    "Aller au contenu principal": "Skip to main content",
    "À découvrir": "See also",
    "Par R. Morvan, le 3 mai 2018": "By R. Morvan, 3 May 2018",
    "Lecture 4 min.": "4 min read",
    "Webmestre": "Webmaster",
}


def build(
    layout: str,
    title: str,
    texts: Iterable[str] = (),
    *,
    site: str = "Le Journal des communes",
    h1: str | None = None,
    full: str | None = None,
    near: str = "",
    after: str = "",
    head: str = "",
    end: str = "",
    side: str = "",
    badge: str = "",
    body: str = "",
    lang: str = "fr",
    charset: str = "utf-8",
    entries: int = 40,
    kb: float = 14,
    talk: bool = True,
    others: int = 8,
) -> bytes:
    """Return a page of that layout: about `kb` of style or view state, `entries` in the menu.

    `others` counts the other articles beside it; a page in English has English accessories.
    `near` stands beside the heading, `after` behind the text, `side` in the side column, `badge`
    beside other articles' headlines, `full` is the whole <title>.
    """
    heading = title if h1 is None else h1
    if lang == "en":
        for french, translated in _ENGLISH.items():
            layout = layout.replace(french, translated)
    text = layout.format(
        full=html.escape(f"{title} - {site}" if full is None else full, quote=False),
        attr=html.escape(title),
        site=site,
        h1=html.escape(heading, quote=False),
        text=paragraphs_of(texts),
        near=near,
        after=after,
        head=head,
        end=end,
        side=side,
        body=body,
        lang=lang,
        charset=charset,
        menu=menu(entries, lang=lang),
        cards=cards(title, others, badge, lang),
        comments=comments(title, lang=lang) if talk else "",
        css=css(kb),
        blob=blob(title, kb) if "{blob}" in layout else "",
    )
    return text.encode(charset, "xmlcharrefreplace")
