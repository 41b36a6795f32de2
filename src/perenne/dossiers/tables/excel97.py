"""Workbooks of Excel 97 to 2003 (BIFF8) → sheets.

Where a formula leads is not in what the library reads: a cell of `HYPERLINK` has its label alone,
which is told.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import xlrd

from perenne.domain.references import Notice
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.tables.excel_dates import figure, in_french, parts_of
from perenne.dossiers.tables.grids import Grid, content_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.dossiers.content import Content

_HYPERLINK = re.compile(rb"[\x22\x42\x62][\x01\x02]\x67\x01")
"""A call of function 359 with one or two arguments (PtgFuncVar, MS-XLS 2.5.198.63)."""


def read(data: bytes) -> Content:
    """Return the references in the sheets that are shown; raises `UnreadableError`."""
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        code = "file_encrypted" if "encrypted" in str(error) else "file_damaged"
        raise UnreadableError(code, str(error)) from error
    content = content_of(_grid(book, sheet) for sheet in book.sheets())
    if not _HYPERLINK.search(data):
        return content
    return replace(content, notices=(*content.notices, Notice(None, "formulas_unread")))


def _grid(book: Any, sheet: Any) -> Grid:  # noqa: ANN401 - xlrd has no types
    grid = Grid(sheet.name, hidden=sheet.visibility != 0)
    grid.hidden_rows = {number + 1 for number, row in sheet.rowinfo_map.items() if row.hidden}
    grid.hidden_columns = {number for number, column in sheet.colinfo_map.items() if column.hidden}
    for row in range(sheet.nrows):
        for column, text in enumerate(_texts(book, sheet, row)):
            grid.write(row + 1, column, text)
    for link in sheet.hyperlink_list:
        if isinstance(link.url_or_path, str):
            anchor = f"#{link.textmark}" if link.textmark else ""
            grid.link(link.frowx + 1, link.fcolx, f"{link.url_or_path}{anchor}")
    return grid


def _texts(book: Any, sheet: Any, row: int) -> Iterator[str]:  # noqa: ANN401 - same
    for cell in sheet.row(row):
        if cell.ctype == xlrd.XL_CELL_TEXT:
            yield str(cell.value)
        elif cell.ctype == xlrd.XL_CELL_DATE:
            code = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
            yield in_french(xlrd.xldate_as_datetime(cell.value, book.datemode), parts_of(code))
        else:
            yield figure(str(cell.value)) if cell.ctype == xlrd.XL_CELL_NUMBER else ""
