"""Word documents (Office Open XML, ECMA-376 part 1)."""

from __future__ import annotations

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

ISOLATED = True


def matches(file: File) -> bool:
    """Tell a zip with the main part of a Word document."""
    return file.has_part("word/document.xml")


def read(file: File) -> Content:
    """Return the paragraphs of the text, footnotes after the paragraph that calls them."""
    from perenne.dossiers.word import content  # noqa: PLC0415 - a parser of its own

    return content(file.data)
