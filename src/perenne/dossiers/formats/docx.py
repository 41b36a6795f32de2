"""Word documents (Office Open XML, ECMA-376 part 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = True


def matches(file: File) -> bool:
    """Tell a zip with the main part of a Word document."""
    return file.has_part("word/document.xml")


def read(file: File) -> Content:
    """Return the paragraphs of the text, footnotes after the paragraph that calls them."""
    from perenne.dossiers.documents.word import content  # noqa: PLC0415 - a parser of its own

    return content(file.data)


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the document with addresses replaced: where links lead, and where they are shown."""
    from perenne.dossiers.documents.word_rewriting import rewritten  # noqa: PLC0415 - a parser of its own

    return rewritten(file.data, changes, done)
