"""What one row of a table says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.domain.references import Place, PlaceKind
from perenne.dossiers.addresses.citations import address, extract, is_web
from perenne.dossiers.bibliography import authors, dates
from perenne.dossiers.records.record import Record
from perenne.dossiers.tables.columns import Columns
from perenne.dossiers.tables.roles import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from perenne.dossiers.tables.table import Row

_BETWEEN_AUTHORS = re.compile(r"\s*[;|\n]\s*|\s+/\s+")
_BETWEEN_PLACES = re.compile(r"\s*[;,|\n]\s*")
_DATE = re.compile(dates.DATE, re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d]{2}")


def record(row: Row, columns: Columns | None, section: str) -> Record | None:
    """Return what a row says; None where it says nothing: without header, where no address is."""
    if columns is None:
        return _unnamed(row, section)
    said = _named(row, columns, section)
    named = said.title or said.authors or said.source or said.addresses or said.found
    return said if named or any(extract(text).found for text in said.texts) else None


def _named(row: Row, columns: Columns, section: str) -> Record:
    names = list(columns.each(row, Role.NAME))
    title = columns.first(row, Role.TITLE) or next(iter(names), "")
    linked = _hrefs(row, columns.of.get(Role.IGNORED, ()))
    parts = (title, columns.first(row, Role.SUBTITLE))
    count = columns.first(row, Role.PAGE_COUNT)
    return Record(
        _place(row),
        title=" : ".join(filter(None, parts)),
        authors=[
            name for cell in columns.each(row, Role.AUTHORS) for name in _names(_unaddressed(cell))
        ],
        source=columns.first(row, Role.SOURCE),
        date=_unaddressed(columns.first(row, Role.DATE)),
        pages=_unaddressed(columns.first(row, Role.PAGES))
        or (f"{count} p." if count.isdecimal() else count),
        section=_section(row, columns) or section,
        locations=[
            name
            for cell in columns.each(row, Role.LOCATIONS)
            for name in _BETWEEN_PLACES.split(_unaddressed(cell))
        ],
        found=[address(href) for href in linked if is_web(href)],
        addresses=list(_addresses(row, columns)),
        # What our own tables say of a link beside it may hold addresses, of which none is cited.
        texts=[]
        if Role.WRITTEN in columns.of
        else [text for text in (*columns.spoken(row), *_foreign(linked)) if text != title],
    )


def _unnamed(row: Row, section: str) -> Record | None:
    """Read a row of which no header says what its cells are: the longest text is the title."""
    cells = [text for column in row.filled if (text := _unlinked(row, column))]
    got = {cell: extract(cell) for cell in cells}
    hrefs = _hrefs(row)
    linked = [address(href) for href in hrefs if is_web(href)]
    if not linked and not any(each.found for each in got.values()):
        return None
    spoken = [cell for cell in cells if _WORDS.search(got[cell].text) and not _DATE.fullmatch(cell)]
    title = max(spoken, key=lambda cell: len(got[cell].text), default="")
    date = next((cell for cell in cells if _DATE.fullmatch(cell)), "")
    texts = [text for text in (*cells, *_foreign(hrefs)) if text not in (title, date)]
    return Record(_place(row), title=title, date=date, section=section, found=linked, texts=texts)


def _place(row: Row) -> Place:
    return Place(PlaceKind.ROW, row.number)


def _section(row: Row, columns: Columns) -> str:
    ours = Role.WRITTEN in columns.of
    return _unaddressed(columns.first(row, Role.SECTION)) or (
        "" if ours else columns.first(row, Role.DOSSIER)
    )


def _addresses(row: Row, columns: Columns) -> Iterator[str]:
    """Yield the cells for addresses: as written where our own table has that beside the other."""
    role = Role.WRITTEN if columns.first(row, Role.WRITTEN) else Role.ADDRESS
    for column in columns.of.get(role, ()):
        if text := _unlinked(row, column):
            yield text


def _unlinked(row: Row, column: int) -> str:
    """Return the text of a cell, unless it only repeats where the cell leads."""
    text = row.text(column)
    repeats = column in row.hrefs and is_web(text) and len(text.split()) == 1
    return "" if repeats else text


def _hrefs(row: Row, ignored: Collection[int] = ()) -> list[str]:
    """Return where the cells lead, those of ignored columns left out."""
    cells = sorted(row.hrefs.items())
    return [href for column, hrefs in cells if column not in ignored for href in hrefs]


def _unaddressed(text: str) -> str:
    return extract(text).text if "://" in text else text


def _foreign(hrefs: Iterable[str]) -> Iterator[str]:
    """Yield the links that are not of the web: they are told as such."""
    return (href for href in hrefs if not is_web(href))


def _names(cell: str) -> list[str]:
    parts = [part for part in _BETWEEN_AUTHORS.split(cell) if part]
    return parts if len(parts) > 1 else list(authors.names(cell)) or [cell]
