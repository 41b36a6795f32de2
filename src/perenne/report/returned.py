"""The sheet as it comes back: a file of unknown origin → answers.

Exception
└── SheetError    nothing can be taken from the file; `code` is stable, `fact` fills its sentence
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from perenne.domain.decisions import Answer
from perenne.report import columns as c
from perenne.report.tables import FORMULA
from perenne.texts import _, in_every_language
from perenne.texts.plain import bare, one_line
from perenne.texts.told import Sentences, ToldError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from perenne.report.columns import Column

MOST_ROWS = 50_000
"""A network's sheet: a hundred dossiers of some hundred links, several times over."""
MOST_COLUMNS = 100
_DELIMITERS = ";,\t"
_NEEDED = (c.DECISION, c.ADDRESS, c.MARK)
_READ = (*_NEEDED, c.CORRECTED, c.COMMENT, c.NEW_ADDRESS, c.REPLACEMENT)


class SheetError(ToldError):
    """The file is no sheet that we have sent."""

    def _sentences(self) -> Sentences:
        return _SENTENCES


def csv_rows(text: str) -> list[list[str]]:
    """Return the rows of a CSV file, whichever delimiter it has; raises `SheetError`."""
    for delimiter in _DELIMITERS:
        rows = _split(text, delimiter)
        first = next((row for row in rows if any(row)), [])
        if c.MARK in _places(first):
            return rows
    raise SheetError("no_columns", ", ".join(column.title for column in _NEEDED))


def answers(rows: Iterable[Sequence[str]]) -> list[Answer]:
    """Return what the rows below the headings say; raises `SheetError`.

    Rows are numbered as spreadsheet programs number them, the first being 1.
    """
    numbered = ((number, row) for number, row in enumerate(rows, 1) if any(row))
    _number, headings = next(numbered, (0, ()))
    places = _places(headings)
    if missing := [column.title for column in _NEEDED if column not in places]:
        raise SheetError("no_columns", ", ".join(missing))
    return list(_answers(numbered, places))


def _answers(
    numbered: Iterator[tuple[int, Sequence[str]]], places: dict[Column, int]
) -> Iterator[Answer]:
    for number, row in numbered:
        if number > MOST_ROWS:
            raise SheetError("too_many_rows", str(MOST_ROWS))
        told = {column: _cell(row, place) for column, place in places.items()}
        offered = f"{told.get(c.NEW_ADDRESS, '')} {told.get(c.REPLACEMENT, '')}"
        yield Answer(
            row=number,
            mark=told[c.MARK],
            address=told[c.ADDRESS],
            decision=told[c.DECISION],
            corrected=told.get(c.CORRECTED, ""),
            comment=told.get(c.COMMENT, ""),
            offered=tuple(offered.split()),
        )


def _places(headings: Sequence[str]) -> dict[Column, int]:
    """Return where the columns stand that are read, by headings in any of our languages."""
    given = [bare(heading) for heading in headings]
    found = {}
    for column in _READ:
        names = {bare(name) for name in in_every_language(column.heading)}
        place = next((place for place, heading in enumerate(given) if heading in names), None)
        if place is not None:
            found[column] = place
    return found


def _cell(row: Sequence[str], place: int) -> str:
    """Return a cell, without the apostrophe that kept it from being a formula."""
    text = one_line(row[place]) if place < len(row) else ""
    return re.sub(f"^'(?=[{re.escape(''.join(FORMULA))}])", "", text)


def _split(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(_bounded(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error:  # a field of megabytes: no sheet of ours
        return []


def _bounded(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise SheetError("too_many_rows", str(MOST_ROWS))
        yield row[:MOST_COLUMNS]


_SENTENCES: dict[str, Callable[[str], str]] = {
    "no_columns": lambda columns: _(
        "This is not a sheet that Pérenne has sent: there is no column {columns}.", columns=columns
    ),
    "too_many_rows": lambda most: _("This sheet is too long: {most} rows are read.", most=most),
    "too_large": lambda _fact: _("This file is too large to be a sheet that Pérenne has sent."),
    "not_a_workbook": lambda _fact: _(
        "This file is neither a workbook (XLSX) nor a table (CSV): save it as one of them."
    ),
}
