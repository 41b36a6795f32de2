"""Text and Markdown, which real dossiers mix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.addresses.replacing import replaced
from perenne.dossiers.content import Content
from perenne.dossiers.documents.plain import blocks
from perenne.dossiers.editing import edited
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = False


def matches(file: File) -> bool:  # noqa: ARG001 - the last one asked
    """Take whatever no other format takes; what is no text at all is refused by `read`."""
    return True


def read(file: File) -> Content:
    """Return the paragraphs of a text."""
    return Content(blocks=tuple(blocks(file.text)))


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the text with addresses replaced, in its own encoding."""
    return edited(file, changes, lambda text, bearable: replaced(text, bearable, done, wraps=True))
