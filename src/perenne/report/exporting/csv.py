"""The export as CSV, as French spreadsheets open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.report.exporting.rows import COLUMNS, rows
from perenne.report.tables import csv_bytes

if TYPE_CHECKING:
    from perenne.report.exporting.items import Exported

ENDINGS = (".csv",)


def written(exported: Exported) -> bytes:
    """Return the table; no cell of it is computed."""
    return csv_bytes([column.title for column in COLUMNS], rows(exported))
