"""Spreadsheets of LibreOffice and other suites (OpenDocument, ISO/IEC 26300)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = True

_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def matches(file: File) -> bool:
    """Tell a zip whose first part says what it is, as the standard asks; templates too."""
    return file.data.startswith(b"PK\x03\x04") and _TYPE in file.data[:200]


def read(file: File) -> Content:
    """Return one reference for each row of the sheets that are shown."""
    from perenne.dossiers.tables import calc  # noqa: PLC0415 - a parser of its own

    return calc.read(file.data)


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the spreadsheet with addresses replaced in cells, formulas and links."""
    from perenne.domain.identifiers import for_fields  # noqa: PLC0415 - rarely asked
    from perenne.dossiers.documents.writer_rewriting import rewritten  # noqa: PLC0415 - a parser

    return rewritten(file.data, for_fields(changes), done)
