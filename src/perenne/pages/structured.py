"""schema.org ``isAccessibleForFree``, in JSON-LD, microdata and RDFa.

https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
"""

from __future__ import annotations

import json
import re
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_KEY = "isaccessibleforfree"
_MARKED = f'[itemprop="{_KEY}" i], [property$="{_KEY}" i]'
_IN_BAD_JSON = re.compile(rf'"{_KEY}"\s*:\s*"?([\w:/.]+)', re.IGNORECASE)
_OTHERS = {"itemlistelement", "blogpost", "mentions", "relatedlink", "isrelatedto", "citation"}
"""What these hold is said of other pages than this one."""

_WORK = re.compile(
    r"(?:article|posting|page|work|report|book|chapter|issue|periodical|review|dataset|episode|"
    r"object|thesis|blog|letter|newspaper|recipe|course|video|podcast|element)/?$",
    re.IGNORECASE,
)
"""Types below schema.org's CreativeWork; places and events have the property too."""

_DEEPEST = 30
_MOST_NODES = 5000


def accessible_for_free(tree: LexborHTMLParser) -> bool | None:
    """Return what the page says of itself; None where it says nothing.

    The outermost statement counts: ``hasPart`` only repeats it for a part of the page.
    """
    for node in tree.css('script[type="application/ld+json" i]'):
        stated = _in_script(node.text() or "")
        if stated is not None:
            return stated
    works = (node for node in tree.css(_MARKED) if is_work(_type_around(node)))
    marked = next(works, None)
    return _truth(_marked_value(marked)) if marked else None


def _in_script(text: str) -> bool | None:
    if _KEY not in text.lower():
        return None
    try:
        return _outermost(json.loads(text, strict=False))
    except (ValueError, RecursionError):
        loose = _IN_BAD_JSON.search(text)
        return _truth(loose[1]) if loose else None


def _outermost(data: Any) -> bool | None:  # noqa: ANN401 - whatever a site put into its JSON
    waiting = deque([data])
    for _ in range(_MOST_NODES):
        if not waiting:
            return None
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            named = {str(key).lower(): value for key, value in node.items()}
            stated = _truth(named.get(_KEY))
            if stated is not None and is_work(named.get("@type")):
                return stated
            waiting.extend(value for key, value in named.items() if key not in _OTHERS)
    return None


def is_work(types: object) -> bool:
    """Tell a work that is read from a museum or a concert, whose entrance is free or not."""
    names = types if isinstance(types, list) else [types]
    return types is None or any(_WORK.search(str(name)) for name in names)


def _type_around(node: LexborNode) -> str | None:
    """Return the type of the item that a property belongs to."""
    parent: LexborNode | None = node
    for _ in range(_DEEPEST):
        parent = parent.parent if parent else None
        given = parent.attributes if parent and parent.tag else {}
        if found := given.get("itemtype") or given.get("typeof"):
            return found
    return None


def _marked_value(node: LexborNode) -> str:
    given = node.attributes
    return given.get("content") or given.get("href") or node.text()


def _truth(value: object) -> bool | None:
    """Read true, "True", "http://schema.org/False", 0 or ["false"]; None for anything else."""
    if isinstance(value, list):
        value = value[0] if value else None
    word = str(value).strip().rstrip("/").rpartition("/")[2].lower()
    return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}.get(word)
