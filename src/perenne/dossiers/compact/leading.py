"""Entries whose title is the label of the link that they begin with: ``[Title](…), credit``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography.blocks import is_access
from perenne.dossiers.compact.areas import heads
from perenne.dossiers.compact.credits import credit
from perenne.dossiers.compact.people import bodies, people

if TYPE_CHECKING:
    from perenne.dossiers.bibliography.sources import SourceLine

_SEPARATED = re.compile(r"\s*[,;.:]\s+|\s+[–—-]\s+|\s*(?=\()|\s*[»\"”]\s*,?\s+")
_FEWEST_WORDS = 3
"""Of a title; shorter labels name a newspaper or an author as often as not."""
_NO_SOURCE = re.compile(r"(?:pdf|docx?|html?)\b|.*(?:«|\s[–—]\s)", re.IGNORECASE)
OPENING = ' \u00a0«"“'
"""What may stand before a title."""


def entry(label: str, text: str) -> SourceLine | None:
    """Read what follows the label at the beginning of `text` as its credit; None for else.

    Words that go on with the label are a part of the title.
    """
    said = text.lstrip(OPENING)
    rest = said.removeprefix(label)
    between = _SEPARATED.match(rest) if rest != said else None
    short = len(label.split()) < _FEWEST_WORDS
    if between is None or short or is_access(label) or people(label) or bodies(label):
        return None
    lines = (credit(head) for head in heads(rest[between.end() :]))
    line = next(filter(None, lines), None)
    sure = line and line.source[:1].isupper() and not _NO_SOURCE.match(line.source)
    return replace(line, title=label) if line and sure else None
