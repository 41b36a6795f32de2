"""RIS, the exchange form of reference managers and of many portals → references.

Tags as Zotero, EndNote, Mendeley, Cairn and Persée write them: several tags say one thing, and
the last `ER` may be missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rispy

from perenne.dossiers.records.record import Record, bounded, content, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from perenne.dossiers.content import Content

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  -\s?(?P<value>.*)", re.DOTALL)
_OTHER_SPACING = re.compile(r"TY( {1}| {3})-")
"""The standard has two blanks before the dash; pasted records have one or three."""
_NEWLINE = re.compile(r"\r\n|\r|\n")
_TITLES = ("TI", "T1", "CT", "BT", "T2")
_AUTHORS = (("AU", "A1"), ("A2", "ED"), ("A3", "A4"))
_SOURCES = ("T2", "JO", "JF", "JA", "J2", "BT", "PB", "T3")
_DATES = ("DA", "PY", "Y1")
_ADDRESSES = ("UR", "LK", "L1", "L2", "L3", "L4", "DO")
_TEXTS = ("AB", "N1", "N2", "RN", "U1", "U2", "M1", "M2", "M3", "C1", "C2", "C3")
READ_FOR_ADDRESSES = frozenset((*_TITLES, *_SOURCES, *_ADDRESSES, *_TEXTS))
"""The tags in whose values addresses count."""


def read(text: str) -> Content:
    """Return the references of a RIS file; raises `UnreadableError`."""
    lines = _spaced(_NEWLINE.sub("\n", text)).split("\n")
    bounded(line for line in lines if line.startswith("TY  -"))
    tags = {found["tag"] for line in lines if (found := _TAG.match(line))}
    parser = _Parser(
        mapping={t: t for t in tags}, list_tags=sorted(tags), delimiter_tags_mapping={}
    )
    fields: list[dict[str, list[str]]] = parser.parse_lines(_closed(lines))
    return content(_record(n, each) for n, each in enumerate(fields, 1))


class _Parser(rispy.RisParser):  # type: ignore[misc] # it has no types
    """Takes values that no blank precedes."""

    def parse_line(self, line: str) -> tuple[str, str] | tuple[None, str]:
        found = _TAG.match(line)
        return (found["tag"], found["value"].strip()) if found else (None, line.strip())


def _spaced(text: str) -> str:
    other = _OTHER_SPACING.search(text)
    return re.sub(rf"(?m)^([A-Z][A-Z0-9]){other[1]}-", r"\1  -", text) if other else text


def _closed(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of records, each of which is ended; what belongs to none is left out."""
    last = "ER"
    for line in lines:
        found = _TAG.match(line)
        tag = found["tag"] if found else ""
        if tag == "TY" and last != "ER":
            yield "ER  - "
        if tag == "TY" or (last != "ER" and (tag or last != "TY")):
            yield line
            last = tag or last
    if last != "ER":
        yield "ER  - "


def _record(number: int, fields: Mapping[str, list[str]]) -> Record:
    title = _first(fields, _TITLES)
    source = (fields[tag] for tag in _SOURCES if tag in fields)
    return Record(
        numbered(number),
        title=title,
        authors=_authors(fields),
        source=next((said for each in source if (said := " ".join(each)) != title), ""),
        date=_date(fields),
        pages=_pages(fields),
        addresses=[value for tag in _ADDRESSES for value in fields.get(tag, ())],
        texts=[" ".join(fields[tag]) for tag in _TEXTS if tag in fields],
    )


def _first(fields: Mapping[str, list[str]], tags: Iterable[str]) -> str:
    return next((" ".join(fields[tag]) for tag in tags if any(fields.get(tag, ()))), "")


def _authors(fields: Mapping[str, list[str]]) -> list[str]:
    groups = ([name for tag in tags for name in fields.get(tag, ())] for tags in _AUTHORS)
    return next((group for group in groups if group), [])


def _date(fields: Mapping[str, list[str]]) -> str:
    """Return the date that says most: ``DA`` may be less than the year, or missing."""
    said = [" ".join(fields.get(tag, ())).rstrip("/ ") for tag in _DATES]
    return max(said, key=lambda text: (bool(re.search(r"\d{4}", text)), len(text)))


def _pages(fields: Mapping[str, list[str]]) -> str:
    first, last = _first(fields, ("SP",)), _first(fields, ("EP",))
    return f"{first}-{last}" if last and last != first else first
