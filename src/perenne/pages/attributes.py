"""What attributes say: class names, ids, anchors, and the hosts a page leans on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_LINKED = "[src], [href], [action]"
_ACTING = "script[src], iframe[src], frame[src]"
_HOST = re.compile(r"\s*(?:https?:)?//([^/?#:@\s\\]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """Class names and ids; ids and anchors as written; hosts that are linked, those that act."""

    classes: frozenset[str]
    anchors: frozenset[str]
    hosts: frozenset[str]
    script_hosts: frozenset[str]


def read_attributes(tree: LexborHTMLParser) -> Names:
    """Return the names and the absolute addresses' hosts; frames count among scripts."""
    ids, named = _values(tree, "[id]", ("id",)), _values(tree, "a[name]", ("name",))
    return Names(
        classes=_words(_values(tree, "[class]", ("class",)) | ids),
        anchors=frozenset(ids | named),
        hosts=_hosts(_values(tree, _LINKED, ("src", "href", "action"))),
        script_hosts=_hosts(_values(tree, _ACTING, ("src",))),
    )


def _values(tree: LexborHTMLParser, selector: str, names: tuple[str, ...]) -> set[str]:
    """Return the distinct values: a page repeats few of them many times."""
    values: set[str | None] = set()
    for node in tree.css(selector):
        given = node.attributes
        for name in names:
            values.add(given.get(name))
    return {value for value in values if value}


def _words(values: set[str]) -> frozenset[str]:
    return frozenset(" ".join(values).lower().split())


def _hosts(values: set[str]) -> frozenset[str]:
    found = (_HOST.match(value) for value in values)
    return frozenset(match[1].lower() for match in found if match)
