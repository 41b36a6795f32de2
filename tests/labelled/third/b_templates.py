"""Skeletons of the real web: clutter, WordPress, SPIP, Drupal, TYPO3, WebForms, old tables."""

from __future__ import annotations

import html
import random
import zlib
from collections.abc import Mapping

from perenne.domain.cases import AskKind
from perenne.domain.exchanges import Exchange
from tests.labelled.prose import prose
from tests.labelled.wire import absent, looks

_TOPICS = [
    "Finances locales",
    "Marchés publics",
    "Fonction publique",
    "Habitat",
    "Mobilités",
    "Petite enfance",
    "Culture",
    "Lecture publique",
    "Eau et assainissement",
    "Déchets",
    "Numérique",
    "Cybersécurité",
    "Éclairage",
    "Voirie",
    "Cantines",
    "Sports",
    "Vie associative",
    "Jeunesse",
    "Seniors",
    "Handicap",
    "Santé",
    "Sécurité",
    "Commerce",
    "Tourisme",
    "Agriculture",
    "Forêt",
    "Littoral",
    "Montagne",
    "Coopération",
    "Europe",
    "Élections",
    "État civil",
    "Archives",
    "Musées",
]
_ANGLES = ("actualités", "guides", "agenda", "chiffres clés", "contacts", "formations", "emploi")


def e(text: str) -> str:
    """Escape a text for HTML."""
    return html.escape(text, quote=False)


def paras(seed: str, count: int = 7, sentences: int = 5) -> str:
    """Return paragraphs of French prose."""
    return "\n".join(f"<p>{e(text)}</p>" for text in prose(seed, count, sentences))


def menu(kilobytes: float) -> str:
    """Return nested menus of about that size."""
    items: list[str] = []
    size = 0
    while size < kilobytes * 1024:
        n = len(items)
        topic, angle = _TOPICS[n % len(_TOPICS)], _ANGLES[n % len(_ANGLES)]
        items.append(
            f'<li id="menu-item-{4100 + n}" class="menu-item menu-item-{4100 + n} depth-{n % 3}">'
            f'<a href="/rubrique/{n}-{angle.split()[0]}" class="nav">{topic} : {angle}</a></li>'
        )
        size += len(items[-1])
    return '<ul class="menu nav">' + "\n".join(items) + "</ul>"


def clutter(kilobytes: float, seed: str = "") -> str:
    """Return styles and scripts of about that size, as themes and tag managers leave them."""
    dice = random.Random(zlib.crc32(seed.encode()))
    out: list[str] = []
    size = 0
    while size < kilobytes * 512:
        out.append(
            f".wp-block-{dice.randrange(9999)}>.inner{{margin:{dice.randrange(40)}px auto;"
            f"color:#{dice.randrange(16**6):06x};transition:opacity .{dice.randrange(9)}s}}"
        )
        size += len(out[-1])
    style = "<style>" + "\n".join(out) + "</style>"
    calls = ["var _paq=window._paq=window._paq||[];"]
    size = 0
    while size < kilobytes * 512:
        calls.append(
            f'_paq.push(["setCustomVariable",{len(calls)},"zone{dice.randrange(99)}",'
            f'"bloc-{dice.randrange(16**8):x}","page"]);'
        )
        size += len(calls[-1])
    return style + "<script>" + "\n".join(calls) + "</script>"


def teasers(*titles: str, extra: str = "") -> str:
    """Return a list of other articles as sidebars show them."""
    cards = "".join(
        f'<div class="card {extra}"><h3><a href="/{7000 + n}/x/">{e(title)}</a></h3>'
        f'<span class="date">il y a {n + 2} jours</span></div>'
        for n, title in enumerate(titles)
    )
    return f'<div class="widget related"><h2>À lire aussi</h2>{cards}</div>'


