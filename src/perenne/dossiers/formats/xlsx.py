"""Excel workbooks (Office Open XML)."""

from __future__ import annotations

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

ISOLATED = True


def matches(file: File) -> bool:
    """Tell a zip with the main part of a workbook."""
    return file.has_part("xl/workbook.xml")


def read(file: File) -> Content:
    """Return one reference for each row of the sheets that are shown."""
    from perenne.dossiers.tables import excel  # noqa: PLC0415 - a parser of its own

    return excel.read(file.data)
