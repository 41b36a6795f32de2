"""Text and Markdown → blocks: which lines make one paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.domain.references import Citation, Place, PlaceKind
from perenne.dossiers import authors, marks, sources
from perenne.dossiers.blocks import Block, clean, oddities
from perenne.dossiers.citations import WRAP, Found, extract
from perenne.dossiers.matter import CLOSING
from perenne.dossiers.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEWLINE = re.compile(r"\r\n|\r|\n|\f")
_OPEN_ANGLE = re.compile(r"<\s*(?:https?:|www\.)[^<>\s]*$")
_IN_ANGLE = re.compile(r"\s*[^<>\s]+(?:>|\s*$)")
_URL_AT_END = re.compile(r"(?:^|[\s(:])(?P<url>(?:https?://|www\.)[^\s<>]+)$", re.I)
_LONG = 45
"""Letters; shorter addresses stand whole on their line, and a word may come under them."""
_LONGEST_URL = 4000
_REST_OF_URL = re.compile(r"\s*(?!https?:|www\.|[-•*]\s*$)[^\s<>«»]+[.,;)]?\s*$", re.I)
_URLISH = re.compile(r"[-/_=&?%#+]|\.(?:html?|pdf|aspx?|php)\b|\d")
_ONLY_ADDRESS = re.compile(r"\W{0,4}(?:https?\s?:\s?//|www\.)\S+\W{0,2}$", re.I)
_ENDS_WITH_ADDRESS = re.compile(r"(?:https?://|www\.)\S+[>).,;]*$", re.I)
_LOCATION = re.compile(r"\s*localisation", re.I)
_IN_MID_NAME = re.compile(r"[a-zà-ÿ'’]+(?:\s|,)")
_MOST_WRAPS = 8
_LINES_PER_BLANK = 15
"""A text with fewer blank lines than one in so many does not part its paragraphs by them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file and its number, from 1."""

    number: int
    text: str


def blocks(text: str) -> list[Block]:
    """Return the paragraphs of a text, each with the line where it begins."""
    text = marks.without_definitions(marks.without_comments(text))
    lines = _unwrapped([Line(n, t.rstrip()) for n, t in enumerate(_NEWLINE.split(text), 1)])
    made = (_block(piece) for piece in _pieces(lines))
    return [block for block in made if block.text or block.citations or block.notices]


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Join the lines over which one address runs."""
    joined: list[Line] = []
    index = 0
    while index < len(lines):
        line, index = lines[index], index + 1
        width = len(line.text)
        for _ in range(_MOST_WRAPS):
            following = _continuation(line.text, lines, index, width)
            if following is None:
                break
            line = Line(line.number, f"{line.text}{WRAP}{lines[following].text.lstrip()}")
            index = following + 1
        joined.append(line)
    return joined


def _continuation(text: str, lines: list[Line], index: int, width: int) -> int | None:
    """Return the index of the line that goes on with the address at the end of `text`."""
    if _OPEN_ANGLE.search(text[-_LONGEST_URL:]):
        ahead = range(index, min(index + _MOST_WRAPS, len(lines)))
        filled = next((i for i in ahead if lines[i].text.strip()), None)
        whole = filled is not None and _IN_ANGLE.match(lines[filled].text)
        return filled if whole else None
    if index >= len(lines) or not _REST_OF_URL.match(lines[index].text):
        return None
    rest = lines[index].text.strip().rstrip(".,;)")
    return index if _is_cut(text[-_LONGEST_URL:], rest, width) else None


def _is_cut(text: str, rest: str, width: int) -> bool:
    """Tell whether the bare address at the end of `text` goes on with `rest`."""
    url = _URL_AT_END.search(text)
    if url is None or text.endswith("-"):
        return url is not None
    full = len(text.rpartition(WRAP)[2]) >= width > len(rest) and WRAP in text
    long = len(url["url"]) >= _LONG
    return full or (long and (text[-1] in "/_=&?%+" or _URLISH.search(rest) is not None))


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
    if _is_wrapped_source(paragraph):
        yield paragraph
        return
    piece: list[Line] = []
    closed = False
    counted = sum(numeral(line.text) is not None for line in paragraph) > 1
    for line in paragraph:
        if marks.UNDERLINE.match(line.text) and piece:
            yield [*piece, line]
            piece, closed = [], False
            continue
        alone = _stands_alone(line.text)
        begins = _begins(line.text) or (counted and numeral(line.text) is not None)
        if piece and (closed or alone or begins):
            yield piece
            piece = []
        piece.append(line)
        closed = alone or _ENDS_WITH_ADDRESS.search(line.text) is not None
    if piece:
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
    if not 1 < len(paragraph) <= _MOST_WRAPS:
        return False
    *before, last = (clean(marks.plain(line.text)) for line in paragraph)
    first = " ".join(before)
    goes_on = first.endswith((",", "-", "–")) or bool(_IN_MID_NAME.match(last))
    if authors.split(first)[1] or " / " in first:
        goes_on = authors.resumes(first, last)
    return goes_on and sources.parse(f"{first} {last}") is not None


def _block(piece: list[Line]) -> Block:
    underlined = marks.UNDERLINE.match(piece[-1].text) if len(piece) > 1 else None
    kept = piece[:-1] if underlined else piece
    heading = marks.HEADING.match(kept[0].text)
    level = len(heading["marks"]) if heading else 0
    if underlined:
        level = 1 if underlined["marks"].startswith("=") else 2
    text = "\n".join(line.text for line in kept)
    bullet = marks.BULLET.match(text)
    got = extract(text)
    body = heading["text"] if heading and not got.found else got.text
    body = body.lstrip("# ") if level else body[bullet.end() :] if bullet else body
    place = Place(PlaceKind.LINE, kept[0].number)
    return Block(
        clean(marks.plain(body)),
        place,
        tuple(_citation(found, text, kept) for found in got.found),
        level,
        bool(bullet),
        oddities(got, place),
    )


def _citation(found: Found, text: str, lines: list[Line]) -> Citation:
    line = lines[min(text.count("\n", 0, found.start), len(lines) - 1)]
    return Citation(found.as_written, found.url, Place(PlaceKind.LINE, line.number))
