"""The words a reader sees, with and without what surrounds the article."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

LONGEST_TEXT = 40_000
"""Characters kept: no rule looks further, and an article of the press has some 10,000."""

_UNSEEN_TAGS = ["script", "style", "noscript", "template", "svg", "iframe", "object", "select"]
_HIDDEN = '[hidden], [style*="display:none"], [style*="display: none"]'


def fold(text: str) -> str:
    """Return the text with every run of white space as one space, bounded."""
    return " ".join(text.split())[:LONGEST_TEXT]


def text_of(node: LexborNode) -> str:
    """Return the words of an element and of all below it."""
    return fold(node.text(separator=" "))


def strip_unseen(tree: LexborHTMLParser) -> None:
    """Take away what is never shown; the tree loses its scripts."""
    tree.strip_tags(_UNSEEN_TAGS)
    for node in reversed(tree.css(_HIDDEN)):  # innermost first
        if node.tag not in ("html", "body"):  # a page hidden until its styles have come
            node.decompose()


def fingerprint(text: str | bytes) -> str:
    """Return a hash: same text, same fingerprint; "" for nothing."""
    data = text.encode("utf-8", errors="surrogatepass") if isinstance(text, str) else text
    return blake2b(data, digest_size=16).hexdigest() if data else ""
