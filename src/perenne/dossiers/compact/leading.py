"""Entries whose title is the label of the link that they begin with: ``[Title](…), credit``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography.blocks import is_access
from perenne.dossiers.compact.areas import heads
from perenne.dossiers.compact.credits import credit

if TYPE_CHECKING:
    from perenne.dossiers.bibliography.sources import SourceLine

_SEPARATED = re.compile(r"\s*[,;.:]\s+|\s+[–—-]\s+|\s*(?=\()|\s*[»\"”]\s*,?\s+")
_SHORTEST = 3
OPENING = ' \u00a0«"“'
"""What may stand before a title."""


def entry(label: str, text: str) -> SourceLine | None:
    """Read what follows the label at the beginning of `text` as its credit; None for else.

    Words that go on with the label are a part of the title.
    """
    said = text.lstrip(OPENING)
    rest = said.removeprefix(label)
    between = _SEPARATED.match(rest) if rest != said else None
    if between is None or len(label) < _SHORTEST or is_access(label):
        return None
    lines = (credit(head) for head in heads(rest[between.end() :]))
    line = next(filter(None, lines), None)
    return replace(line, title=label) if line else None
