"""Plain lists of URLs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.addresses.replacing import replaced
from perenne.dossiers.content import Content
from perenne.dossiers.documents.urllist import blocks, is_url_list
from perenne.dossiers.editing import edited
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = False


def matches(file: File) -> bool:
    """Tell a file in which nearly every line is an address and nothing else."""
    return bool(file.head) and is_url_list(file.text)


def read(file: File) -> Content:
    """Return one paragraph for each line."""
    return Content(blocks=tuple(blocks(file.text)))


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the text with addresses replaced, in its own encoding."""
    return edited(file, changes, lambda text, bearable: replaced(text, bearable, done, wraps=True))
