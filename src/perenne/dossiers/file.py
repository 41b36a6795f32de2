"""The content of a file, whatever it is called."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property

from perenne.dossiers.encodings import encoding_of, text_of
from perenne.dossiers.errors import UnreadableError

LARGEST_FILE = 20_000_000
"""Bytes. The longest dossier seen has 90 kB; a book with all its markup stays under 5 MB."""

_HEAD = 20_000


@dataclass(frozen=True)
class File:
    """The bytes of a file, which are decoded once however many formats look at them.

    `base`: the address where it was served, "" for a file of one's own.
    """

    data: bytes
    base: str = ""

    @cached_property
    def text(self) -> str:
        """Return what is written; raises `UnreadableError` where that is no text."""
        return text_of(self.data)

    @property
    def encoding(self) -> str:
        """Return the encoding of the text; raises `UnreadableError` where it is none."""
        return encoding_of(self.data) if self.text else ""

    @cached_property
    def head(self) -> str:
        """Return how the text begins, "" where it is none."""
        try:
            return self.text[:_HEAD]
        except UnreadableError:
            return ""

    def has_part(self, name: str) -> bool:
        """Tell whether the file is a zip with such a part, or the rest of one."""
        return self.data.startswith(b"PK\x03\x04") and (
            name in self._parts if self._parts else name.encode() in self.data
        )

    @cached_property
    def _parts(self) -> frozenset[str]:
        """Return the names of the parts: those of files within a part are not among them."""
        try:
            return frozenset(zipfile.ZipFile(io.BytesIO(self.data)).namelist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            return frozenset()
