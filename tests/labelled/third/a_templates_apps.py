"""Imitations of applications: WebForms, Next, tables of old, OPACs, job boards, parking pages."""

from __future__ import annotations

import json

from tests.labelled.third.a_templates_filler import COOKIES, css, menu, teasers

_VIEWSTATE = "/wEPDwUKLTg2NzE0MDY5Nw9kFgJmD2QWAgIDD2QWBAIBDw8WAh4EVGV4dAUK" * 90
_MESSAGES = {
    "notFound.title": "Page introuvable",
    "notFound.body": "La page que vous recherchez n'existe pas ou a été déplacée.",
    "offer.expired": "Cette offre n'est plus disponible",
    "login.cta": "Connectez-vous pour lire la suite",
    "error.generic": "Oups, une erreur est survenue",
}


def webforms(site: str, title: str, content: str, *, login: bool = True) -> bytes:
    """Return an ASP.NET page: everything stands inside one form, menus and text alike."""
    box = (
        '<div id="ctl00_pnlLogin"><input name="ctl00$txtUser" type="text" /><input '
        'name="ctl00$txtPwd" type="password" /><input type="submit" value="OK" /></div>'
    )
    return f"""
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><title>
	{title}
</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<link href="App_Themes/Public/site.css" type="text/css" rel="stylesheet" />{css(6)}</head>
<body><form name="aspnetForm" method="post" action="fiche.aspx?id=7" id="aspnetForm">
<div><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{_VIEWSTATE}" /></div>
<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['aspnetForm'];
function __doPostBack(t, a) {{ theForm.submit(); }}
//]]>
</script><div id="ctl00_divBandeau"><span id="ctl00_lblSite">{site}</span>{box if login else ""}
</div><table width="980" cellpadding="0"><tr><td valign="top" width="180">
{menu(site, 45, "AspNet-Menu-Leaf")}</td><td valign="top"><div
id="ctl00_ContentPlaceHolder1_UpdatePanel1">{content}</div></td></tr></table>
<div id="ctl00_pied">{site} - version 4.2.1.0</div></form></body></html>
""".encode()


def nextjs(site: str, title: str, content: str, *, route: str, head: str = "") -> bytes:
    """Return a server-rendered Next page, whose data hold every message of the application."""
    data = {
        "props": {"pageProps": {"_nextI18Next": {"initialI18nStore": {"fr": _MESSAGES}}}},
        "page": route,
        "buildId": "k3Jx0",
        "isFallback": False,
    }
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charSet="utf-8"/><meta name="viewport"
content="width=device-width"/><title>{title}</title>{head}<link rel="preload"
href="/_next/static/css/8f2a.css" as="style"/><noscript data-n-css=""></noscript>{css(22)}</head>
<body><div id="__next"><div class="sc-1xk Layout_wrapper__a1"><div class="Header_bar__x">
<a href="/">{site}</a>{menu(site, 20, "Nav_item")}</div><div class="Page_inner__q">{content}</div>
<div class="Footer_root__z">{menu(site + "f", 15, "Footer_item")}</div></div></div>
<script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False)}</script>
<script src="/_next/static/chunks/main-7d.js" defer=""></script></body></html>""".encode()


def shell(title: str, *, head: str = "") -> bytes:
    """Return a client-rendered application: a title, scripts, and no text at all."""
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"/><title>{title}</title>
<link rel="icon" href="/favicon.ico"/>{head}<script type="module" crossorigin
src="/assets/index-4f1c.js"></script>{css(3)}</head><body><noscript>You need to enable JavaScript
to run this app.</noscript><div id="root"></div></body></html>""".encode()


