"""CSV and TSV, as spreadsheets and cataloguing programs write them, in French or not."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.citations import is_web
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.records.record import bounded
from perenne.dossiers.tables.table import MOST_COLUMNS, Row, Table
from perenne.dossiers.tables.tabular import header

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DELIMITERS = (";", "\t", ",")
_SAMPLE_ROWS = 200
_DECLARED = re.compile(r"sep=([;,\t])[\r\n]+", re.IGNORECASE)
"""What Excel is told the delimiter with, in a first line that it does not show."""
_GUARDED = re.compile(r"'(?=[=+\-@＝＋－＠])")
"""The apostrophe that keeps a cell from being a formula (OWASP, CSV injection)."""
_REGULAR, _WHOLE = 0.8, 0.95
"""How many rows under a header must have cells; commas stand in prose, so there all of them."""
_FEWEST_ROWS = 2


@dataclass(frozen=True)
class Dialect:
    """What parts the cells, where the first row begins, and whether quotation marks count."""

    delimiter: str
    start: int = 0
    quoted: bool = True


def dialect(text: str) -> Dialect | None:
    """Tell how a text is a table, by its beginning; None where it is none."""
    declared = _DECLARED.match(text)
    if declared:
        return _tried(text, Dialect(declared[1], declared.end()))[0]
    tried = [_tried(text, Dialect(delimiter)) for delimiter in _DELIMITERS]
    scores = [_score(rows, read_as.delimiter) for read_as, rows in tried]
    if any(scores):
        return tried[scores.index(max(scores))][0]
    return next((read_as for read_as, rows in tried[:2] if _holds_addresses(rows)), None)


def table(text: str, read_as: Dialect) -> Table:
    """Return the rows of a text; raises `UnreadableError` where they are too many or too long."""
    return Table(_whole(text, read_as)[1])


def read_as(text: str, beginning: str) -> Dialect:
    """Return how the whole of a text is read; raises `UnreadableError`."""
    return _whole(text, dialect(beginning) or Dialect(";"))[0]


def _whole(text: str, read_as: Dialect) -> tuple[Dialect, list[Row]]:
    try:
        rows = bounded(_rows(text, read_as))
        if read_as.quoted and _swallowed(rows, read_as.delimiter):
            read_as = replace(read_as, quoted=False)
            rows = bounded(_rows(text, read_as))
    except csv.Error as error:
        raise UnreadableError("file_damaged", str(error)) from error
    return read_as, rows


def _tried(text: str, read_as: Dialect) -> tuple[Dialect, list[Row]]:
    """Return the first rows, read without quotation marks where one of these swallows rows."""
    try:
        rows = list(islice(_rows(text, read_as), _SAMPLE_ROWS))
        if _swallowed(rows, read_as.delimiter):
            read_as = replace(read_as, quoted=False)
            rows = list(islice(_rows(text, read_as), _SAMPLE_ROWS))
    except csv.Error:
        return read_as, []
    return read_as, rows


def _rows(text: str, read_as: Dialect) -> Iterator[Row]:
    reader = csv.reader(
        io.StringIO(text[read_as.start :], newline=""),
        delimiter=read_as.delimiter,
        quoting=csv.QUOTE_MINIMAL if read_as.quoted else csv.QUOTE_NONE,
        skipinitialspace=read_as.delimiter == ",",
    )
    for number, cells in enumerate(reader, 1):
        shown = (cell.strip() for cell in cells[:MOST_COLUMNS])
        bare = shown if read_as.quoted else (cell.strip('"') for cell in shown)
        yield Row(number, [_GUARDED.sub("", cell, count=1) for cell in bare])


def _score(rows: Sequence[Row], delimiter: str) -> int:
    """Return how many roles the header names, 0 where the rows under it are not of its table."""
    start, columns = header(rows)
    body = [row for row in rows[start:] if row.texts]
    if columns is None or not body:
        return 0
    width = len(rows[start - 1].texts)
    strict = delimiter == ","
    alike = sum(len(row.texts) == width if strict else len(row.texts) > 1 for row in body)
    return len(columns.of) if alike >= (_WHOLE if strict else _REGULAR) * len(body) else 0


def _holds_addresses(rows: Sequence[Row]) -> bool:
    """Tell a table without header: rows as wide, addresses in one column, words in another."""
    body = [row for row in rows if row.texts]
    widths = {len(row.texts) for row in body}
    if len(body) < _FEWEST_ROWS or len(widths) != 1 or widths == {1}:
        return False
    columns = [[row.text(column) for row in body] for column in range(widths.pop())]
    spoken = any(" " in text and not is_web(text) for texts in columns for text in texts)
    return spoken and any(2 * sum(map(is_web, texts)) >= len(body) for texts in columns)


def _swallowed(rows: Sequence[Row], delimiter: str) -> bool:
    """Tell whether a lone quotation mark has made one cell of whole rows."""
    parts = max((len(row.texts) for row in rows), default=1) - 1
    cells = (text for row in rows for text in row.texts if "\n" in text)
    lines = (line for text in cells for line in text.split("\n")[1:])
    # In a table of two columns a note may well hold one semicolon.
    return parts > 0 and any(
        line.count(delimiter) >= parts and (parts > 1 or "://" in line) for line in lines
    )
