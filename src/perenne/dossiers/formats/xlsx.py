"""Excel workbooks (Office Open XML)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = True


def matches(file: File) -> bool:
    """Tell a zip with the main part of a workbook."""
    return file.has_part("xl/workbook.xml")


def read(file: File) -> Content:
    """Return one reference for each row of the sheets that are shown."""
    from perenne.dossiers.tables import excel  # noqa: PLC0415 - a parser of its own

    return excel.read(file.data)


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the workbook with addresses replaced in cells, formulas and links."""
    from perenne.dossiers.tables.excel_rewriting import rewritten  # noqa: PLC0415 - rarely asked

    return rewritten(file.data, changes, done)
