"""The export as a workbook (XLSX): every cell a text, the headings in sight, filters on them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from perenne.report.exporting.rows import COLUMNS, rows
from perenne.report.sheet import cell_text
from perenne.texts import _

if TYPE_CHECKING:
    from perenne.report.exporting.items import Exported

ENDINGS = (".xlsx",)


def written(exported: Exported) -> bytes:
    """Return the workbook."""
    # It takes a tenth of a second to load: only those who write a workbook wait for it.
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "Pérenne", cell_text(exported.title)
    sheet = book.create_sheet(_("References"))
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.append([_cell(sheet, column.title, bold=True) for column in COLUMNS])
    count = 1
    for row in rows(exported):
        sheet.append([_cell(sheet, cell_text(text)) for text in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count}"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: Any, text: str, *, bold: bool = False) -> Any:  # noqa: ANN401 - openpyxl tells no types
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, None)
    cell.value = text or None
    # "=1+1" would be stored as a formula, "#N/A" as an error: both are words here.
    cell.data_type = "s" if text else "n"
    cell.number_format = "@"
    cell.quotePrefix = True
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if bold:
        cell.font = Font(name="Calibri", size=11, bold=True)
    return cell