COOKIES = (
    '<div id="didomi-host"><div class="didomi-popup" role="dialog"><h2>Le respect de votre vie'
    " privée est notre priorité</h2><p>Nos 312 partenaires et nous stockons des informations sur"
    " votre terminal.</p><button>Accepter et fermer</button><button>Continuer sans accepter"
    "</button></div></div>"
)
NEWSLETTER = (
    '<div class="newsletter-box"><h3>La lettre du jeudi</h3><form action="/nl" method="post">'
    '<input type="email" name="m" placeholder="Votre courriel"><button>Je m’inscris</button>'
    "</form><p>Gratuite, sans engagement, désinscription en un clic.</p></div>"
)


def wordpress(
    title: str,
    content: str,
    *,
    site: str = "Le Journal des bourgs",
    head: str = "",
    top: str = "",
    beside_h1: str = "",
    after: str = "",
    sidebar: str = "",
    end: str = "",
    kb: float = 30,
    lang: str = "fr-FR",
    h1: str | None = None,
) -> bytes:
    """Return a page of a classic theme: divs, sidebar, comments."""
    heading = title if h1 is None else h1
    return f"""<!DOCTYPE html>
<html lang="{lang}" class="no-js"><head><meta charset="UTF-8">
<title>{e(title)} - {e(site)}</title>
<link rel="profile" href="https://gmpg.org/xfn/11"><meta name="generator" content="WordPress 6.5.2">
<meta property="og:site_name" content="{e(site)}"><meta property="og:type" content="article">
{head}{clutter(kb / 2, title)}</head>
<body class="post-template-default single single-post wp-custom-logo">{top}
<div id="page" class="site"><div id="masthead"><a href="/" class="custom-logo-link">{e(site)}</a>
<div id="site-navigation">{menu(kb / 2)}</div></div>
<div id="content" class="site-content"><div id="primary" class="content-area">
<div class="post hentry"><div class="entry-header"><h1 class="entry-title">{e(heading)}</h1>
{beside_h1}<div class="entry-meta">Publié par <a href="/author/redaction/">la rédaction</a></div>
</div><div class="entry-content">
{content}
</div>{after}</div>
<div id="comments"><h2>Laisser un commentaire</h2><form action="/wp-comments-post.php"
method="post"><textarea name="comment"></textarea><input name="author"><input name="email">
<button>Publier</button></form></div></div>
<div id="secondary" class="widget-area">{NEWSLETTER}{sidebar}</div></div>
<div id="colophon">© {e(site)} · Mentions légales · Fièrement propulsé par WordPress</div></div>
{end}{COOKIES}</body></html>""".encode()


def spip(title: str, content: str, *, site: str = "Réseau rural", kb: float = 12) -> bytes:
    """Return a page of SPIP with its squelettes-dist."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr" lang="fr" dir="ltr"><head>
<title>{e(title)} - {e(site)}</title>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="generator" content="SPIP 3.2.19 [24379]" />{clutter(kb / 2, title)}</head>
<body class="page_article"><div id="page"><div id="entete"><a rel="start" href="/">{e(site)}</a>
<div id="formulaire_recherche"><form action="/spip.php?page=recherche" method="get">
<input type="text" name="recherche" /><input type="submit" value="&gt;&gt;" /></form></div></div>
<div id="nav">{menu(kb / 2)}</div><div id="conteneur"><div id="contenu">
<div class="cartouche"><h1 class="crayon article-titre-412 surlignable">{e(title)}</h1>
<p class="info-publi">mardi 12 mars 2019, par Claudine</p></div>
<div class="texte surlignable">{content}</div></div></div>
<div id="pied"><p>2004-2026 © {e(site)} | <a href="/spip.php?page=login&amp;url=">Se connecter</a>
| Plan du site | RSS 2.0</p></div></div></body></html>""".encode()


