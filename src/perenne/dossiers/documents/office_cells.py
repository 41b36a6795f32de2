"""Where the paragraphs of tables stand, in Word's and in OpenDocument's texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from perenne.dossiers.documents.tabled import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element


class Names(NamedTuple):
    """What a format calls tables, rows, cells and paragraphs; what makes a row irregular.

    `odd`: elements anywhere in it; `spans`: attributes of its cells, where they are not 1.
    """

    table: str
    row: str
    cell: str
    paragraphs: tuple[str, ...]
    odd: tuple[str, ...]
    spans: tuple[str, ...] = ()


def cells_of(root: Element, names: Names, numbers: Iterator[int]) -> dict[Element, Cell]:
    """Return the cell of each paragraph; that of a table within a cell stands in that table.

    `numbers` gives each table one of its own.
    """
    found: dict[Element, Cell] = {}
    for table in root.iter(names.table):
        number = next(numbers)
        for row, line in enumerate(table.iter(names.row)):
            cells = line.findall(names.cell)
            regular = not _is_odd(line, cells, names)
            for column, cell in enumerate(cells):
                here = Cell(number, row, column, len(cells), regular)
                found |= dict.fromkeys(cell.iter(*names.paragraphs), here)
    return found


def _is_odd(row: Element, cells: list[Element], names: Names) -> bool:
    spanned = any(cell.get(span, "1") != "1" for cell in cells for span in names.spans)
    return spanned or next(row.iter(names.table, *names.odd), None) is not None
