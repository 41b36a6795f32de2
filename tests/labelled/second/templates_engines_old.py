"""Imitations of older pages: tables in Latin-1, framesets, WebForms, library catalogues, Richie."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tests.labelled.second.templates_filler import blocks, css, dice, headlines, menu, script

OLD_HEADERS = {"content-type": "text/html", "server": "Apache/2.2.22 (Debian)"}
LATIN_HEADERS = {"content-type": "text/html; charset=ISO-8859-1", "server": "Apache/1.3.42"}
IIS_HEADERS = {
    "server": "Microsoft-IIS/8.5",
    "x-aspnet-version": "4.0.30319",
    "x-powered-by": "ASP.NET",
    "set-cookie": "ASP.NET_SessionId=1kq0vqk3; path=/; HttpOnly",
}


def table(
    site: str,
    title: str,
    texts: Iterable[str],
    *,
    charset: str = "windows-1252",
    doc: str | None = None,
    links: int = 30,
    declare: bool = True,
) -> bytes:
    """Return a page of nested tables and font elements, without doctype, h1 or semantics."""
    doc = f"{title} - {site}" if doc is None else doc
    meta = f'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={charset}">'
    rows = "".join(
        f'<TR><TD BGCOLOR="#CCDDEE"><IMG SRC="puce.gif" WIDTH=8><A HREF="page{n}.htm">'
        f"<FONT SIZE=2 FACE=Verdana>Fiche {n} : guide des démarches, édition {1990 + n}</FONT></A>"
        "</TD></TR>"
        for n in range(links)
    )
    body = blocks(texts).replace("<p>", "<P><FONT FACE=Arial SIZE=2>").replace("</p>", "</FONT>")
    return f"""<HTML><HEAD>{meta if declare else ""}<TITLE>{escape(doc, quote=False)}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000" LEFTMARGIN=0><TABLE WIDTH=780 BORDER=0 CELLPADDING=0><TR><TD COLSPAN=2>
<IMG SRC="bandeau.gif" ALT="{site}"></TD></TR><TR><TD WIDTH=180 VALIGN=TOP><TABLE>{rows}</TABLE></TD>
<TD VALIGN=TOP><FONT FACE=Arial SIZE=5 COLOR=#003366><B>{escape(title, quote=False)}</B></FONT><BR>{body}</TD></TR>
<TR><TD COLSPAN=2 ALIGN=CENTER><FONT SIZE=1>Dernière mise à jour : 14/03/2007 - webmestre</FONT></TD></TR>
</TABLE></BODY></HTML>""".encode(charset, "xmlcharrefreplace")


def webforms(
    site: str, title: str, texts: Iterable[str], *, doc: str | None = None, kb: float = 24
) -> bytes:
    """Return a WebForms page: the whole body is one form, after a large __VIEWSTATE."""
    doc = f"{site} - {title}" if doc is None else doc
    state = "".join(
        dice(title).choices("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef0123456789+/", k=int(kb * 1024))
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="Head1"><title>
\t{escape(doc, quote=False)}
</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head><body>
<form method="post" action="./Page.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{state}" />
<div id="ctl00_Header"><input name="ctl00$txtRecherche" type="text" /><input type="submit" value="Rechercher" /></div>
<div id="ctl00_Menu1"><table><tr><td>{menu(40, "ctl00_Menu1_1")}</td></tr></table></div>
<div id="ctl00_ContentPlaceHolder1_pnl"><span id="ctl00_lblTitre" class="titre">{escape(title, quote=False)}</span>
{blocks(texts)}</div><div id="ctl00_Footer">{site} – Nous contacter</div>
</form>{script(4)}</body></html>""".encode()


def notice(site: str, title: str, fields: Iterable[tuple[str, str]], *, kb: float = 14) -> bytes:
    """Return the record of a library catalogue: a heading and a table of short fields."""
    rows = "".join(f"<tr><th>{k}</th><td>{escape(v, quote=False)}</td></tr>" for k, v in fields)
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{site}</title><style>{css(kb)}</style></head>
<body id="pmbopac"><div id="container"><div id="intro"><h1 id="intro_titre">{site}</h1></div>
<div id="bandeau"><ul>{menu(24, "bandeau")}</ul><h3>Nouveautés</h3><ul>{headlines(site)}</ul></div>
<div id="main"><div id="main_header"></div><div id="notice"><h3><span class="notice-titre">{escape(title, quote=False)}</span></h3>
<table class="descr_notice">{rows}</table><a href="#">Ajouter au panier</a> <a href="#">Réserver</a></div></div>
<div id="footer">Catalogue réalisé avec PMB</div></div></body></html>""".encode()


def frameset(title: str) -> bytes:
    """Return a frameset: a title and two frames, no text."""
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN"><html><head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>{title}</title></head>
<frameset cols="200,*" frameborder="NO"><frame src="menu.htm" name="menu" noresize>
<frame src="corps.htm" name="corps">
<noframes><body>Votre navigateur ne lit pas les cadres.</body></noframes>
</frameset></html>""".encode("iso-8859-1")


def richie(
    site: str,
    title: str,
    kind: str,
    texts: Iterable[str],
    *,
    code: str = "",
    end: str = "2030-06-30",
) -> bytes:
    """Return a page of a Richie catalogue: `kind` is Cours… and a course has a code."""
    reference = (
        f'<div class="subheader__code" property="courseCode" content="{code}">Réf. {code}</div>'
    )
    runs = (
        '<div rel="hasCourseInstance" typeof="CourseInstance">'
        f'<meta property="startDate" content="2026-01-12">'
        f'<meta property="endDate" content="{end}"></div>'
    )
    attributes = 'vocab="https://schema.org/" typeof="Course"' if code else 'class="catalogue"'
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{escape(title, quote=False)} - {kind} - {site}</title>
<style>{css(18)}</style></head><body {attributes}><div class="topbar"><ul>{menu(30, "topbar")}</ul></div>
<div class="body"><div class="subheader"><h1 class="subheader__title" property="name">{escape(title, quote=False)}</h1>
{reference if code else ""}</div><div class="content">{blocks(texts)}</div>{runs if code else ""}</div>
<div class="body-footer">Propulsé par Richie</div></body></html>""".encode()
