"""Meta elements, and the redirect that one of them can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.pages.texts import fold

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_MOST_METAS = 200
_LONGEST_META = 1000
_REFRESH = re.compile(
    r"\s*(\d{1,6})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?+[\"']?([^\"']*)", re.IGNORECASE
)
_LONGEST_DELAY = 10
"""Seconds. What waits longer reloads a news page or logs an idle reader out."""


def read_metas(tree: LexborHTMLParser) -> dict[str, str]:
    """Return named and Open Graph metas by lower-case name; the first of a name counts."""
    metas: dict[str, str] = {}
    for node in tree.css("meta[content]")[:_MOST_METAS]:
        given = node.attributes
        name = given.get("property") or given.get("name") or given.get("itemprop")
        if name:
            content = (given.get("content") or "")[:_LONGEST_META]
            metas.setdefault(name.strip().lower(), fold(content))
    return metas


def refresh_of(tree: LexborHTMLParser) -> str:
    """Return the address of a meta refresh that acts at once, as written."""
    node = tree.css_first('meta[http-equiv="refresh" i]')
    return redirect_of(node.attributes.get("content") or "") if node else ""


def redirect_of(content: str) -> str:
    """Return the address in a refresh such as ``0; url=/new``, "" for a reload or a late one."""
    match = _REFRESH.match(content)
    if match is None or int(match[1]) > _LONGEST_DELAY:
        return ""
    return match[2].strip()
