"""Text and Markdown → blocks: what each paragraph says, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.domain.references import Place, PlaceKind
from perenne.dossiers.addresses.citations import Found, extract
from perenne.dossiers.addresses.wraps import Line, unwrapped
from perenne.dossiers.bibliography import marks
from perenne.dossiers.bibliography.blocks import Block, clean, oddities, placed
from perenne.dossiers.compact import entries as compact
from perenne.dossiers.compact import leading
from perenne.dossiers.compact.entries import Entry, Heading
from perenne.dossiers.documents import tabled
from perenne.dossiers.documents.plain_paragraphs import is_address, is_contents, paragraphs, parted
from perenne.dossiers.documents.running import without_running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.domain.references import Citation

_NEWLINE = re.compile(r"\r\n|\r|\n")
_LINES_PER_BLANK = 15
"""A text with fewer blank lines than one in so many does not part its paragraphs by them."""


def blocks(text: str) -> list[Block]:
    """Return the paragraphs of a text, each with the line where it begins."""
    text = marks.without_definitions(marks.without_comments(text))
    printed = [Line(n, t.rstrip()) for n, t in enumerate(_NEWLINE.split(text), 1)]
    made = _blocks(unwrapped(without_running(printed)))
    return [block for block in made if block.text or block.citations or block.notices]


def _blocks(lines: list[Line]) -> Iterator[Block]:
    filled = sum(bool(line.text.strip()) for line in lines)
    spaced = (len(lines) - filled) * _LINES_PER_BLANK >= filled
    found = [each for whole in paragraphs(lines) for each in _items(whole)]
    told = compact.told(found, _said) if spaced else [None] * len(found)
    listed = False
    for paragraph, entry in zip(found, told, strict=True):
        contents = is_contents(paragraph[0])
        if rows := _rows(paragraph):
            yield from rows
        elif entry or len(paragraph) == 1:
            yield _block(paragraph, entry)
        elif listed or contents or not spaced:  # the lines of a table of contents
            yield from (_block([line]) for line in paragraph)
        else:
            yield from map(_block, parted(paragraph))
        listed = contents and len(paragraph) == 1


def _items(paragraph: list[Line]) -> list[list[Line]]:
    """Part a list that has an entry on each line."""
    if len(paragraph) == 1 or is_address(paragraph[-1]):
        return [paragraph]
    # From the end: what follows a title is no item, and is told so at once.
    listed = all(compact.is_item(_said([line])) for line in reversed(paragraph))
    return [[line] for line in paragraph] if listed else [paragraph]


def _said(paragraph: list[Line]) -> compact.Paragraph:
    """Return the lines without marks and addresses."""
    got = [extract(line.text) for line in paragraph]
    lines = [clean(marks.plain(each.text)) for each in got]
    bullet = marks.BULLET.match(lines[0])
    lines[0] = lines[0][bullet.end() :] if bullet else lines[0]
    return compact.Paragraph(lines, cites=any(each.found for each in got))


def _rows(paragraph: list[Line]) -> list[Block]:
    """Return the entries of a table whose header is known, [] for anything else."""
    if len(paragraph) == 1 or not all(map(marks.is_row, (line.text for line in paragraph))):
        return []
    return tabled.blocks([_row(line) for line in paragraph])


def _row(line: Line) -> tabled.Line:
    cells = marks.cells(line.text)
    filled = [cell for cell in cells if cell]
    heads = len(filled) == 1 and marks.STRONG.fullmatch(filled[0]) is not None
    texts = [cell if "://" in cell else marks.plain(cell) for cell in cells]
    return tabled.Line(Place(PlaceKind.LINE, line.number), texts, of=len(cells), heads=heads)


def _block(piece: list[Line], told: Entry | Heading | None = None) -> Block:
    level, lines = _heading(piece)
    text = "\n".join(line.text for line in lines)
    bullet = marks.BULLET.match(text)
    got = extract(text)
    body = got.text[bullet.end() :] if bullet else got.text
    place = Place(PlaceKind.LINE, lines[0].number)
    said = clean(marks.plain(body.strip("# ") if level else body))
    label = marks.LEAD.match(text, bullet.end() if bullet else 0)
    alone = label is not None and len(got.found) == 1 and not level
    led = leading.entry(clean(marks.plain(label["label"])), said) if label and alone else None
    return Block(
        said,
        place,
        tuple(_citations(got.found, text, lines)),
        level or (told.level if isinstance(told, Heading) else 0),
        bool(bullet),
        oddities(got, place),
        entry=(led or told.line) if isinstance(told, Entry) else None,
        held=told.held if isinstance(told, Entry) else (),
        led=led,
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