def drupal(
    title: str, content: str, *, site: str, kb: float = 25, lang: str = "fr", head: str = ""
) -> bytes:
    """Return a page of Drupal with its nested regions and no main element."""
    return f"""<!DOCTYPE html>
<html lang="{lang}" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" />
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />
<title>{e(title)} | {e(site)}</title>{head}{clutter(kb / 2, title)}</head>
<body class="path-node page-node-type-article"><div class="dialog-off-canvas-main-canvas">
<div class="layout-container"><div class="region region-header"><a href="/">{e(site)}</a></div>
<div class="region region-primary-menu">{menu(kb / 2)}</div>
<div class="layout-content"><div class="region region-content">
<div id="block-page-title" class="block"><h1 class="page-title"><span>{e(title)}</span></h1></div>
<div id="block-content" class="block block-system"><div class="node node--view-mode-full">
<div class="field field--name-body">{content}</div></div></div></div></div>
<div class="region region-footer"><ul><li>Accessibilité : non conforme</li><li>Contact</li></ul>
</div></div></div></body></html>""".encode()


def typo3(title: str, content: str, *, site: str, kb: float = 18, lang: str = "fr") -> bytes:
    """Return a page of TYPO3 as universities have them."""
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><!-- This website is powered by TYPO3 -->
<title>{e(site)} - {e(title)}</title>{clutter(kb / 2, title)}</head>
<body id="p812" class="pagelevel-3 default"><!--TYPO3SEARCH_begin-->
<div id="bandeau"><a href="/">{e(site)}</a></div><div id="colonne-g">{menu(kb / 2)}</div>
<div id="corps"><div id="c2411" class="csc-default"><div class="csc-header"><h1>{e(title)}
</h1></div>{content}</div></div><!--TYPO3SEARCH_end-->
<div id="pied">{e(site)} – Mentions légales – Plan d'accès – Intranet</div></body></html>
""".encode()


def webforms(title: str, content: str, *, site: str, kb: float = 20, extra: str = "") -> bytes:
    """Return a page of ASP.NET: everything stands inside one form."""
    state = "".join(f"{zlib.crc32(f'{title}{n}'.encode()):08x}" for n in range(int(kb * 40)))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="Head1"><title>
\t{e(title)}
</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head>
<body><form method="post" action="./Fiche.aspx?id=2217" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEP{state}" />
<div id="ctl00_Header"><span class="logo">{e(site)}</span>{menu(kb / 2)}
<input name="ctl00$txtSearch" type="text" /></div>{extra}
<div id="ctl00_ContentPlaceHolder1_pnl"><span class="titre1">{e(title)}</span>
{content}</div>
<div id="ctl00_Footer"><span>{e(site)} - Tous droits réservés</span></div></form></body></html>
""".encode()


def tables(title: str, content: str, *, site: str, declare: bool = False) -> bytes:
    """Return a page of 2003: tables, no doctype, windows-1252 bytes."""
    meta = "<META http-equiv=Content-Type content='text/html; charset=windows-1252'>"
    links = "<br>".join(f'<a href="{t[:4].lower()}.htm">{t}</a>' for t in _TOPICS[:18])
    return f"""<HTML><HEAD>{meta if declare else ""}<TITLE>{e(title)}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFCC" TEXT="#000066"><TABLE WIDTH="780" BORDER=0 ALIGN=center><TR>
<TD COLSPAN=2><FONT SIZE=+2 FACE="Comic Sans MS">{e(site)}</FONT><HR></TD></TR><TR>
<TD WIDTH=160 VALIGN=top BGCOLOR="#CCCCFF">{links}</TD><TD VALIGN=top><FONT FACE="Arial" SIZE=2>
<CENTER><B>{e(title)}</B></CENTER>
{content}
</FONT></TD></TR></TABLE><CENTER><FONT SIZE=1>Site optimisé pour 800 x 600 – mise à jour le
14/02/2009</FONT></CENTER></BODY></HTML>""".encode("cp1252", "xmlcharrefreplace")


def sane(url: str, **more: Exchange) -> Mapping[AskKind, Exchange]:
    """Return the looks of a well-kept server: its siblings do not exist."""
    return looks(sibling=absent(url), **more)
