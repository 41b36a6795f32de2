"""Sheets as readers see them, fill them in and send them back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet


def opened(content: bytes) -> Worksheet:
    """Return the first sheet of a workbook, as a spreadsheet program has it."""
    return load_workbook(io.BytesIO(content)).worksheets[0]


def xlsx_cells(content: bytes) -> list[list[str]]:
    """Return all cells of a workbook as texts."""
    return [["" if v is None else str(v) for v in row] for row in opened(content).values]


def csv_cells(content: bytes) -> list[list[str]]:
    """Return all cells of a CSV file of ours."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def filled_in(content: bytes, decided: Mapping[str, tuple[str, str, str]]) -> bytes:
    """Fill a workbook in, and save it as Excel does.

    `decided`: decision, corrected address and comment, by what the address of a row ends with.
    """
    book = load_workbook(io.BytesIO(content))
    for row in book.worksheets[0].iter_rows(min_row=2):
        for ending, cells in decided.items():
            if str(row[4].value).endswith(ending):
                _fill(row, cells)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def as_excel_saves_csv(content: bytes, decided: Mapping[str, tuple[str, str, str]]) -> bytes:
    """Fill a CSV file in, and save it as a French Excel does: semicolons, Windows-1252."""
    rows = csv_cells(content)
    for row in rows[1:]:
        for ending, cells in decided.items():
            if row[4].endswith(ending):
                row[:3] = cells
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("cp1252", "replace")


def _fill(row: Any, cells: tuple[str, str, str]) -> None:  # noqa: ANN401 - openpyxl has no types
    for cell, text in zip(row, cells, strict=False):
        cell.value = text or None
