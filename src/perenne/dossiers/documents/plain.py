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
from perenne.dossiers.compact import entries as compact
from perenne.dossiers.compact.entries import Entry, Heading
from perenne.dossiers.documents.running import without_running

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perenne.domain.references import Citation

_NEWLINE = re.compile(r"\r\n|\r|\n")
_ONLY_ADDRESS = re.compile(r"\W{0,4}(?:https?\s?:\s?//|www\.)\S+\W{0,2}$", re.IGNORECASE)
_ENDS_WITH_ADDRESS = re.compile(r"(?:https?://|www\.)\S+[>).,;]*$", re.IGNORECASE)
_LOCATION = re.compile(r"\s*localisation", re.IGNORECASE)
_IN_MID_NAME = re.compile(r"[a-zà-ÿ'’]+(?:\s|,)")
_LONGEST_CONTENTS = 60
"""Letters of a line that says « Table des matières », its marks and blanks included."""
_MOST_LINES = 8
_LINES_PER_BLANK = 15
"""A text with fewer blank lines than one in so many does not part its paragraphs by them."""


def blocks(text: str) -> list[Block]:
    """Return the paragraphs of a text, each with the line where it begins."""
    text = marks.without_definitions(marks.without_comments(text))
    printed = [Line(n, t.rstrip()) for n, t in enumerate(_NEWLINE.split(text), 1)]
    lines = unwrapped(without_running(printed))
    made = (_block(piece, entry) for piece, entry in _pieces(lines))
    return [block for block in made if block.text or block.citations or block.notices]


def _pieces(lines: list[Line]) -> Iterator[tuple[list[Line], Entry | Heading | None]]:
    filled = sum(bool(line.text.strip()) for line in lines)
    spaced = (len(lines) - filled) * _LINES_PER_BLANK >= filled
    paragraphs = [each for whole in _paragraphs(lines) for each in _items(whole)]
    told = compact.told(paragraphs, _said) if spaced else [None] * len(paragraphs)
    listed = False
    for paragraph, entry in zip(paragraphs, told, strict=True):
        contents = _is_contents(paragraph[0])
        if entry or len(paragraph) == 1:
            yield paragraph, entry
        elif listed or contents or not spaced:  # the lines of a table of contents
            yield from (([line], None) for line in paragraph)
        else:
            yield from ((piece, None) for piece in _parted(paragraph))
        listed = contents and len(paragraph) == 1


def _items(paragraph: list[Line]) -> list[list[Line]]:
    """Part a list that has an entry on each line."""
    listed = len(paragraph) > 1 and all(compact.is_item(_said([line])) for line in paragraph)
    return [[line] for line in paragraph] if listed else [paragraph]


def _said(paragraph: list[Line]) -> compact.Paragraph:
    """Return the lines without marks and addresses."""
    got = [extract(line.text) for line in paragraph]
    lines = [clean(marks.plain(each.text)) for each in got]
    bullet = marks.BULLET.match(lines[0])
    lines[0] = lines[0][bullet.end() :] if bullet else lines[0]
    return compact.Paragraph(lines, cites=any(each.found for each in got))


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
    else:
        yield from _runs(paragraph)


def _is_contents(line: Line) -> bool:
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


def _block(piece: list[Line], told: Entry | Heading | None = None) -> Block:
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
        level or (told.level if isinstance(told, Heading) else 0),
        bool(bullet),
        oddities(got, place),
        entry=told.line if isinstance(told, Entry) else None,
        held=told.held if isinstance(told, Entry) else (),
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
