"""Entries as catalogues print them: areas parted by a full stop and a dash (ISBD, IFLA).

``NAME (Given). – Title. – Edition. – Place : Publisher, date. – Pages. – (Collection)``
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography.sources import SourceLine
from perenne.dossiers.compact.credits import credit
from perenne.dossiers.compact.people import bodies, people

if TYPE_CHECKING:
    from collections.abc import Sequence

_AREA = re.compile(r"(?=[.\s])(?:\s*\.\s+[–—]\s+|(?<=\d\sp\.)\s+[–—]\s+|(?<=[?!…»])\s+[–—]\s+)")
"""The look ahead is done with most of a text at once."""
_WITHIN = re.compile(r"\s*,?\s+(?i:dans|in)\s*:?\s+(?=[A-ZÀ-Ý«])")
_QUOTED = re.compile(r"«[^«»]+(?:«[^«»]*»[^«»]*)*»,?\s+(?:dans|in)\s", re.IGNORECASE)
_MARKS = "–—«"
"""One of these parts areas, or frames a title."""
_MOST_AREAS = 12
"""ISBD has nine; notes may be several."""


def entry(lines: Sequence[str]) -> SourceLine | None:
    """Read an entry with two areas at least, one of them a credit."""
    names, areas = _areas(lines)
    if not areas:
        return None
    title, within, host = _host(areas[0])
    line = credit(host) if within else _credit(areas[1:])
    *before, last = re.split(r"\s[–—]\s", title)
    if before and (found := people(last)):  # ``Title – Name I. – Source``
        names, title = found, " – ".join(before)
    return replace(line, title=title, authors=names or line.authors) if line and title else None


def title(lines: Sequence[str]) -> str:
    """Return the first area that is no name, where there are several; "" else."""
    areas = _areas(lines)[1]
    return areas[0].strip(" .") if len(areas) > 1 else ""


def _areas(lines: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """Return the names in the first area, and the areas after them."""
    text = " ".join(lines)
    if not any(mark in text for mark in _MARKS):
        return (), []
    areas = [part.strip() for part in _AREA.split(text) if part.strip(" .–—")]
    if len(areas) < 2 and not _QUOTED.match(" ".join(areas)):  # noqa: PLR2004 - one is no ISBD
        return (), []
    names = people(areas[0]) or bodies(areas[0])
    return (names, areas[1:]) if names else ((), areas)


def _host(area: str) -> tuple[str, bool, str]:
    """Part ``« Title », dans Periodical, …``; the quotation marks are no part of the title."""
    within = _WITHIN.search(area)
    title = area[: within.start()] if within else area
    inner = title[1:-1].strip()
    quoted = within and title.startswith("«") and title.endswith("»") and "»" not in inner
    return inner if quoted else title, bool(within), area[within.end() :] if within else ""


def _credit(areas: Sequence[str]) -> SourceLine | None:
    """Return the first credit, with the areas after it that still belong to it."""
    areas = areas[:_MOST_AREAS]
    for start in range(len(areas)):
        for end in range(len(areas), start, -1):
            if line := credit(". – ".join(areas[start:end])):
                return line
    return None
