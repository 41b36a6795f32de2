"""Tables within documents whose first row says what their columns hold: each row is an entry.

Only where that is sure. A table is left to whoever reads its paragraphs where its cells span
others, where rows have no title, or where reading it by columns would lose an address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from perenne.dossiers.addresses.citations import address, extract, is_web
from perenne.dossiers.bibliography import authors, sources
from perenne.dossiers.bibliography.blocks import Block, clean
from perenne.dossiers.bibliography.sources import SourceLine
from perenne.dossiers.records.record import read
from perenne.dossiers.tables.columns import Columns, columns_of
from perenne.dossiers.tables.roles import Role
from perenne.dossiers.tables.rows import record
from perenne.dossiers.tables.table import MOST_COLUMNS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.domain.references import Place

_FEWEST_CAPITALS = 3


class Cell(NamedTuple):
    """Where a paragraph stands: in which table of the document, row and column.

    `of`: how many cells its row has. `regular`: none of them spans rows or columns, or holds a
    table of its own.
    """

    table: int
    row: int
    column: int
    of: int
    regular: bool


class Line(NamedTuple):
    """A row: where it stands, the texts of its cells, where these lead, and `Cell`'s words."""

    place: Place
    texts: Sequence[str]
    hrefs: Mapping[int, Sequence[str]] = MappingProxyType({})
    of: int = 0
    regular: bool = True
    heads: bool = False
    """Whether it is set as a heading of those after it."""


class _Unsure(Exception):  # noqa: N818 - no error
    """The table is better read as paragraphs."""


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the entries of a table; [] where it is better read as paragraphs."""
    try:
        made = list(_blocks(lines))
    except _Unsure:
        return []
    return made if any(block.citations for block in made) else []


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    columns, width, section = None, lines[0].of if lines else 0, ""
    for line in lines:
        row = Row(1, line.texts, line.hrefs)
        header = columns_of(row)
        if header:
            columns, width = header, line.of
        if columns is None or not (columns.of.keys() & {Role.TITLE, Role.NAME}):
            raise _Unsure
        if _heads(line, row, width):
            section = clean(row.text(row.filled[0]))
        elif line.of != width or not line.regular or width > MOST_COLUMNS:
            raise _Unsure
        elif row.filled and not header:
            yield _entry(line, row, columns, section)


def _heads(line: Line, row: Row, width: int) -> bool:
    """Tell a heading among the rows: one cell over all columns, or set as one."""
    if len(row.filled) != 1 or row.hrefs or width == 1:
        return False
    text = row.text(row.filled[0])
    capitals = text.isupper() and sum(map(str.isupper, text)) >= _FEWEST_CAPITALS
    return (line.of == 1 or line.heads or capitals) and not extract(text).found


def _entry(line: Line, row: Row, columns: Columns, section: str) -> Block:
    found = record(row, columns, section)
    if found is None or any(map(sources.parse, map(clean, found.title.split("\n")))):
        raise _Unsure  # a whole entry in one cell, or none
    said, odd = read(found)
    title, names = (said.title, said.authors) if said.authors else authors.split(said.title)
    lost = set(_cited(row, columns)) - {citation.url for citation in said.citations}
    if not title or lost or any(_labelled(row, column) for column in row.filled):
        raise _Unsure
    return Block(
        said.title,
        line.place,
        tuple(replace(citation, place=line.place) for citation in said.citations),
        notices=tuple(replace(notice, place=line.place) for notice in odd),
        entry=SourceLine(said.source, said.date, said.pages, title, names),
        held=said.locations,
        closed=True,
        section=said.section,
    )


def _cited(row: Row, columns: Columns) -> Iterator[str]:
    """Yield the addresses that stand in a row; a source may be called by its domain."""
    named = columns.of.get(Role.SOURCE, ())
    for column in row.filled:
        yield from (address(href).url for href in row.hrefs.get(column, ()) if is_web(href))
        for found in extract(row.text(column)).found:
            if column not in named or not found.as_written.lower().startswith("www"):
                yield found.url


def _labelled(row: Row, column: int) -> bool:
    """Tell a cell with several links, of which each has its own label: a title perhaps."""
    got = extract(row.text(column))
    return len(got.found) + len(row.hrefs.get(column, ())) > 1 and any(map(str.isalpha, got.text))
