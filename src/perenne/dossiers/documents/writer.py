"""An OpenDocument text → paragraphs, as a reader sees them.

Left out: what was deleted under tracked changes (it is kept apart in `text:tracked-changes`),
hidden text, comments, running heads and feet (they stand in `styles.xml`).
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography.blocks import clean
from perenne.dossiers.content import Content
from perenne.dossiers.documents.linked import Paragraph, blocks_of, spaced
from perenne.dossiers.documents.office_cells import Names, cells_of
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.packages import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _OFFICE, _STYLE = _NS % "text", _NS % "office", _NS % "style"
_TABLE = _NS % "table"
_HREF = "{http://www.w3.org/1999/xlink}href"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_NOTE = f"{_TEXT}note"
_UNSEEN = {
    f"{_TEXT}tracked-changes",
    f"{_TEXT}hidden-text",
    f"{_TEXT}hidden-paragraph",
    f"{_TEXT}note-citation",
    f"{_OFFICE}annotation",
    f"{_OFFICE}annotation-end",
    f"{_TEXT}table-of-content-source",
    f"{_TEXT}bibliography-source",
}
_WORDS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_TABLES = Names(
    f"{_TABLE}table",
    f"{_TABLE}table-row",
    f"{_TABLE}table-cell",
    _PARAGRAPHS,
    odd=(f"{_TABLE}covered-table-cell",),
    spans=tuple(
        f"{_TABLE}number-{what}" for what in ("columns-spanned", "rows-spanned", "columns-repeated")
    ),
)
_SPACES = f"{_TEXT}s"
_MOST_SPACES = 100
_DEEPEST = 6


def content(data: bytes) -> Content:
    """Return what a document holds; raises `UnreadableError`."""
    package = Package(data)
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise UnreadableError("file_encrypted")
    root = package.xml("content.xml")
    body = None if root is None else root.find(f"{_OFFICE}body")
    if root is None or body is None:
        raise UnreadableError("file_damaged", "content.xml")
    reading = _Reading(root, package.xml("styles.xml"))
    found = blocks_of(spaced(reading.paragraphs(body)))
    return Content(blocks=tuple(found), title=reading.title)


class _Reading:
    """Reads the text of one document."""

    def __init__(self, root: Element, styles: Element | None) -> None:
        both = [each for each in (root, styles) if each is not None]
        self._styles = {
            style.get(f"{_STYLE}name", ""): style
            for each in both
            for style in each.iter(f"{_STYLE}style")
        }
        self._cells = cells_of(root, _TABLES, count())
        self.title = ""

    def paragraphs(self, element: Element) -> Iterator[Paragraph]:
        """Yield the paragraphs in their order, those of tables, frames and notes too."""
        for child in element:
            if child.tag in _UNSEEN:
                continue
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child)
            else:
                yield from self.paragraphs(child)

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        """Yield a paragraph, and after it those that stand within: notes, frames."""
        paragraph = Paragraph(
            level=_level(element), bullet=_listed(element), cell=self._cells.get(element)
        )
        within: list[Element] = []
        self._take(element, paragraph, within, linked=False)
        if not self.title and self._is_title(element):
            self.title = clean("".join(paragraph.texts))
        else:
            yield paragraph
        for each in within:
            yield from self._paragraph(each)

    def _take(
        self, element: Element, paragraph: Paragraph, within: list[Element], *, linked: bool
    ) -> None:
        paragraph.say(element.text or "", linked=linked)
        for child in element:
            self._take_child(child, paragraph, within, linked=linked)
            paragraph.say(child.tail or "", linked=linked)

    def _take_child(
        self, child: Element, paragraph: Paragraph, within: list[Element], *, linked: bool
    ) -> None:
        if child.tag in _PARAGRAPHS:
            within.append(child)
        elif child.tag in _WORDS:
            paragraph.say(_WORDS[child.tag])
        elif child.tag == _SPACES:
            count = child.get(f"{_TEXT}c", "1")
            paragraph.say(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        elif child.tag not in _UNSEEN and not self._hidden(child):
            href = child.get(_HREF, "") if child.tag == f"{_TEXT}a" else ""
            if href:
                paragraph.hrefs.append(href.strip())
            self._take(child, paragraph, within, linked=linked or bool(href))

    def _hidden(self, span: Element) -> bool:
        style = self._styles.get(span.get(f"{_TEXT}style-name", ""))
        shown = None if style is None else style.find(f"{_STYLE}text-properties")
        return shown is not None and shown.get(f"{_TEXT}display") == "none"

    def _is_title(self, element: Element) -> bool:
        name = element.get(f"{_TEXT}style-name", "")
        while name:
            if name == "Title":
                return True
            style = self._styles.get(name)
            parent = "" if style is None else style.get(f"{_STYLE}parent-style-name", "")
            name = parent if parent != name else ""
        return False


def _level(element: Element) -> int:
    if element.tag != f"{_TEXT}h":
        return 0
    level = element.get(f"{_TEXT}outline-level", "1")
    return int(level) if level.isdecimal() and 1 <= int(level) <= _DEEPEST else 0


def _listed(element: Element) -> bool:
    return any(above.tag == f"{_TEXT}list-item" for above in element.iterancestors())
