"""Other ways of building pages: WebForms, tables, shells, press, repositories, English sites."""

from __future__ import annotations

import base64
import json

from tests.labelled.fourth.filler import COOKIES, NEWSLETTER, cards, css, js, menu


def webforms(title: str, inner: str, *, site: str, h1: str | None = None) -> bytes:
    """Return an ASP.NET page: everything stands inside one form."""
    h1 = title if h1 is None else h1
    state = base64.b64encode(json.dumps([title, list(range(2400))]).encode()).decode()
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><title>
\t{title} - {site}
</title><link href="/App_Themes/Portail/p.css" rel="stylesheet" type="text/css" />{css(3)}</head>
<body><form method="post" action="./detail.aspx" id="aspnetForm"><div class="aspNetHidden">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{state}" /></div>
<script src="/WebResource.axd?d=pynGkmcFUV" type="text/javascript"></script>
<div id="ctl00_pnlHaut"><a id="ctl00_lnkHome" href="/">{site}</a><input type="text"
name="ctl00$txtRecherche" /><input type="submit" name="ctl00$btnOk" value="OK" /><ul>{menu(30)}</ul>
</div><div id="ctl00_cphCentre_pnlDetail"><h1><span id="ctl00_cphCentre_lblTitre">{h1}</span></h1>
<div id="ctl00_cphCentre_divTexte">{inner}</div></div><div id="ctl00_pnlBas"><span>Portail
documentaire</span></div></form></body></html>""".encode()


def tables(
    title: str, inner: str, *, site: str, charset: str = "iso-8859-1", declare: bool = True
) -> bytes:
    """Return a page of the turn of the century, without doctype, in an old encoding."""
    meta = (
        f'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={charset}">'
        if declare
        else ""
    )
    page = f"""<HTML><HEAD><TITLE>{title}</TITLE>{meta}
<META NAME="GENERATOR" CONTENT="Microsoft FrontPage 4.0"></HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000033" LINK="#0000CC"><TABLE WIDTH="760" BORDER="0" CELLPADDING="4">
<TR><TD COLSPAN="2" BGCOLOR="#CCCCFF"><FONT FACE="Arial" SIZE="5"><B>{site}</B></FONT></TD></TR>
<TR><TD WIDTH="150" VALIGN="top" BGCOLOR="#EEEEEE"><FONT SIZE="2"><UL>{menu(16, "m")}</UL></FONT>
</TD><TD VALIGN="top"><FONT FACE="Arial" SIZE="4"><B>{title}</B></FONT><HR NOSHADE>
<FONT FACE="Arial" SIZE="2">{inner}</FONT></TD></TR><TR><TD COLSPAN="2" ALIGN="center">
<FONT SIZE="1">Page optimisée pour une résolution de 800 x 600</FONT></TD></TR></TABLE></BODY>
</HTML>"""
    return page.encode(charset, "xmlcharrefreplace")


def shell(
    title: str, inner: str = "", *, data: object = None, head: str = "", description: str = ""
) -> bytes:
    """Return what a script application serves: a root, chunks, and sometimes its data."""
    store = json.dumps({"props": {"pageProps": data or {}}, "page": "/[...slug]", "buildId": "k9"})
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charSet="utf-8"/><title>{title}</title>
<meta name="viewport" content="width=device-width"/><meta name="description"
content="{description}"/>{head}{css(6)}<link rel="preload" href="/_next/static/chunks/main-4f.js"
as="script"/></head><body><div id="__next">{inner}</div><noscript>Veuillez activer JavaScript pour
utiliser ce site.</noscript><script id="__NEXT_DATA__" type="application/json">{store}</script>
<script src="/_next/static/chunks/main-4f.js" defer=""></script>{js(5)}</body></html>""".encode()


def press(
    title: str,
    inner: str,
    *,
    site: str = "L'Écho du Morvan",
    h1: str | None = None,
    head: str = "",
    near_h1: str = "",
    after: str = "",
    extra: tuple[str, ...] = (),
) -> bytes:
    """Return an article page of a local newspaper: heavy, with offers everywhere."""
    h1 = title if h1 is None else h1
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{title} | {site}
</title><meta property="og:title" content="{title}"><meta property="og:type" content="article">
<meta property="og:site_name" content="{site}">{head}{css(18)}{js(22)}
<script async src="https://securepubads.g.doubleclick.net/tag/js/gpt.js"></script></head>
<body class="article-page">{COOKIES}<div class="topbar"><a href="/abonnement" class="btn-abo">Je
m'abonne dès 1 €</a><a href="/connexion">Se connecter</a></div><header class="main-header"><a
href="/">{site}</a><nav><ul>{menu(70, "rub")}</ul></nav></header><div class="pub">Publicité</div>
<div class="layout"><div class="layout__main"><article class="art"><header class="art__head">
<p class="art__kicker">Territoires</p><h1 class="art__title">{h1}</h1>{near_h1}<p
class="art__meta">Par la rédaction – Publié le 14 mai 2019 à 07h30</p></header><div
class="art__body">{inner}</div>{after}<div class="art__share">Partager sur Facebook</div>
</article></div><aside class="layout__side"><div class="most-read"><h2>Les plus lus</h2>
{cards(10, title, extra)}</div>{NEWSLETTER}</aside></div><footer><ul>{menu(26, "f")}</ul>
<p>© {site} – Toute reproduction interdite</p></footer></body></html>""".encode()


def english_site(
    title: str, inner: str, *, site: str, h1: str | None = None, head: str = ""
) -> bytes:
    """Return a page of an English-language site with a modest layout."""
    h1 = title if h1 is None else h1
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} – {site}</title>{head}{css(10)}
</head><body><a class="skip-link" href="#maincontent">Skip to main content</a><div
class="masthead"><a href="/">{site}</a><ul class="topnav"><li><a href="/about">About us</a></li>
<li><a href="/research">Research</a></li><li><a href="/news">News</a></li><li><a
href="/events">Events</a></li></ul></div><div id="maincontent" class="wrap"><h1>{h1}</h1>{inner}
</div><div class="footer"><p>We use cookies to improve this site.</p><ul><li>Privacy</li>
<li>Accessibility</li><li>Contact</li></ul><p>© 2026 {site}</p></div>{js(7)}</body>
</html>""".encode()


def repository(title: str, inner: str, *, site: str, head: str = "") -> bytes:
    """Return the notice of a document in an open archive."""
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{title} - {site}
</title><meta name="citation_title" content="{title}">{head}{css(4)}</head><body><div
class="container-fluid"><div class="row"><div class="navbar"><a href="/">{site}</a><a
href="/user/login">Connexion</a></div></div><div class="row"><div class="col-md-8"><div
class="typdoc">Rapport</div><h1 class="title">{title}</h1>{inner}<div class="export">BibTeX | TEI |
DC | EndNote</div></div><div class="col-md-4"><div class="widget">Collections</div><div
class="widget">Métriques : 214 consultations, 96 téléchargements</div></div></div></div>
</body></html>""".encode()


def bare(title: str, body: str, head: str = "") -> bytes:
    """Return the sort of page that servers write themselves."""
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>\n".encode()
