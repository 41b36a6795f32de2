"""The content of a file, whatever it is called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from perenne.dossiers.encodings import encoding_of, text_of
from perenne.dossiers.errors import UnreadableError

LARGEST_FILE = 20_000_000
"""Bytes. The longest dossier seen has 90 kB; a book with all its markup stays under 5 MB."""

_HEAD = 20_000


@dataclass(frozen=True)
class File:
    """The bytes of a file, which are decoded once however many formats look at them."""

    data: bytes

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
