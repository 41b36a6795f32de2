"""What a dossier holds, as read from its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum, unique

OUR_NOTE = "[Pérenne]"
"""Begins what we say of links in the notes of exported records: no address in it is a citation."""


@unique
class PlaceKind(StrEnum):
    """How a format counts where something stands in the file."""

    PAGE = "page"
    LINE = "line"
    PARAGRAPH = "paragraph"
    ROW = "row"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the file; `number` counts from 1."""

    kind: PlaceKind
    number: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One URL as written in one reference, the URL as it should be requested, and where.

    `url` is the author's own text with only the layout removed: what no request can be made
    from is kept too, and judged `malformed`.
    """

    as_written: str
    url: str
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """One bibliographic entry. Texts are as written; "" where the entry has none.

    `date_iso` is YYYY, YYYY-MM or YYYY-MM-DD.
    """

    title: str
    place: Place
    section: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    date: str = ""
    date_iso: str = ""
    pages: str = ""
    locations: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something odd that the reader of the file should know of.

    `code` is stable; `fact` fills its sentence.
    """

    place: Place | None
    code: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier as read: its title, its references, and what looked odd."""

    title: str
    references: tuple[Reference, ...] = ()
    notices: tuple[Notice, ...] = field(default=())

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return every citation, in the order of the file."""
        return tuple(c for reference in self.references for c in reference.citations)
