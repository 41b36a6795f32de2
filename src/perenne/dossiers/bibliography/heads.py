"""Where entries begin: each source line has a title above it, on one paragraph or two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import authors, dates
from perenne.dossiers.bibliography.cover import is_formal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.dossiers.bibliography.blocks import Block
    from perenne.dossiers.bibliography.sources import SourceLine

_LONGEST_FIRST_HALF = 120


@dataclass(frozen=True, slots=True)
class Anchor:
    """An entry with a source line: the paragraphs of its head, and the line's own."""

    start: int
    end: int
    """The source line's index; the head is `start` to `end`, addresses between them included."""
    source: SourceLine


def anchors(blocks: Sequence[Block]) -> list[Anchor]:
    """Find the entries of one section that have a source line, in order."""
    found: list[Anchor] = []
    floor = 0
    for index, block in enumerate(blocks):
        line = block.source
        if line is None or _is_title_of_next(blocks, index):
            continue
        start = _start(blocks, index, floor)
        if start is not None:
            found.append(Anchor(start, index, line))
            floor = index + 1
    return found


def _is_title_of_next(blocks: Sequence[Block], index: int) -> bool:
    """Tell a title that ends with its year: the true source line comes next."""
    line, following = blocks[index].source, blocks[index + 1 : index + 2]
    return bool(line and not line.firm and not line.title and following and following[0].source)


def _start(blocks: Sequence[Block], index: int, floor: int) -> int | None:
    """Return where the head of the source line at `index` begins, None where it has none."""
    line = blocks[index].source
    if line is None or line.title:
        return index
    head = index - 1
    while head >= floor and blocks[head].is_address:
        head -= 1
    if head < floor or blocks[head].locations or _dates_the_cover(line, blocks[head].text):
        return None
    if head > floor and _goes_back(blocks, head, floor):
        return head - 1
    return head


def _goes_back(blocks: Sequence[Block], head: int, floor: int) -> bool:
    """Tell whether the paragraph before the head is its first half."""
    first, second = blocks[head - 1], blocks[head]
    if not first.is_text or first.bullet or second.level:
        return False
    if (
        first.level > 1  # the first level names the dossier, never an entry
        or authors.opens_with_authors(second.text)
        or authors.breaks_off(first.text, second.text)
    ):
        return True
    short = len(first.text) <= _LONGEST_FIRST_HALF
    if short and re.match(r"[a-zà-ÿ]{2,}", second.text):
        return not first.text.endswith((".", "…", ";"))
    return short and first.text.endswith(("?", "!")) and _opens_entry(blocks, head - 1, floor)


def _opens_entry(blocks: Sequence[Block], index: int, floor: int) -> bool:
    """Tell whether what precedes closes an entry: a list, an address, a location, nothing."""
    if index == floor:
        return floor == 0
    before = blocks[index - 1]
    return before.bullet or bool(before.locations) or bool(before.citations)


def _dates_the_cover(line: SourceLine, head: str) -> bool:
    """Tell the date of the dossier itself: no source, no pages, no author above it."""
    if line.source or line.pages or authors.split(head)[1]:
        return False
    return len(dates.iso(line.date)) < len("2019-07-01") or is_formal(head)
