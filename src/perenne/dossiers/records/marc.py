"""The fields of UNIMARC (IFLA) and MARC 21 (Library of Congress) → what a record says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import dates
from perenne.dossiers.records.record import Record, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pymarc import Field

_CLOSING = " /:;,=."
"""The punctuation of ISBD, which MARC 21 writes at the end of subfields."""
_KEPT_POINT = re.compile(r"(?:^|[\s.-])\w\.$|\.\.\.$")
"""Of an initial, and of what is left unsaid."""
_ADDRESSES = (("856", "u"), ("897", "a"))
"""Electronic location; PMB's digital documents, whose other subfields are of its own site."""
_UNIMARC_NOTES = re.compile(r"3\d\d")
_MARC21_NOTES = re.compile(r"5\d\d")
_IDENTIFIERS = {"doi", "hdl", "ark", "hal"}


class Fields:
    """The data fields of one record."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = list(fields)

    def each(self, *tags: str) -> Iterator[Field]:
        """Yield the fields with one of these tags, tag by tag."""
        for tag in tags:
            yield from (field for field in self._fields if field.tag == tag)

    def values(self, tag: str, *codes: str) -> list[str]:
        """Return the subfields of all fields of a tag, in their order."""
        return [value for field in self.each(tag) for value in _values(field, *codes)]

    def first(self, tag: str, *codes: str) -> str:
        """Return the first of `values`, "" where there is none."""
        return next(iter(self.values(tag, *codes)), "")

    def matching(self, tags: re.Pattern[str]) -> list[str]:
        """Return what may hold an address in the notes: their texts and their addresses."""
        return [
            value
            for field in self._fields
            if tags.fullmatch(field.tag)
            for value in _values(field, "a", "u")
        ]


def record(number: int, fields: Iterable[Field]) -> Record:
    """Return what a record says, in the form that it is in."""
    held = Fields(fields)
    said = _marc21(number, held) if held.first("245", "a") else _unimarc(number, held)
    said.addresses = [value for tag, code in _ADDRESSES for value in held.values(tag, code)]
    said.addresses += _identifiers(held)
    return said


def _unimarc(number: int, held: Fields) -> Record:
    analytic = bool(held.values("463", "t", "v", "d"))
    published = _publication(held)
    publisher, date = (" ; ".join(_values(published, code)) if published else "" for code in "cd")
    host = held.first("461", "t").strip() or held.first("463", "t").strip()
    day = held.first("463", "d")
    return Record(
        numbered(number),
        title=_unimarc_title(held),
        authors=_people(held, ("700", "701", "720", "721"), ("710", "711"))
        or _people(held, ("702", "722"), ("712",))
        or held.values("200", "f")[:1],
        source=host if host and (analytic or not publisher) else publisher,
        date=(held.first("463", "e") or day or date) if analytic else date,
        date_iso=dates.iso(day) if analytic else "",
        pages=held.first("215", "a"),
        texts=held.matching(_UNIMARC_NOTES),
    )


def _unimarc_title(held: Fields) -> str:
    title = ""
    before = {"a": " ; ", "e": " : ", "h": ". ", "i": ". "}
    for field in list(held.each("200"))[:1]:
        for code, value in field.subfields:
            if code in before:
                title += (before[code] if title else "") + value.strip()
    return title


def _publication(held: Fields) -> Field | None:
    """Return the field of the publisher: of 214, not that of the distributor or the printer."""
    found = [*held.each("214"), *held.each("210")]
    found.sort(key=lambda field: field.tag == "214" and field.indicator2 in "123")
    return next((field for field in found if _values(field, "c", "d")), None)


def _marc21(number: int, held: Fields) -> Record:
    published = [*held.each("264", "260")]
    publisher, date = (
        next((_trimmed(v) for field in published for v in _values(field, code)), "")
        for code in "bc"
    )
    host = next((field for field in held.each("773")), None)
    source = _trimmed(" ".join(_values(host, "t", "p")[:1])) if host else ""
    return Record(
        numbered(number),
        title=_marc21_title(held),
        authors=[
            _trimmed(value)
            for field in held.each("100", "110", "111", "700", "710")
            for value in _values(field, "a")[:1]
        ],
        source=source or publisher,
        date=date,
        pages=_trimmed(held.first("300", "a")),
        texts=held.matching(_MARC21_NOTES),
    )


def _marc21_title(held: Fields) -> str:
    field = next(held.each("245"))
    parts = [_trimmed(value) for value in _values(field, "a", "b")]
    more = [_trimmed(value) for value in _values(field, "n", "p")]
    return ". ".join([" : ".join(filter(None, parts)), *filter(None, more)])


def _people(held: Fields, persons: Iterable[str], bodies: Iterable[str]) -> list[str]:
    people = [" ".join(_values(field, "a", "b")) for field in held.each(*persons)]
    return people + [". ".join(_values(field, "a", "b")) for field in held.each(*bodies)]


def _identifiers(held: Fields) -> Iterator[str]:
    """Yield DOI and their like: 017 (UNIMARC), 024 (MARC 21), 014 (what PMB exports)."""
    for field in held.each("017", "024", "014"):
        kinds = {value.lower() for value in _values(field, "2", "b")}
        if kinds & _IDENTIFIERS:
            yield from _values(field, "a")


def _values(field: Field, *codes: str) -> list[str]:
    found = (value.strip() for code, value in field.subfields if code in codes)
    return [value for value in found if value]


def _trimmed(value: str) -> str:
    value = value.strip()
    return value if _KEPT_POINT.search(value) else value.rstrip(_CLOSING)
