"""Text and Markdown → blocks: which lines make one paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.domain.references import Place, PlaceKind
from perenne.dossiers.addresses.citations import Found, extract
from perenne.dossiers.addresses.wraps import Line, unwrapped
from perenne.dossiers.bibliography import authors, marks, sources
from perenne.dossiers.bibliography.blocks import Block, clean, oddities, placed
from perenne.dossiers.bibliography.headings import CONTENTS
from perenne.dossiers.bibliography.matter import CLOSING
from perenne.dossiers.bibliography.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perenne.domain.references import Citation

_NEWLINE = re.compile(r"\r\n|\r|\n")
_ONLY_ADDRESS = re.compile(r"\W{0,4}(?:https?\s?:\s?//|www\.)\S+\W{0,2}$", re.IGNORECASE)
_ENDS_WITH_ADDRESS = re.compile(r"(?:https?://|www\.)\S+[>).,;]*$", re.IGNORECASE)
_LOCATION = re.compile(r"\s*localisation", re.IGNORECASE)
_IN_MID_NAME = re.compile(r"[a-zà-ÿ'’]+(?:\s|,)")
_MOST_LINES = 8
_LINES_PER_BLANK = 15
"""A text with fewer blank lines than one in so many does not part its paragraphs by them."""


def blocks(text: str) -> list[Block]:
    """Return the paragraphs of a text, each with the line where it begins."""
    text = marks.without_definitions(marks.without_comments(text))
    lines = unwrapped([Line(n, t.rstrip()) for n, t in enumerate(_NEWLINE.split(text), 1)])
    made = (_block(piece) for piece in _pieces(lines))
    return [block for block in made if block.text or block.citations or block.notices]


def _pieces(lines: list[Line]) -> Iterator[list[Line]]:
    filled = sum(bool(line.text.strip()) for line in lines)
    spaced = (len(lines) - filled) * _LINES_PER_BLANK >= filled
    for paragraph in _paragraphs(lines):
        yield from _parted(paragraph) if spaced else ([line] for line in paragraph)


def _paragraphs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        underlined = paragraph and marks.UNDERLINE.match(line.text)
        if line.text.strip() and (underlined or not marks.is_noise(line.text)):
            paragraph.append(line)
        elif paragraph and not line.text.strip():
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _parted(paragraph: list[Line]) -> Iterator[list[Line]]:
    """Part a run of lines where one of them stands for itself."""
    if CONTENTS.fullmatch(clean(marks.plain(paragraph[0].text).lstrip("# "))):
        yield from ([line] for line in paragraph)
    elif _is_wrapped_source(paragraph):
        yield paragraph
    else:
        yield from _runs(paragraph)


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


def _block(piece: list[Line]) -> Block:
    level, lines = _heading(piece)
    text = "\n".join(line.text for line in lines)
    bullet = marks.BULLET.match(text)
    got = extract(text)
    body = got.text[bullet.end() :] if bullet else got.text
    place = Place(PlaceKind.LINE, lines[0].number)
    return Block(
        clean(marks.plain(body.strip("# ") if level else body)),
        place,
        tuple(_citations(got.found, text, lines)),
        level,
        bool(bullet),
        oddities(got, place),
    )


def _heading(piece: list[Line]) -> tuple[int, list[Line]]:
    """Return the level of a marked heading (0: none), and the lines without its underline."""
    underline = marks.UNDERLINE.match(piece[-1].text) if len(piece) > 1 else None
    if underline:
        return (1 if underline["marks"].startswith("=") else 2), piece[:-1]
    hashes = marks.HEADING.match(piece[0].text)
    return (len(hashes["marks"]) if hashes else 0), piece


def _citations(found: list[Found], text: str, lines: list[Line]) -> Iterator[Citation]:
    """Give each address the line on which it begins."""
    line = seen = 0
    for address in found:
        line += text.count("\n", seen, address.start)
        seen = address.start
        place = Place(PlaceKind.LINE, lines[min(line, len(lines) - 1)].number)
        yield placed(address, place)
