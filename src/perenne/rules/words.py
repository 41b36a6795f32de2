"""Words compared without case, accents and typography."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TYPOGRAPHY = (
    ("’", "'"),
    ("‘", "'"),
    ("·", "."),
    ("–", "-"),
    ("—", "-"),
    ("…", "..."),
    ("«", '"'),
    ("»", '"'),
    ("“", '"'),
    ("”", '"'),
    ("œ", "oe"),
    ("æ", "ae"),
)
_SEPARATORS = {code: " " for code in range(128) if not chr(code).isalnum()}
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a au aux ce ces cet cette d dans de des du elle en est et il ils l la le les leur leurs m
        mais ne nos notre on ou par pas pour qu que qui quel quelle quelles quels s sa se ses son
        sont sur un une vers vos votre y an and are as at be by for from in is it its of on or
        that the this to was with
        """,
    )
)
ENOUGH_TO_CONFIRM = 2
"""A title of one word would be found on any page of the site."""


@lru_cache(maxsize=32)  # the rules read the same few texts of a page
def plain(text: str) -> str:
    """Return the text in lower case, without accents, its quotes straight; Latin script only."""
    text = text.lower()
    for fine, coarse in _TYPOGRAPHY:
        text = text.replace(fine, coarse)
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")


@lru_cache(maxsize=32)
def words(text: str) -> frozenset[str]:
    """Return the words that carry meaning."""
    return frozenset(plain(text).translate(_SEPARATORS).split()) - _EMPTY_WORDS


def recall(wanted: frozenset[str], found: frozenset[str]) -> float:
    """Return the share, from 0 to 1, of the wanted words that were found."""
    return len(wanted & found) / len(wanted) if wanted else 0.0
