"""Tables → records: one for each row, in the sections that headings among the rows make."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.citations import extract
from perenne.dossiers.tables.columns import Columns, columns_of
from perenne.dossiers.tables.roles import Role, role_of
from perenne.dossiers.tables.rows import record

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from perenne.dossiers.records.record import Record
    from perenne.dossiers.tables.table import Row, Table

_FURTHEST_HEADER = 30
"""Rows: titles, remarks and a logo stand above the header of a table."""
_LONGEST_TITLE = 200
_FEWEST_ROWS_PER_HEADING = 3
"""Where more rows than one in so many have a single cell, these are entries, not headings."""
_USUAL_NAME = re.compile(r"(?:feuil(?:le)?|sheet|tableau|table)\s?\d*", re.IGNORECASE)
"""What programs call a sheet that nobody named."""


def records(table: Table) -> Iterator[Record]:
    """Yield the records of a table; rows that go on with another one are part of it."""
    waiting: dict[Hashable, Record] = {}
    for each, columns in _rows(table):
        ours = columns is not None and Role.WRITTEN in columns.of
        whole = waiting.get(_said(each)) or (None if ours else _begun(each, waiting))
        if whole:
            whole.continued.append(each)
            continue
        if not ours:  # only the row before is gone on with
            yield from waiting.values()
            waiting = {}
        waiting[_said(each)] = each
    yield from waiting.values()


def title(table: Table) -> str:
    """Return the title that stands above the header, or that our own table gives the dossier."""
    rows = [row for row in table.rows if row.filled]
    start, columns = header(rows)
    if columns and Role.WRITTEN in columns.of:
        named = {name for row in rows[start:] if (name := columns.first(row, Role.DOSSIER))}
        return named.pop() if len(named) == 1 else ""
    above = (row for row in rows[: max(start - 1, 0)] if len(row.filled) == 1)
    return next((text for row in above if (text := row.text(row.filled[0]))), "")[:_LONGEST_TITLE]


def header(rows: Sequence[Row]) -> tuple[int, Columns | None]:
    """Return where the rows under the header begin, and its columns; 0 and None without one."""
    for index, row in enumerate(rows[:_FURTHEST_HEADER]):
        if columns := columns_of(row):
            return index + 1, columns
    return 0, None


def _rows(table: Table) -> Iterator[tuple[Record, Columns | None]]:
    """Yield what each row says, and in which columns; headings say it of the rows after them."""
    rows = [row for row in table.rows if row.filled]
    start, columns = header(rows)
    headings = _headings(rows[start:])
    section = "" if _USUAL_NAME.fullmatch(table.name.strip()) else table.name
    for row in rows[start:]:
        if row.number in headings:
            section = row.text(row.filled[0])
        elif role_of(row.text(row.filled[0])) and (again := columns_of(row)):
            columns = again
        elif said := record(row, columns, section):
            yield said, columns


def _headings(rows: Sequence[Row]) -> set[int]:
    """Return the numbers of the rows that are the heading of those after them."""
    alone = {row.number for row in rows if _is_alone(row)}
    if len(alone) * _FEWEST_ROWS_PER_HEADING > len(rows):
        return set()
    return {row.number for row, after in pairwise(rows) if row.number in alone - {after.number}}


def _is_alone(row: Row) -> bool:
    return len(row.filled) == 1 and not row.hrefs and not extract(row.text(row.filled[0])).found


def _said(record: Record) -> Hashable:
    """Return what two rows that say the same have in common."""
    if not record.title:
        return record.place.number
    return (record.section, record.title, *record.authors, record.source, record.date, record.pages)


def _begun(record: Record, waiting: dict[Hashable, Record]) -> Record | None:
    """Return the record of the row right above, where this one has nothing but addresses."""
    last = next(reversed(waiting.values()), None)
    end = last.continued[-1] if last and last.continued else last
    above = end is not None and end.place.number + 1 == record.place.number
    more = record.title or record.authors or record.source or record.texts
    return last if above and not more else None
