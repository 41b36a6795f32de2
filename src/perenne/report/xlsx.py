"""The sheet as a workbook (XLSX): every cell a text, the decisions chosen from a list."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from perenne.domain.decisions import Decision
from perenne.report import columns as c
from perenne.report.sheet import SHEET, cells, headings
from perenne.texts import _
from perenne.texts.decisions import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo

    from perenne.report.sheet import Cited

_TEXT_FORMAT = "@"
_ON_SEVERAL_LINES = (c.TITLE, c.REASON, c.COMMENT, c.REMARKS, c.DECIDED, c.SECTION)
_FILLED_IN = (c.DECISION, c.CORRECTED, c.COMMENT)
_GROUND = "FFF4E2B8"
"""ARGB: a pale ground for the headings of what is to be filled in."""


def xlsx_sheet(pairs: Iterable[Cited], zone: tzinfo) -> bytes:
    """Return the sheet as a workbook that Excel and LibreOffice open."""
    # It takes a tenth of a second to load: only those who write a workbook wait for it.
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    book.properties.creator = "Pérenne"
    sheet = book.create_sheet(_("Links"))
    for number, column in enumerate(SHEET, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "A2"
    rows = cells(pairs, zone)
    sheet.append(_heading_cells(sheet))
    styled = _empty_cells(sheet)
    for row in rows:
        sheet.append(_filled(styled, row))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(SHEET))}{len(rows) + 1}"
    if rows:
        _offer_decisions(sheet, get_column_letter(SHEET.index(c.DECISION) + 1), len(rows) + 1)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _heading_cells(sheet: Any) -> list[Any]:  # noqa: ANN401 - openpyxl tells no types
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415

    styled = [WriteOnlyCell(sheet, heading) for heading in headings()]
    for column, cell in zip(SHEET, styled, strict=True):
        cell.font = Font(name="Calibri", size=11, bold=True)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if column in _FILLED_IN:
            cell.fill = PatternFill("solid", fgColor=_GROUND)
    return styled


def _empty_cells(sheet: Any) -> list[Any]:  # noqa: ANN401 - as above
    """Return a cell for each column, with its style, to be written again and again."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Alignment  # noqa: PLC0415

    styled = [WriteOnlyCell(sheet) for _column in SHEET]
    for column, cell in zip(SHEET, styled, strict=True):
        cell.number_format = _TEXT_FORMAT
        cell.alignment = Alignment(vertical="top", wrap_text=column in _ON_SEVERAL_LINES)
        # What we have written stays a word even when somebody edits the cell.
        cell.quotePrefix = column not in _FILLED_IN
    return styled


def _filled(styled: Sequence[Any], row: Sequence[str]) -> Sequence[Any]:
    for cell, text in zip(styled, row, strict=True):
        cell.value = text or None
        # "=1+1" would be stored as a formula, "#N/A" as an error: both are words here.
        cell.data_type = "s" if text else "n"
    return styled


def _offer_decisions(sheet: Any, letter: str, last_row: int) -> None:  # noqa: ANN401 - as above
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    words = [word(decision) for decision in Decision]
    offered = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    offered.showErrorMessage = True
    offered.errorTitle = _("Decision")
    offered.error = _("Choose one of: {words}.", words=", ".join(words))
    offered.add(f"{letter}2:{letter}{last_row}")
    sheet.data_validations.append(offered)
