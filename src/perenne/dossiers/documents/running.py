"""Running heads and feet of a printed text: taken out, and what they cut put together again.

A line runs where it comes again with a page number that counts on, or again beside such a line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from perenne.dossiers.addresses.wraps import Line

_LONGEST = 250
_DIGIT = re.compile(r"\d")
_TAIL = 8
"""Characters in which the page number ends a line, with the count of all pages perhaps."""
_NUMBER = re.compile(
    r"(?P<before>.*?[\s|–—-])(?P<page>\d{1,3})(?P<after>(?:\s*/\s*\d{1,3})?\D{0,3})"
)
_COUNTED = re.compile(
    r"\b(?:n[°ºo]|num[ée]ro|parties?|[ée]pisodes?|vol(?:ume|\.)?|t(?:ome|\.)|chapitre|module|"
    r"saison|fiche|annexe|livret|séance|édition|cahier|dossier|lettre|p(?:ages?|\.))\s*$",
    re.IGNORECASE,
)
"""What titles count in as well as pages: alone, it makes no foot of a line."""
_WIDE = re.compile(r"\S\s{3,}\d{1,3}(?:\s*/\s*\d{1,3})?\s*$|^\s*\d{1,3}\s{3,}\S")
_SHORTEST_PAGE = 12
"""Lines, blank ones not counted: heads of two pages are no nearer to each other."""
_MOST_SKIPPED = 2
"""Pages without their head, between two with it: the first of a part, a full-page picture."""
_BESIDE = 2
"""Lines from a page number to the head or foot that belongs to it, blank ones not counted."""
_ENDED = re.compile(r"[.?!:…»>)]$")


def without_running(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without heads and feet; a sentence that they cut is one paragraph again."""
    numbered = _numbered(lines)
    pages = {i for i, line in enumerate(lines) if line.text and marks.is_page_number(line.text)}
    running = numbered | pages | _beside(lines, numbered | pages)
    kept: list[Line] = []
    cut = False
    for index, line in enumerate(lines):
        if index in running:
            cut = True
            continue
        if cut and line.text.strip():
            _join(kept, line)
            cut = False
        kept.append(line)
    return kept


def _numbered(lines: Sequence[Line]) -> set[int]:
    """Return the lines that come again with another number, each time a higher one."""
    found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    filled = 0
    order: list[int] = []
    for index, line in enumerate(lines):
        filled += bool(line.text)  # no line ends in blanks
        order.append(filled)
        if not line.text or not _may_count(line.text):
            continue
        match = _NUMBER.fullmatch(" ".join(line.text.split()))
        counted = match and _COUNTED.search(match["before"]) and not _WIDE.search(line.text)
        if match and match["before"].strip(" |–—-") and not counted and _is_apart(lines, index):
            found[match["before"].strip(), match["after"]].append((index, int(match["page"])))
    return {i for seen in found.values() if _counts_on(seen, order) for i, _page in seen}


def _may_count(text: str) -> bool:
    """Tell the few lines that are worth a closer look."""
    return len(text) <= _LONGEST and _DIGIT.search(text, len(text) - _TAIL) is not None


def _counts_on(seen: Sequence[tuple[int, int]], order: Sequence[int]) -> bool:
    """Tell numbers that go up with the pages, a page's lines apart."""
    steps = [
        (page - before, order[index] - order[earlier])
        for (earlier, before), (index, page) in pairwise(seen)
    ]
    return bool(steps) and all(
        1 <= pages <= 1 + _MOST_SKIPPED and filled >= _SHORTEST_PAGE for pages, filled in steps
    )


def _is_apart(lines: Sequence[Line], index: int) -> bool:
    """Tell a line with nothing right before or right after it."""
    around = (index - 1, index + 1)
    return any(not 0 <= i < len(lines) or not lines[i].text.strip() for i in around)


def _beside(lines: Sequence[Line], pages: set[int]) -> set[int]:
    """Return the lines without a number that come again, each time beside a page number."""
    if not pages:
        return set()
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    where: Mapping[int, int] = {index: order for order, index in enumerate(filled)}
    near = {where[index] + step for index in pages for step in range(-_BESIDE, _BESIDE + 1)}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for order, index in enumerate(filled):
        if len(text := " ".join(lines[index].text.split())) <= _LONGEST:
            found[text].append(order)
    again = (seen for seen in found.values() if len(seen) > 1 and near.issuperset(seen))
    return {filled[order] for seen in again for order in seen}


def _join(kept: list[Line], following: Line) -> None:
    """Drop the blank lines before the second half of a sentence."""
    last = next((i for i in reversed(range(len(kept))) if kept[i].text.strip()), None)
    begins = following.text.lstrip()[:1]
    if last is None or not (begins == "(" or begins.islower()):
        return
    if begins == "(" or not _ENDED.search(kept[last].text.rstrip()):
        del kept[last + 1 :]
