"""OpenDocument spreadsheets (ISO/IEC 26300) → sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import dates
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.packages import Package
from perenne.dossiers.tables.grids import Grid, content_of
from perenne.dossiers.tables.table import MOST_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from perenne.dossiers.content import Content

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE, _TEXT, _OFFICE, _STYLE = (_NS % name for name in ("table", "text", "office", "style"))
_HREF = "{http://www.w3.org/1999/xlink}href"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_WORDS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_UNSEEN = {f"{_OFFICE}annotation"}
_LAST_ROW = 1_048_576


def read(data: bytes) -> Content:
    """Return the references in the sheets that are shown; raises `UnreadableError`."""
    package = Package(data)
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise UnreadableError("file_encrypted")
    root = package.xml("content.xml")
    book = None if root is None else root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
    if root is None or book is None:
        raise UnreadableError("file_damaged", "content.xml")
    meta = package.xml("meta.xml")
    title = "" if meta is None else meta.findtext(".//{http://purl.org/dc/elements/1.1/}title")
    hidden = _hidden_styles(root)
    return content_of((_grid(t, hidden) for t in book.iterfind(f"{_TABLE}table")), title or "")


def _hidden_styles(root: Element) -> set[str]:
    """Return the names of the styles in which a sheet is not shown."""
    return {
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iterfind(f"{_STYLE}table-properties")
        if properties.get(f"{_TABLE}display") == "false"
    }


def _grid(table: Element, hidden: set[str]) -> Grid:
    name, style = table.get(f"{_TABLE}name", ""), table.get(f"{_TABLE}style-name", "")
    grid = Grid(name, style in hidden)
    column = 0
    for element in table.iter(f"{_TABLE}table-column"):
        repeated = _times(element, "columns")
        if not _is_shown(element):
            grid.hidden_columns |= set(range(column, min(column + repeated, MOST_COLUMNS)))
        column += repeated
    row = 1
    for element in table.iter(f"{_TABLE}table-row"):
        _write_row(grid, row, element)
        row = min(row + _times(element, "rows"), _LAST_ROW)
    return grid


def _write_row(grid: Grid, number: int, row: Element) -> None:
    if not _is_shown(row):
        grid.hidden_rows.add(number)
    column = 0
    for cell in row.iterchildren(*_CELLS):
        for link in cell.iterfind(f"{_TEXT}p//{_TEXT}a"):
            grid.link(number, column, link.get(_HREF, "").strip())
        if len(cell):
            grid.write(number, column, _shown(cell), cell.get(f"{_TABLE}formula", ""))
        column += _times(cell, "columns")


def _shown(cell: Element) -> str:
    """Return the text of a cell; of a date the one that says when, as shown or as stored."""
    text = "\n".join("".join(_said(part)) for part in cell.iterfind(f"{_TEXT}p"))
    stored = cell.get(f"{_OFFICE}date-value", "").partition("T")[0]
    return stored if stored and not dates.iso(text) else text


def _said(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _WORDS:
            yield _WORDS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield from _said(child)
        yield child.tail or ""


def _is_shown(element: Element) -> bool:
    return element.get(f"{_TABLE}visibility", "visible") == "visible"


def _times(element: Element, things: str) -> int:
    count = element.get(f"{_TABLE}number-{things}-repeated", "1")
    return max(1, min(int(count) if count.isdecimal() else 1, _LAST_ROW))
