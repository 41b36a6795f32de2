"""What a page calls itself: title, h1 and og:title, cut at their separators."""

from __future__ import annotations

import re

from perenne.domain.pages import Page
from perenne.rules.words import plain

_SEPARATORS = re.compile(r"\s+[-–—|>/]+\s+|\s*[|•»]\s*")
_MARKS = " .!?:,-'\"…"


def parts(*texts: str) -> list[str]:
    """Return the parts of titles, folded: « Page introuvable | La Ville » has two."""
    cut = (part for text in texts if text for part in _SEPARATORS.split(text))
    folded = (plain(part).strip(_MARKS) for part in cut)
    return [part for part in folded if part]


def heading_parts(page: Page) -> list[str]:
    """Return the parts of title, h1 and og:title."""
    return parts(page.title, page.h1, page.og_title)


def share(pattern: re.Pattern[str], part: str) -> float:
    """Return how much of a part, from 0 to 1, the matches of a pattern fill."""
    said = sum(len(match[0]) for match in pattern.finditer(part))
    return said / len(part) if part else 0.0
