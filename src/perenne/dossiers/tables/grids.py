"""The sheets of a workbook while they are read, and what of them a reader sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from perenne.domain.references import Notice, Place, PlaceKind
from perenne.dossiers.addresses.citations import extract, is_web
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.records.record import MOST_RECORDS, content
from perenne.dossiers.tables import formulas, tabular
from perenne.dossiers.tables.table import MOST_COLUMNS, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perenne.dossiers.content import Content


@dataclass
class Grid:
    """One sheet: texts, links and formulas by row (from 1) and column (from 0)."""

    name: str
    hidden: bool = False
    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    hrefs: dict[int, dict[int, list[str]]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: list[tuple[int, int, str]] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)

    def write(self, row: int, column: int, text: str, formula: str = "") -> None:
        """Put a text into a cell, and the formula that gives it.

        Raises `UnreadableError` where the rows are too many.
        """
        if column >= MOST_COLUMNS:
            return
        if text:
            self.texts.setdefault(row, {})[column] = text
            if len(self.texts) > MOST_RECORDS:
                raise UnreadableError("file_too_heavy", f"more than {MOST_RECORDS} rows")
        if formulas.is_link(formula):
            self.formulas.append((row, column, formula))

    def link(self, row: int, column: int, href: str) -> None:
        """Make a cell lead somewhere."""
        if href and column < MOST_COLUMNS:
            self.hrefs.setdefault(row, {}).setdefault(column, []).append(href)

    def follow_formulas(self) -> None:
        """Make the cells whose formula is a link lead there, once all texts are known."""
        for row, column, formula in self.formulas:
            href = formulas.target(formula, self._text)
            if href:
                self.link(row, column, href)
            elif not is_web(self._text(row, column)):
                self.unread.append(row)

    def table(self) -> Table:
        """Return the rows and columns that are shown."""
        shown = (number for number in self._numbers() if number not in self.hidden_rows)
        return Table([self._row(number) for number in shown], self.name)

    def unseen(self) -> int:
        """Return how many cells that are not shown hold an address."""
        return sum(
            (self.hidden or row in self.hidden_rows or column in self.hidden_columns)
            and bool(column in self.hrefs.get(row, ()) or extract(self._text(row, column)).found)
            for row in self._numbers()
            for column in self.texts.get(row, {}).keys() | self.hrefs.get(row, {}).keys()
        )

    def _numbers(self) -> list[int]:
        return sorted(self.texts.keys() | self.hrefs.keys())

    def _row(self, number: int) -> Row:
        texts, hrefs = self.texts.get(number, {}), self.hrefs.get(number, {})
        shown = {n: text for n, text in texts.items() if n not in self.hidden_columns}
        return Row(
            number,
            [shown.get(column, "") for column in range(max(shown, default=-1) + 1)],
            {column: to for column, to in hrefs.items() if column not in self.hidden_columns},
        )

    def _text(self, row: int, column: int) -> str:
        return self.texts.get(row, {}).get(column, "")


def content_of(grids: Iterable[Grid], title: str = "") -> Content:
    """Return what the sheets that are shown hold; raises `UnreadableError`."""
    sheets = list(grids)
    for sheet in sheets:
        sheet.follow_formulas()
    tables = [sheet.table() for sheet in sheets if not sheet.hidden]
    if not title and len(tables) == 1:
        title = tabular.title(tables[0])
    records = (record for table in tables for record in tabular.records(table))
    return content(records, title, _notices(sheets))


def _notices(sheets: Iterable[Grid]) -> Iterator[Notice]:
    if unseen := sum(sheet.unseen() for sheet in sheets):
        yield Notice(None, "addresses_hidden", str(unseen))
    for sheet in sheets:
        for row in sheet.unread:
            yield Notice(Place(PlaceKind.ROW, row), "address_computed")
