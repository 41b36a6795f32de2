"""How each question of the judge is put to the web."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit, urlunsplit

from perenne.domain.cases import Ask, AskKind
from perenne.domain.exchanges import Variant

VARIANTS = {
    AskKind.BROWSER_LIKE: Variant.BROWSER_LIKE,
    AskKind.SIBLING: Variant.SIBLING,
    AskKind.MEDIA: Variant.MEDIA,
    AskKind.UNVERIFIED: Variant.UNVERIFIED,
    AskKind.SECOND_OPINION: Variant.SECOND,
}


def address(ask: Ask, url: str) -> str:
    """Return the address to request for a question about `url`."""
    if ask.kind is AskKind.SIBLING:
        return _sibling(ask.url or url)
    return ask.url or url


def _sibling(url: str) -> str:
    """Return an address beside `url` that cannot exist.

    Same parent, 25 random letters (Bar-Yossef et al., *Sic transit gloria telae*, WWW 2004).
    """
    parts = urlsplit(url)
    parent = parts.path.rstrip("/").rpartition("/")[0]
    letters = "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(25))
    return urlunsplit((parts.scheme, parts.netloc, f"{parent}/{letters}", "", ""))
