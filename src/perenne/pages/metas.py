"""Meta elements: named ones and those of Open Graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.pages.texts import fold

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_MOST_METAS = 200
_LONGEST_META = 1000


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
