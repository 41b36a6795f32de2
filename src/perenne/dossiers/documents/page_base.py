"""What the relative addresses of a page start from (HTML, 4.2.3)."""

from __future__ import annotations

from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser


def base_of(text: str, served_at: str = "") -> str:
    """Return the address that relative ones start from, "" where there is none."""
    if "<base" not in text.lower():
        return served_at
    base = LexborHTMLParser(text).css_first("base[href]")
    return joined(served_at, (base.attributes.get("href") or "").strip() if base else "")


def joined(base: str, href: str) -> str:
    """Return the address that a link leads to; one that is none is told as it was written."""
    try:
        return urljoin(base, href)
    except ValueError:
        return href
