"""Lines of pages → a text: paragraphs parted by blank lines, without running heads and feet.

PDF knows no paragraphs: what parts them is the space between lines.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from perenne.dossiers.documents.pdf_pages import HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perenne.dossiers.documents.pdf_pages import PageLine

_WIDER = 1.25
"""Times the usual distance between two lines: there a new paragraph begins."""

_FAR, _APART = 1.5, 1.95
"""Times the size of the letters: lines at one and a half, and lines that are paragraphs."""

_SHORT, _FULL = 0.75, 0.85
"""Of the width of the text."""

_NEARLY = 0.8
"""Of the usual distance."""

_EDGES = 3
"""Lines at the top and at the bottom of a page among which running heads and feet stand."""

_OFTEN = 3
"""Pages on which the same line stands at the same height."""

_SAME_HEIGHT = 3
"""Points."""

_Shape = tuple[str, int]

_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–—]?\s*\d+\s*(?:(?:/|sur|of)\s*\d+)?\s*[-–—]?", re.IGNORECASE
)
_GOES_ON = re.compile(r"[a-zà-öø-ÿ,;]")
_ENDED = re.compile(r"[.!?:»\")>]\s*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text, and the page it comes from (from 1)."""

    text: str
    page: int


def rows(pages: Sequence[Sequence[PageLine]]) -> list[Row]:
    """Return the text of a document, line by line; "" parts two paragraphs."""
    running = _running(pages)
    made: list[Row] = []
    last: PageLine | None = None
    for number, lines in enumerate(pages, 1):
        body = [
            line for at, line in enumerate(lines) if not _is_running(lines, at, number, running)
        ]
        page = _Measures(_usual_distance(body), max((line.right for line in body), default=0.0))
        for at, line in enumerate(body):
            text = _whole_words(line.text)
            if last and (page.parts(last, line) if at else _begins(last, line)):
                made.append(Row("", number))
            elif last and (not at or page.flows(last)) and not _within_address(last.text):
                text = f"{made.pop().text} {text}"
            made.append(Row(text, number))
            last = line
    return made


@dataclass(frozen=True, slots=True)
class _Measures:
    """The usual distance between two lines of a page, and how far its lines reach (points)."""

    distance: float
    width: float

    def parts(self, above: PageLine, line: PageLine) -> bool:
        """Tell whether a paragraph begins with a line.

        By another size of letters, or the space above it; where lines stand far apart anyway, by
        a line above it that does not reach the margin.
        """
        distance = above.base - line.base
        if _other_size(above, line) or distance > self.distance * _WIDER or distance < 0:
            return True
        if self.distance > line.size * _APART:
            return distance > self.distance * _NEARLY
        return self.distance > line.size * _FAR and above.right < self.width * _SHORT

    def flows(self, line: PageLine) -> bool:
        """Tell whether the next line was broken off by the margin alone."""
        return line.right >= self.width * _FULL


def _begins(last: PageLine, line: PageLine) -> bool:
    """Tell whether a paragraph begins at the top of a page."""
    goes_on = _GOES_ON.match(line.text) and not _ENDED.search(last.text)
    return _other_size(last, line) or not goes_on


def _other_size(one: PageLine, other: PageLine) -> bool:
    return abs(one.size - other.size) > 1


def _whole_words(text: str) -> str:
    """Return a line in which words that were cut at its end are whole again."""
    head, hyphen, tail = text.partition(HYPHEN)
    while hyphen:
        joint = "-" if _within_address(head) else ""
        head, hyphen, tail = (head + joint + tail).partition(HYPHEN)
    return head


def _within_address(text: str) -> bool:
    word = text.rsplit(None, 1)[-1] if text.split() else ""
    return "/" in word or "www." in word


def _usual_distance(lines: Sequence[PageLine]) -> float:
    """Return the distance between two lines of a paragraph: the smallest that comes again."""
    distances = Counter(round(a.base - b.base, 0) for a, b in pairwise(lines))
    down = sorted(distance for distance in distances if distance > 0)
    return next((d for d in down if distances[d] > 1), down[0] if down else 0.0)


def _running(pages: Sequence[Sequence[PageLine]]) -> set[_Shape]:
    """Return the lines that stand at the same height near the edge of many pages."""
    seen: Counter[_Shape] = Counter()
    for number, lines in enumerate(pages, 1):
        seen.update({_shape(lines[at], number) for at in _edges(lines)})
    return {shape for shape, count in seen.items() if count >= _OFTEN}


def _is_running(lines: Sequence[PageLine], at: int, page: int, running: set[_Shape]) -> bool:
    if at not in set(_edges(lines)):
        return False
    return _shape(lines[at], page) in running or _NUMBER.fullmatch(lines[at].text) is not None


def _edges(lines: Sequence[PageLine]) -> Iterator[int]:
    """Yield the indices of the highest and the lowest lines."""
    by_height = sorted(range(len(lines)), key=lambda at: -lines[at].base)
    yield from dict.fromkeys((*by_height[:_EDGES], *by_height[-_EDGES:]))


def _shape(line: PageLine, page: int) -> _Shape:
    """Return a line without the number of its page, and how high it stands."""
    text = re.sub(rf"(?<!\d){page}(?!\d)", "#", " ".join(line.text.split()))
    return text, round(line.base / _SAME_HEIGHT)
