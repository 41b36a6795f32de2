"""Texts of LibreOffice and other suites (OpenDocument, ISO/IEC 26300)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = True

_TYPE = b"application/vnd.oasis.opendocument.text"


def matches(file: File) -> bool:
    """Tell a zip whose first part says what it is, as the standard asks; templates too."""
    return file.data.startswith(b"PK\x03\x04") and _TYPE in file.data[:200]


def read(file: File) -> Content:
    """Return the paragraphs of the text, notes after the paragraph that calls them."""
    from perenne.dossiers.documents.writer import content  # noqa: PLC0415 - a parser of its own

    return content(file.data)


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the document with addresses replaced: where links lead, and where they are shown."""
    from perenne.dossiers.documents.writer_rewriting import rewritten  # noqa: PLC0415 - a parser of its own

    return rewritten(file.data, changes, done)
