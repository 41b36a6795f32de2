"""The lasting identifier that a page gives for the work it shows: its DOI, HAL, ARK or handle.

Publishers say it to Google Scholar (citation_doi), in Dublin Core, by a canonical link, or in
JSON-LD. What stands in a bibliography, or names what the work is a part of, is another work's;
and where a page gives two of a kind, it shows a list, and gives none.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any

from perenne.domain.identifiers import name_of, permanent
from perenne.pages.structured import is_work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser

_NAMES = (
    "citation_doi",
    "bepress_citation_doi",
    "prism.doi",
    "dc.identifier",
    "dc.identifier.doi",
    "dcterms.identifier",
)
_SAID = ", ".join(f'meta[name="{name}" i][content]' for name in _NAMES)
_JSON_LD = 'script[type="application/ld+json" i]'
_CANONICAL = 'link[rel~="canonical" i][href]'
_INTO = ("@graph", "mainEntity")
"""Where the work itself may stand within JSON-LD; `citation`, `isPartOf` and such hold others."""

_OWN = ("@id", "sameAs", "identifier")
_MOST = 50
"""Identifiers or nodes looked at; a page has a handful."""
_LONGEST = 300
"""Characters of one; DOI have some thirty."""
_HINT = re.compile(r"10\.\d{4}|hal|ark:|hdl|handle", re.IGNORECASE)

_KINDS = ("DOI", "HAL", "ARK", "Handle")
"""Those that more readers and machines know come first."""


def read_permalink(tree: LexborHTMLParser) -> str:
    """Return the resolver's address of the page's own identifier, "" where it gives none."""
    by_kind: dict[str, dict[str, str]] = defaultdict(dict)
    for text in islice(_given(tree), _MOST):
        if url := permanent(text[:_LONGEST]):
            by_kind[name_of(url)].setdefault(url.casefold(), url)
    for kind in _KINDS:
        if len(by_kind[kind]) == 1:
            return next(iter(by_kind[kind].values()))
        if by_kind[kind]:
            return ""
    return ""


def _given(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(_SAID)[:_MOST]:
        yield node.attributes.get("content") or ""
    for node in tree.css(_CANONICAL)[:1]:
        yield node.attributes.get("href") or ""
    for node in tree.css(_JSON_LD)[:_MOST]:
        text = node.text() or ""
        if _HINT.search(text):
            yield from _in_json(text)


def _in_json(text: str) -> Iterator[str]:
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            if "@type" in node and is_work(node["@type"]):
                yield from (text for name in _OWN for text in _texts(node.get(name)))
            waiting += [node[name] for name in _INTO if name in node]


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a site put into its JSON
    """Yield the texts of an identifier: one, several, or PropertyValues of schema.org."""
    for each in value if isinstance(value, list) else [value]:
        text = each.get("value") or each.get("@id") if isinstance(each, dict) else each
        if isinstance(text, str):
            yield text
