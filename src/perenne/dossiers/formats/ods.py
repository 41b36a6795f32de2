"""Spreadsheets of LibreOffice and other suites (OpenDocument, ISO/IEC 26300)."""

from __future__ import annotations

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

ISOLATED = True

_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def matches(file: File) -> bool:
    """Tell a zip whose first part says what it is, as the standard asks; templates too."""
    return file.data.startswith(b"PK\x03\x04") and _TYPE in file.data[:200]


def read(file: File) -> Content:
    """Return one reference for each row of the sheets that are shown."""
    from perenne.dossiers.tables import calc  # noqa: PLC0415 - a parser of its own

    return calc.read(file.data)