def tables(
    title: str, content: str, *, charset: str = "cp1252", meta: str = "", kb: float = 0
) -> bytes:
    """Return a page of 2002: no doctype, nested tables, font elements, spacer images."""
    return f"""<HTML><HEAD>{meta}<TITLE>{title}</TITLE>{css(kb) if kb else ""}
<META NAME="GENERATOR" CONTENT="Microsoft FrontPage 4.0"></HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000066" LINK="#0000CC"><TABLE BORDER=0 WIDTH="760"><TR><TD
COLSPAN=3><IMG SRC="images/bandeau.gif" WIDTH=760 HEIGHT=80 ALT="bandeau"></TD></TR><TR>
<TD WIDTH=140 VALIGN=top BGCOLOR="#CCDDEE"><FONT FACE="Verdana" SIZE=1><A HREF="index.htm">Accueil
</A><BR><A HREF="etudes.htm">Études</A><BR><A HREF="liens.htm">Liens</A><BR><A HREF="ecrire.htm">
Écrire</A></FONT></TD><TD WIDTH=10><IMG SRC="images/spacer.gif" WIDTH=10 HEIGHT=1></TD>
<TD VALIGN=top><FONT FACE="Verdana" SIZE=2>{content}</FONT></TD></TR></TABLE>
<CENTER><FONT SIZE=1>Dernière mise à jour : 14/11/2003</FONT></CENTER></BODY></HTML>
""".encode(charset, "xmlcharrefreplace")


def koha(library: str, doc_title: str, content: str) -> bytes:
    """Return a page of an OPAC in the manner of Koha: masthead, search bar, lists, languages."""
    return f"""<!DOCTYPE html>
<html lang="fr-FR"><head><title>{doc_title}</title><meta charset="utf-8">
<meta name="generator" content="Koha"><link rel="stylesheet" href="/opac-tmpl/lib/bs/b.css">
{css(14)}</head><body id="opac-detail" class="branch-default scrollto"><div id="wrapper">
<div id="header-region"><nav class="navbar"><a href="/cgi-bin/koha/opac-main.pl">{library}</a>
<a href="#" class="loginModal-trigger">Se connecter à votre compte</a></nav>
<form id="searchform" action="/cgi-bin/koha/opac-search.pl"><select name="idx"><option>Tous types
</option><option>Titre</option><option>Auteur</option></select><input name="q"></form></div>
<div class="main"><div class="container-fluid"><div class="row"><div class="col order-first">
{content}</div></div></div></div><div class="modal" id="loginModal"><form><label>Identifiant
</label><input name="userid"><label>Mot de passe</label><input type="password" name="password">
</form></div><div id="opaccredits">{menu(library, 14)}</div></div></body></html>
""".encode()


def jobs(site: str, doc_title: str, content: str, *, similar: str = "") -> bytes:
    """Return a page of a job board: filters, the offer, similar offers, alerts."""
    filters = "".join(
        f'<label><input type="checkbox" name="c" value="{n}"> {n} ans d’expérience</label>'
        for n in range(12)
    )
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{doc_title}</title>
{css(20)}</head><body><div class="topbar"><a href="/">{site}</a> <a href="/connexion">Espace
candidat</a> <a href="/recruteurs">Publier une offre</a></div><form class="filters">{filters}</form>
<div class="job-wrapper">{content}</div><div class="similar"><h2>Offres similaires</h2>
{similar or teasers(site, 6, "h4")}</div><div class="alert-box"><p>Recevez les offres par courriel
</p><input type="email"></div>{COOKIES}</body></html>""".encode()


def parked(domain: str, sentence: str, *, root: str = "", script: str = "") -> bytes:
    """Return a parking page: a few words, advertising links, a broker's script."""
    return f"""<!DOCTYPE html><html {root} lang="en"><head><meta charset="utf-8">
<title>{domain}</title><meta name="viewport" content="width=device-width">{css(7)}
{script}</head><body><div class="wrap">
<h1>{domain}</h1><p>{sentence}</p><div id="ads"></div><ul class="rs"><li><a href="/?q=a">Assurance
auto</a></li><li><a href="/?q=b">Voyage</a></li><li><a href="/?q=c">Formation</a></li></ul>
<p class="foot">Privacy Policy</p></div></body></html>""".encode()
