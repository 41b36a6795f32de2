"""Workbooks of Excel 97 to 2003."""

from __future__ import annotations

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

ISOLATED = True

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOK = "Workbook\0".encode("utf-16-le")
_OTHERS = ("WordDocument".encode("utf-16-le"), "PowerPoint Document".encode("utf-16-le"))
"""Streams of documents that a workbook may be embedded in."""


def matches(file: File) -> bool:
    """Tell a compound file with the stream of a workbook."""
    streams = file.data if file.data.startswith(_COMPOUND) else b""
    return _BOOK in streams and not any(other in streams for other in _OTHERS)


def read(file: File) -> Content:
    """Return one reference for each row of the sheets that are shown."""
    from perenne.dossiers.tables import excel97  # noqa: PLC0415 - a parser of its own

    return excel97.read(file.data)
