"""One body → its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.domain.pages import Page, PageKind
from perenne.pages.charset import decode
from perenne.pages.kinds import kind_of
from perenne.pages.markup import read_html
from perenne.pages.texts import fingerprint, fold

if TYPE_CHECKING:
    from perenne.domain.exchanges import Exchange


_MOST_BYTES = 4_000_000
"""Of a page; more is read of published dossiers alone, whose beginning tells what they are."""


def read_page(exchange: Exchange) -> Page:
    """Return the facts of the last answer's body; never raises, whatever the bytes.

    Robots directives join the page's own and those of ``X-Robots-Tag``.
    """
    body, content_type = exchange.body[:_MOST_BYTES], exchange.header("content-type")
    robots = exchange.header("x-robots-tag").replace("\n", ", ")
    kind = kind_of(body, content_type)
    if kind is PageKind.HTML:
        return read_html(decode(body, content_type), robots, exchange.header("refresh"))
    if kind is PageKind.TEXT:
        text = fold(decode(body, content_type))
        return Page(kind, robots=robots, text=text, main_text=text, fingerprint=fingerprint(text))
    # Only a file's first bytes are read: its length tells two versions of it apart too.
    length = exchange.header("content-length").encode("utf-8", errors="replace")
    return Page(kind, robots=robots, fingerprint=fingerprint(body + length if body else b""))
