"""One module for each format: how it is told by its content, and what is read of it.

A module has `matches(file)` and `read(file)`, which returns a `Content` or raises
`UnreadableError`, and, where the format can be written, `rewrite(file, changes, done)`, which
returns the file with addresses replaced. `ISOLATED` says that it is read in a process of its own,
under limits: what is compressed, or parsed by libraries that hostile files could lead astray.
Libraries are imported within `read`, so that asking a format costs nothing. To take a format out,
remove its file and its name here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from perenne.dossiers.content import Content
    from perenne.dossiers.file import File

NAMES = (
    *("pdf", "docx", "odt", "xlsx", "ods", "xls", "marc"),
    *("marcxml", "zotero", "ris", "bibtex", "csl", "csv"),
    *("html", "xml", "urls", "text"),
)
"""In the order in which they are asked: records before HTML, which stands in their notes, and last
what takes whatever is text."""


class Format(Protocol):
    """What a module of this room offers."""

    ISOLATED: bool

    def matches(self, file: File) -> bool:
        """Tell by its content whether a file is of this format."""
        ...

    def read(self, file: File) -> Content:
        """Return what the file holds; raises `UnreadableError`."""
        ...


def format_named(name: str) -> Format:
    """Return a format by its name."""
    return cast("Format", import_module(f"{__name__}.{name}"))


def name_of(file: File) -> str:
    """Return the name of a file's format."""
    return next(name for name in NAMES if format_named(name).matches(file))
