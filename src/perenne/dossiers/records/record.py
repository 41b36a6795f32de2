"""Records, which say apart what bibliographies say in lines → references."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from perenne.domain.references import OUR_NOTE, Citation, Notice, Place, PlaceKind, Reference
from perenne.dossiers.addresses.addressed import addresses
from perenne.dossiers.addresses.citations import Extract, extract
from perenne.dossiers.bibliography import dates
from perenne.dossiers.bibliography.blocks import clean, oddities, placed
from perenne.dossiers.content import Content
from perenne.dossiers.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perenne.dossiers.addresses.citations import Found

T = TypeVar("T")

MOST_RECORDS = 100_000
"""More is the catalogue of a whole library, not a dossier: its checks would take nights."""

_RANGE = re.compile(r"[\dIVXLCivxlc]+(?:\s?[-–—]+\s?[\dIVXLCivxlc]+)?")
_DASHES = re.compile(r"\s?[-–—]{1,3}\s?")
_SLASHED = re.compile(r"\b(\d{4})/(\d{1,2})(?:/(\d{1,2}))?\b")
_SURNAME_FIRST = re.compile(r"[^,]+,\s*[^,]+")
_MARKUP = re.compile(r"</?(?:[ibu]|em|strong|su[bp]|span|sc|p|br|div|a)\b[^<>]*>", re.IGNORECASE)
_SAME_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/(.+)", re.IGNORECASE)


@dataclass(slots=True)
class Record:
    """What one record says, in its own words.

    `addresses`: values of fields made for addresses or identifiers; `found`: addresses that were
    read already. `texts`: summary, notes, in which addresses count too. `date_iso` where the record
    says it better than its `date`. `continued`: what says more of the same at other places.
    """

    place: Place
    title: str = ""
    authors: list[str] = field(default_factory=list)
    source: str = ""
    date: str = ""
    date_iso: str = ""
    pages: str = ""
    section: str = ""
    locations: list[str] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    continued: list[Record] = field(default_factory=list)


def content(records: Iterable[Record], title: str = "", notices: Iterable[Notice] = ()) -> Content:
    """Return what a file of records holds; raises `UnreadableError` where they are too many."""
    odd = bounded(notices)
    references: list[Reference] = []
    for record in bounded(records):
        reference, told = read(record)
        references.append(reference)
        odd += told
    return Content(references=tuple(references), title=clean(title), notices=tuple(odd))


def bounded(things: Iterable[T]) -> list[T]:
    """Return what a file holds, of which there may be too many: `UnreadableError`."""
    found = list(islice(things, MOST_RECORDS + 1))
    if len(found) > MOST_RECORDS:
        raise UnreadableError("file_too_heavy", f"more than {MOST_RECORDS} records")
    return found


def numbered(number: int) -> Place:
    """Return the place of a record; they are counted from 1."""
    return Place(PlaceKind.RECORD, number)


def read(record: Record) -> tuple[Reference, tuple[Notice, ...]]:
    """Return the reference that a record is, and what looked odd in its addresses."""
    title = extract(_MARKUP.sub("", record.title))
    source = extract(record.source) if "://" in record.source else Extract(record.source)
    citations, odd = _cited(record, title, source)
    for more in record.continued:
        also, told = _cited(more)
        citations += also
        odd += told
    date = clean(record.date).rstrip("/ ")
    reference = Reference(
        title=_titled(title) or clean(record.title),
        place=record.place,
        section=clean(record.section),
        authors=tuple(author(name) for name in record.authors if name.strip()),
        source=clean(source.text).strip(" ,;:"),
        date=date,
        date_iso=record.date_iso or dates.iso(_SLASHED.sub(_dashed, date)),
        pages=pages(clean(record.pages)),
        locations=tuple(clean(name) for name in record.locations if name.strip()),
        citations=once(citations),
    )
    return reference, tuple(odd)


def _cited(record: Record, *got: Extract) -> tuple[list[Citation], list[Notice]]:
    """Return the addresses of a record, and what looked odd; `got` was extracted already."""
    found = [*record.found, *(each for value in record.addresses for each in addresses(value))]
    texts = [*got, *(extract(text.partition(OUR_NOTE)[0]) for text in record.texts)]
    found += [each for text in texts for each in text.found]
    odd = [notice for text in texts for notice in oddities(text, record.place)]
    return [placed(each, record.place) for each in found], odd


def once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return each address the first time that a record says it, in one field or another.

    A DOI and the address of its resolver are one.
    """
    first: dict[str, Citation] = {}
    for each in citations:
        doi = _SAME_RESOLVER.fullmatch(each.url)
        first.setdefault(doi[1].casefold() if doi else each.url, each)
    return tuple(first.values())


def _titled(title: Extract) -> str:
    text = clean(title.text)
    return text.rstrip(" :>→|(–-") if title.found else text


def author(name: str) -> str:
    """Return ``Surname Given``, as dossiers write names, for ``Surname, Given``."""
    name = clean(name).strip(" ,;")
    return name.replace(",", "", 1) if _SURNAME_FIRST.fullmatch(name) else name


def pages(text: str) -> str:
    """Return ``p. 3-5`` for the bare figures that records hold; other texts stay."""
    return f"p. {_DASHES.sub('-', text)}" if _RANGE.fullmatch(text) else text


def _dashed(found: re.Match[str]) -> str:
    return "-".join(f"{int(part):02}" for part in found.groups() if part)
