"""A page with addresses replaced, and with Robust Links: where each led, and a copy of that.

The attributes are those of the specification 1.0 (robustlinks.mementoweb.org/spec).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.escapes import XML
from perenne.dossiers.addresses.replacing import replaced, writable
from perenne.dossiers.documents.page_base import base_of, joined

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

_ATTRIBUTE = r"[^\s=>\"'/<]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
_PIECES = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<unseen>script|style)\b.*?(?:</(?P=unseen)\s*>|\Z)"
    rf"|(?P<link><a(?:\s+{_ATTRIBUTE})*\s*/?>)|(?P<seen>[^<]+|<[^<>]*>|<)",
    re.DOTALL | re.IGNORECASE,
)
_NAMED = re.compile(
    r"\s+(?P<name>[^\s=>\"'/<]+)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+)))?"
)


@dataclass(frozen=True, slots=True)
class Version:
    """A copy of a page: its address, and the day (YYYY-MM-DD) of which it is."""

    url: str
    day: str


def rewritten(
    text: str,
    changes: Mapping[str, str],
    done: Counter[str],
    versions: Mapping[str, Version] | None = None,
) -> str:
    """Return the page; with `versions`, its links bear where they led and a copy of that.

    Scripts, styles and remarks stay as they are.
    """
    base = base_of(text)

    def put(piece: re.Match[str]) -> str:
        if piece["seen"]:
            return replaced(piece[0], changes, done, XML)
        if not piece["link"]:
            return piece[0]
        tag = _relinked(replaced(piece[0], changes, done, XML), base, changes, done)
        return tag if versions is None else _robust(piece[0], tag, base, changes, versions)

    return _PIECES.sub(put, text)


def bearing(text: str) -> int:
    """Return how many links of a page bear a copy."""
    links = (piece["link"] for piece in _PIECES.finditer(text))
    return sum(_bears(link, "versionurl") for link in links if link)


def _relinked(tag: str, base: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return the tag of a link that is written relative to `base`, leading elsewhere."""
    href = _href(tag) if base else None
    old = _target(href, base) if href else ""
    if href is None or old not in changes or old == _target(href, ""):
        return tag
    done[old] += 1
    return f'{tag[: href.start()]} href="{escape(writable(changes[old]))}"{tag[href.end() :]}'


def _href(tag: str) -> re.Match[str] | None:
    """Return the attribute that leads somewhere; what looks like one within a value is none."""
    attributes = _NAMED.finditer(tag, len("<a"))
    return next((each for each in attributes if each["name"].lower() == "href"), None)


def _target(href: re.Match[str], base: str) -> str:
    written = href["double"] or href["single"] or href["bare"] or ""
    return joined(base, unescape(written).strip())


def _robust(
    before: str,
    tag: str,
    base: str,
    changes: Mapping[str, str],
    versions: Mapping[str, Version],
) -> str:
    """Return the tag of a link with the attributes that it has not yet."""
    cited, href = _href(before), _href(tag)
    if cited is None or href is None:
        return tag
    original = _target(cited, base)
    version = versions.get(original)
    if version is None and original not in changes:
        return tag
    said = {"originalurl": original}
    if version and not _bears(before, "versionurl"):  # the day of ours is not that of another copy
        said |= {"versionurl": version.url, "versiondate": version.day}
    added = "".join(
        f' data-{name}="{escape(value)}"'
        for name, value in said.items()
        if not _bears(before, name)
    )
    return tag[: href.end()] + added + tag[href.end() :]


def _bears(tag: str, name: str) -> bool:
    return re.search(rf"\sdata-{name}\s*=", tag, re.IGNORECASE) is not None
