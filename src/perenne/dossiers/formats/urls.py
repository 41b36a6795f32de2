"""Plain lists of URLs."""

from __future__ import annotations

from perenne.dossiers.content import Content
from perenne.dossiers.file import File
from perenne.dossiers.urllist import blocks, is_url_list

ISOLATED = False


def matches(file: File) -> bool:
    """Tell a file in which nearly every line is an address and nothing else."""
    return bool(file.head) and is_url_list(file.text)


def read(file: File) -> Content:
    """Return one paragraph for each line."""
    return Content(blocks=tuple(blocks(file.text)))
