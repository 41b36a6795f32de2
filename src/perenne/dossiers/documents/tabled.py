"""Tables within documents whose first row says what their columns hold: each row is an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from perenne.dossiers.bibliography.blocks import Block
from perenne.dossiers.bibliography.outline import UNNUMBERED
from perenne.dossiers.bibliography.sources import SourceLine
from perenne.dossiers.records.record import Record, read
from perenne.dossiers.tables import tabular
from perenne.dossiers.tables.columns import columns_of
from perenne.dossiers.tables.table import MOST_COLUMNS, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from perenne.domain.references import Place


class Cell(NamedTuple):
    """Where a paragraph stands: the table's number in the document, its row and column."""

    table: int
    row: int
    column: int


class Line(NamedTuple):
    """A row: where it stands, the texts of its cells, and where these lead."""

    place: Place
    texts: Sequence[str]
    hrefs: Mapping[int, Sequence[str]] = {}


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the entries of a table and the headings among its rows; [] where no header is known.

    Without one, a table is the layout of a page as often as not.
    """
    rows = [
        Row(number, line.texts[:MOST_COLUMNS], line.hrefs) for number, line in enumerate(lines, 1)
    ]
    if not rows or columns_of(rows[0]) is None:
        return []
    return list(_blocks(tabular.records(Table(rows)), [line.place for line in lines]))


def _blocks(records: Iterator[Record], places: Sequence[Place]) -> Iterator[Block]:
    section = ""
    for record in records:
        place = places[record.place.number - 1]
        if record.section != section:
            section = record.section
            yield Block(section, place, level=UNNUMBERED + 1)
        yield _entry(record, place)


def _entry(record: Record, place: Place) -> Block:
    said, odd = read(record)
    line = SourceLine(said.source, said.date, said.pages, said.title, said.authors)
    return Block(
        said.title,
        place,
        tuple(replace(citation, place=place) for citation in said.citations),
        notices=tuple(replace(notice, place=place) for notice in odd),
        entry=line,
        held=said.locations,
        closed=True,
    )
