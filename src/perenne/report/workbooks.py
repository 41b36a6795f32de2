"""The rows of a workbook (XLSX) of unknown origin, within bounds."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import TYPE_CHECKING

from perenne.report.returned import MOST_COLUMNS, MOST_ROWS, SheetError

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"PK"
LARGEST_UNPACKED = 64_000_000
"""Bytes, all parts together: 25,000 rows. Python unpacks no part beyond the size it claims."""
MOST_PARTS = 500


def xlsx_rows(data: bytes) -> list[list[str]]:
    """Return the cells of the first sheet as texts; raises `SheetError`."""
    _refuse_bombs(data)
    try:
        return list(_rows(data))
    except Exception as error:  # a broken file makes openpyxl raise whatever its parts raise
        raise SheetError("not_a_workbook") from error


def _refuse_bombs(data: bytes) -> None:
    """Refuse what would fill the memory, before a byte is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise SheetError("not_a_workbook") from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise SheetError("too_large")


def _rows(data: bytes) -> Iterator[list[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow; only who reads a workbook waits

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of what it leaves out, such as pictures
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # a file may claim a million rows
            # One more, so that what is too long is seen to be.
            bounds = {"max_row": MOST_ROWS + 1, "max_col": MOST_COLUMNS}
            for row in sheet.iter_rows(**bounds, values_only=True):
                yield ["" if cell is None else str(cell) for cell in row]
        finally:
            book.close()
