"""Titles as they are compared."""

from __future__ import annotations

import re
import unicodedata


def normalised(title: str) -> str:
    """Return a title without case, accents, punctuation and repeated spaces."""
    bare = unicodedata.normalize("NFKD", title).casefold()
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters))
