"""Which lines of a text make one paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import authors, marks, sources
from perenne.dossiers.bibliography.blocks import clean
from perenne.dossiers.bibliography.headings import CONTENTS
from perenne.dossiers.bibliography.matter import CLOSING
from perenne.dossiers.bibliography.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perenne.dossiers.addresses.wraps import Line

_ONLY_ADDRESS = re.compile(r"\W{0,4}(?:https?\s?:\s?//|www\.)\S+\W{0,2}$", re.IGNORECASE)
_ENDS_WITH_ADDRESS = re.compile(r"(?:https?://|www\.)\S+[>).,;]*$", re.IGNORECASE)
_LOCATION = re.compile(r"\s*localisation", re.IGNORECASE)
_IN_MID_NAME = re.compile(r"[a-zà-ÿ'’]+(?:\s|,)")
_LONGEST_CONTENTS = 60
"""Letters of a line that says « Table des matières », its marks and blanks included."""
_MOST_LINES = 8


def paragraphs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines between blank ones; the rows of a table by themselves."""
    paragraph: list[Line] = []
    for line in lines:
        underlined = paragraph and marks.UNDERLINE.match(line.text)
        if line.text.strip() and (underlined or not marks.is_noise(line.text)):
            if paragraph and _is_row(paragraph[-1]) != _is_row(line):
                yield paragraph
                paragraph = []
            paragraph.append(line)
        elif paragraph and not line.text.strip():
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _is_row(line: Line) -> bool:
    return line.text.lstrip().startswith("|")


def parted(paragraph: list[Line]) -> Iterator[list[Line]]:
    """Part a run of lines where one of them stands for itself."""
    if _is_wrapped_source(paragraph):
        yield paragraph
    else:
        yield from _runs(paragraph)


def is_address(line: Line) -> bool:
    """Tell a line that is an address and nothing else."""
    return _ONLY_ADDRESS.match(line.text) is not None


def is_contents(line: Line) -> bool:
    """Tell the line above a table of contents."""
    short = len(line.text) <= _LONGEST_CONTENTS
    return short and CONTENTS.fullmatch(clean(marks.plain(line.text).lstrip("# "))) is not None


def _runs(paragraph: list[Line]) -> Iterator[list[Line]]:
    numbered = [line.number for line in paragraph if numeral(line.text)]
    piece: list[Line] = []
    closed = False
    for line in paragraph:
        underline = bool(piece and marks.UNDERLINE.match(line.text))
        alone = underline or _stands_alone(line.text)
        listed = len(numbered) > 1 and line.number in numbered
        if piece and not underline and (closed or alone or listed or _begins(line.text)):
            yield piece
            piece = []
        piece.append(line)
        closed = alone or _ENDS_WITH_ADDRESS.search(line.text) is not None
    yield piece


def _begins(text: str) -> bool:
    return bool(marks.BULLET.match(text) or text.lstrip().startswith("|") or CLOSING.match(text))


def _stands_alone(text: str) -> bool:
    return bool(
        marks.HEADING.match(text)
        or _ONLY_ADDRESS.match(text)
        or _LOCATION.match(text)
        or sources.parse(clean(marks.plain(text)))
    )


def _is_wrapped_source(paragraph: list[Line]) -> bool:
    """Tell a source line that runs over lines: cut at a comma, in a name, among its authors."""
    if not 1 < len(paragraph) <= _MOST_LINES:
        return False
    *before, last = (clean(marks.plain(line.text)) for line in paragraph)
    first = " ".join(before)
    goes_on = first.endswith((",", "-", "–")) or bool(_IN_MID_NAME.match(last))
    if authors.split(first)[1] or " / " in first:
        goes_on = authors.resumes(first, last)
    return goes_on and sources.parse(f"{first} {last}") is not None
