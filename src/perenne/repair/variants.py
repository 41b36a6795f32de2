"""The same address, as it may have been meant: what copying, typing and moving to https spoil."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from perenne.domain.urls import without_tracking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

TRACKING = "tracking"
"""Why of the one variant that is the same link: its tracking alone may keep the page away."""
_CLOSING = ".,;:!?)]}»\"'’*…"
_CLOSING_ESCAPED = re.compile(
    r"(?:%(?:2C|29|5D|7D|22|27|2A|E2%80%9[9D]|C2%BB|C2%A0|20))+$", re.IGNORECASE
)
_TWICE = re.compile(r"%25(?=[0-9A-Fa-f]{2})")
_SAFE = "/%:@!$&'()*+,;=~-._"

Variant = tuple[str, str, float]
"""Why, the address, and how likely it is to be the page once it answers as such."""


def variants(url: str) -> Iterator[Variant]:
    """Yield variants of an address, the likeliest first."""
    parts = urlsplit(url)
    if not parts.netloc:
        return
    if parts.scheme == "http":
        yield "https", parts._replace(scheme="https").geturl(), 0.9
    yield "www", _with_or_without_www(parts), 0.85
    plain = _without_accents(parts.path)
    if plain != parts.path:
        yield "accents", parts._replace(path=plain).geturl(), 0.85
    yield from _without_closing(url)
    untracked = without_tracking(parts.query)
    if untracked != parts.query:
        yield TRACKING, parts._replace(query=untracked).geturl(), 0.85
    if parts.query:
        yield "query", parts._replace(query="").geturl(), 0.6
    if parts.path != parts.path.lower():
        yield "case", parts._replace(path=parts.path.lower()).geturl(), 0.7
    if _TWICE.search(url):
        yield "escaped_twice", _TWICE.sub("%", url), 0.85


def _without_closing(url: str) -> Iterator[Variant]:
    """Yield the address without what closed the sentence around it."""
    bare = url.rstrip(_CLOSING)
    if bare != url:
        yield "closing", bare, 0.85
    unescaped = _CLOSING_ESCAPED.sub("", url)
    if unescaped != url:
        yield "closing", unescaped, 0.85


def _with_or_without_www(parts: SplitResult) -> str:
    host = parts.netloc
    other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    return parts._replace(netloc=other).geturl()


def _without_accents(path: str) -> str:
    """Return a path as sites make them of titles: « communiqués » is ``communiques``."""
    try:
        decoded = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return path
    apart = unicodedata.normalize("NFD", decoded)
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return quote(plain, safe=_SAFE) if plain != decoded else path
