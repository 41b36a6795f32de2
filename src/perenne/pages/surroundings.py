"""What surrounds the heart of a page: navigation, banners, footers, forms, lists of links.

Half of the web has no nav nor footer elements: there, what gives them away is a name that the
great content systems use (WordPress, SPIP, Drupal, TYPO3, Joomla), or a list that is all links
(link density: Kohlschütter, Fankhauser & Nejdl, *Boilerplate Detection using Shallow Text
Features*, WSDM 2010).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_AROUND = (
    "nav, footer, aside, dialog, "
    '[role="navigation"], [role="banner"], [role="contentinfo"], [role="search"], '
    '[role="dialog"], #tarteaucitronRoot, #onetrust-consent-sdk, #didomi-host, '
    "#axeptio_overlay, #CybotCookiebotDialog"
)
_NAMES = (
    "menu",
    "nav",
    "navbar",
    "navigation",
    "sidebar",
    "widget",
    "widget-area",
    "footer",
    "site-footer",
    "pied",
    "colophon",
    "breadcrumb",
    "breadcrumbs",
    "ariane",
    "comments",
    "region-sidebar-first",
    "region-sidebar-second",
    "skip-link",
)
_MAYBE_AROUND = "header, form, " + ", ".join(f".{name}, #{name}" for name in _NAMES)
_HEART = "h1, article, main, table"
"""What wraps the whole page holds it: ASP.NET puts everything into a form."""

_LISTS = ":is(ul, ol, dl, p, td):has(a)"
_FEW_LINKS = 3
_ALL_LINKS = 0.8
"""The share of letters within links from which a list is a menu."""


def strip_surroundings(tree: LexborHTMLParser) -> None:
    """Take away what surrounds the heart, and lists that are all links."""
    strip_frame(tree)
    for node in reversed(tree.css(_LISTS)):
        if _is_menu(node):
            node.decompose()


def strip_frame(tree: LexborHTMLParser) -> None:
    """Take away what surrounds the heart; innermost first: an element takes along what it holds."""
    for node in reversed(tree.css(_AROUND)):
        if node.tag != "body":
            node.decompose()
    for node in reversed(tree.css(_MAYBE_AROUND)):
        if node.tag != "body" and node.css_first(_HEART) is None:
            node.decompose()


def _is_menu(node: LexborNode) -> bool:
    links = node.css("a")
    if len(links) < _FEW_LINKS or node.css_first(_HEART) is not None:
        return False
    linked = sum(map(_letters, links))
    return linked >= _ALL_LINKS * _letters(node)


def _letters(node: LexborNode) -> int:
    return len("".join(node.text().split()))
