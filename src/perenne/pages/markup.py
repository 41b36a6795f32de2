"""The facts of an HTML page, in one parse."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from perenne.domain.pages import Page, PageKind
from perenne.pages.attributes import read_attributes
from perenne.pages.courses import read_course
from perenne.pages.metas import read_metas
from perenne.pages.nesting import not_too_deep
from perenne.pages.permalinks import read_permalink
from perenne.pages.players import read_player
from perenne.pages.popins import stands_aside, strip_login_popins
from perenne.pages.refreshes import redirect_of, refresh_of, script_redirect
from perenne.pages.scripted import told_404
from perenne.pages.structured import accessible_for_free
from perenne.pages.surroundings import strip_surroundings
from perenne.pages.texts import fingerprint, strip_unseen, text_of

_LONGEST_TITLE = 500
_MOST_HEADINGS = 3
_MOST_PASSWORDS = 3
_LITTLE_TEXT = 300
"""Characters: « You are being redirected ». A page that says more is there to be read."""


def read_html(html: str, robots: str = "", refresh: str = "") -> Page:
    """Return the facts of a page; `robots` and `refresh` are what its headers say.

    Several h1 are joined by ``|``: the first is often the site's own name.
    """
    tree = LexborHTMLParser(not_too_deep(html))
    names = read_attributes(tree)
    free, course = accessible_for_free(tree), read_course(tree)
    permalink = read_permalink(tree)
    player, scripted = read_player(html, tree), script_redirect(tree)
    strip_unseen(tree)  # before the metas: those of a noscript are not meant for readers
    metas = read_metas(tree)
    title, h1, near = _first_text(tree, "title"), _headings(tree), _names_near_heading(tree)
    passwords = tree.css('input[type="password" i]')[:_MOST_PASSWORDS]
    aside = bool(passwords) and all(stands_aside(node) for node in passwords)
    text = _body_text(tree)
    strip_login_popins(passwords)
    strip_surroundings(tree)
    main_text = _body_text(tree)
    scripted = scripted if len(main_text) < _LITTLE_TEXT else ""
    return Page(
        PageKind.HTML,
        title=title,
        h1=h1,
        og_title=metas.get("og:title", ""),
        canonical=_attribute(tree, 'link[rel~="canonical" i]', "href"),
        permalink=permalink,
        language=_attribute(tree, "html[lang]", "lang"),
        robots=", ".join(filter(None, (metas.get("robots", ""), robots))),
        refresh=refresh_of(tree) or redirect_of(refresh) or scripted,
        text=text,
        main_text=main_text,
        classes=names.classes,
        anchors=names.anchors,
        heading_classes=near,
        script_hosts=names.script_hosts,
        hosts=names.hosts,
        accessible_for_free=free,
        content_tier=metas.get("article:content_tier", "").lower(),
        password_field=bool(passwords),
        password_aside=aside,
        scripts_told_404=told_404(html),
        course=course,
        player=player,
        properties=metas,
        fingerprint=fingerprint(main_text),
    )


def _body_text(tree: LexborHTMLParser) -> str:
    return text_of(tree.body) if tree.body else ""


def _first_text(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return text_of(node)[:_LONGEST_TITLE] if node else ""


def _headings(tree: LexborHTMLParser) -> str:
    texts = (text_of(node) for node in tree.css("h1")[:_MOST_HEADINGS])
    return " | ".join(filter(None, texts))[:_LONGEST_TITLE]


def _names_near_heading(tree: LexborHTMLParser) -> frozenset[str]:
    """Return the class names of the first h1, of what it holds and of its siblings."""
    heading = tree.css_first("h1")
    if heading is None or heading.parent is None:
        return frozenset()
    near = [*heading.css("[class]"), *heading.parent.iter()]
    names = {node.attributes.get("class") or "" for node in near}
    return frozenset(" ".join(names).lower().split())


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "").strip() if node else ""
