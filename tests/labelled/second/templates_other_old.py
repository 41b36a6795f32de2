"""Templates of the older web: ASP.NET forms, and tables without a doctype."""

from __future__ import annotations

import html
from collections.abc import Iterable

from tests.labelled.prose import prose
from tests.labelled.second.templates_other import WORDS, menus, paragraphs


def webforms(
    title: str,
    texts: Iterable[str] | None = None,
    *,
    site: str = "Portail documentaire",
    kb: float = 24,
) -> bytes:
    """Return an ASP.NET page: everything inside one form, with its view state."""
    texts = prose(title, 4) if texts is None else texts
    state = "".join(f"wEPDwUK{n:07d}" for n in range(int(kb * 24)))
    return f"""
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><title>
\t{html.escape(title, quote=False)}
</title><meta http-equiv="X-UA-Compatible" content="IE=9" /></head><body>
<form name="aspnetForm" method="post" action="./Notice.aspx" id="aspnetForm"><div>
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{state}" /></div>
<div id="ctl00_bandeau">{site}</div><div id="ctl00_menu">{menus(kb / 4, site)}</div>
<div id="ctl00_ContentPlaceHolder1_pnl"><span id="ctl00_lblTitre" class="titre1">
{html.escape(title, quote=False)}</span>{paragraphs(texts)}
<input type="submit" name="ctl00$btn" value="Nouvelle recherche" /></div></form>
</body></html>""".encode()


def tables(
    title: str,
    texts: Iterable[str] | None = None,
    *,
    site: str = "Association des Amis du Canal",
    codec: str = "cp1252",
    meta: str = "",
    kb: float = 10,
) -> bytes:
    """Return an old page in tables, without doctype, with upper-case tags."""
    texts = prose(title, 4) if texts is None else texts
    spacer = "".join(
        f'<TR><TD BGCOLOR="#FFFFC"><A HREF="p{n}.htm"><FONT SIZE=2>{WORDS[n % 21]}</FONT></A></TD>'
        "</TR>\n"
        for n in range(int(kb * 10))
    )
    body = "".join(f"<P><FONT FACE=Arial>{t}</FONT></P>\n" for t in texts)
    return f"""<HTML><HEAD>{meta}<TITLE>{title}</TITLE></HEAD><BODY BGCOLOR=white LINK="#0000CC">
<TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=2><IMG SRC="bandeau.gif" ALT="{site}"></TD></TR>
<TR><TD WIDTH=150 VALIGN=top><TABLE>{spacer}</TABLE></TD><TD VALIGN=top><CENTER><FONT SIZE=5>
<B>{title}</B></FONT></CENTER>{body}</TD></TR></TABLE><HR><I>Dernière mise à jour : 12/03/2004</I>
</BODY></HTML>""".encode(codec, "xmlcharrefreplace")
