"""PDF documents (ISO 32000), with text in them: a scan has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = True

_WITHIN = 1024
"""Bytes; readers look for the signature in so many first ones (ISO 32000-1, annex H.3)."""


def matches(file: File) -> bool:
    """Tell a file by its signature."""
    return b"%PDF-" in file.data[:_WITHIN]


def read(file: File) -> Content:
    """Return the paragraphs of the pages."""
    from perenne.dossiers.documents.pdf import content  # noqa: PLC0415 - a parser of its own

    return content(file.data)


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the document with its links led elsewhere; what is printed on the pages stays."""
    from perenne.dossiers.documents.pdf_rewriting import rewritten  # noqa: PLC0415 - a parser of its own

    return rewritten(file.data, changes, done)
