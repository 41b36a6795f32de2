"""Excel workbooks (Office Open XML, ECMA-376) → sheets.

A cell leads somewhere by a relationship, by a formula (`HYPERLINK`), or by what is written in it.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from lxml import etree

from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.packages import Package
from perenne.dossiers.tables.excel_dates import Dates
from perenne.dossiers.tables.formulas import column_number
from perenne.dossiers.tables.grids import Grid, content_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from perenne.dossiers.content import Content

_BOOK = "xl/workbook.xml"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_LAST_COLUMN = 16_384


def read(data: bytes) -> Content:
    """Return the references in the sheets that are shown; raises `UnreadableError`."""
    package = Package(data)
    book = package.xml(_BOOK)
    if book is None:
        raise UnreadableError("file_damaged", _BOOK)
    core = package.xml("docProps/core.xml")
    title = "" if core is None else core.findtext("{http://purl.org/dc/elements/1.1/}title") or ""
    return content_of(_Book(package, book).sheets(), title)


class _Book:
    """Reads the parts of one workbook."""

    def __init__(self, package: Package, book: Element) -> None:
        self._package = package
        self._sheets = book.findall("{*}sheets/{*}sheet")
        self._targets = _relationships(package, "xl/_rels/workbook.xml.rels")
        self._strings = _strings(package.xml("xl/sharedStrings.xml"))
        properties = book.find("{*}workbookPr")
        from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._dates = Dates(package.xml("xl/styles.xml"), from_1904=from_1904)

    def sheets(self) -> Iterator[Grid]:
        """Yield the sheets in the order of their tabs."""
        for sheet in self._sheets:
            target = self._targets.get(sheet.get(f"{_R}id", ""), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if data := self._package.read(part):
                hidden = sheet.get("state", "visible") != "visible"
                grid = Grid(sheet.get("name", ""), hidden)
                self._fill(grid, part, data)
                yield grid

    def _fill(self, grid: Grid, part: str, data: bytes) -> None:
        folder, _slash, name = part.rpartition("/")
        targets = _relationships(self._package, f"{folder}/_rels/{name}.rels")
        row = 0
        for element in _elements(data, "row", "col", "hyperlink"):
            kind = etree.QName(element).localname
            if kind == "row":
                row = _number(element.get("r"), row + 1)
                self._write_row(grid, row, element)
            elif kind == "col" and _hides(element, "width"):
                first, last = _number(element.get("min"), 1), _number(element.get("max"), 1)
                grid.hidden_columns |= set(range(first - 1, min(last, _LAST_COLUMN)))
            elif kind == "hyperlink":
                _link(grid, element, targets)

    def _write_row(self, grid: Grid, number: int, row: Element) -> None:
        if _hides(row, "ht"):
            grid.hidden_rows.add(number)
        column = -1
        for cell in row:
            named = _CELL.fullmatch(cell.get("r", ""))
            column = column_number(named[1]) if named else column + 1
            formula = cell.findtext("{*}f") or ""
            grid.write(number, column, self._shown(cell), formula)

    def _shown(self, cell: Element) -> str:
        """Return the text of a cell, of a formula that of its last result."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(_said(part) for part in cell.iterfind("{*}is"))
        value = cell.findtext("{*}v") or ""
        if kind == "s":
            index = _number(value, -1)
            return self._strings[index] if 0 <= index < len(self._strings) else ""
        if kind == "n":
            return self._dates.shown(value, cell.get("s", "0"))
        return value.strip() if kind in ("str", "d") else ""


def _link(grid: Grid, element: Element, targets: dict[str, str]) -> None:
    cell = _CELL.match(element.get("ref", ""))
    names = [str(value) for key, value in element.items() if str(key).endswith("}id")]
    target = targets.get(names[0], "") if names else ""
    if cell and target:
        anchor = element.get("location", "")
        href = f"{target}#{anchor}" if anchor else target
        grid.link(int(cell[2]), column_number(cell[1]), href)


def _elements(data: bytes, *names: str) -> Iterator[Element]:
    """Yield the elements of these names as they end, and forget them; all namespaces."""
    tags = [f"{{*}}{name}" for name in names]
    parsing = etree.iterparse(
        io.BytesIO(data), tag=tags, resolve_entities=False, load_dtd=False, no_network=True
    )
    try:
        for _event, element in parsing:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise UnreadableError("file_damaged", str(error)) from error


def _relationships(package: Package, part: str) -> dict[str, str]:
    root = package.xml(part)
    return {} if root is None else {each.get("Id", ""): each.get("Target", "") for each in root}


def _strings(root: Element | None) -> Sequence[str]:
    return [] if root is None else [_said(item) for item in root.iterfind("{*}si")]


def _said(item: Element) -> str:
    """Return a text, whose runs may be set differently; how it is pronounced is left out."""
    parts = (*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t"))
    return "".join(part.text or "" for part in parts)


def _hides(element: Element, size: str) -> bool:
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() else otherwise
