"""The lines of a PDF page, and the addresses that are set on them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage

HYPHEN = "\x02"
"""What pdfium puts for a hyphen that cuts a word at the end of a line; the next line is joined."""

_OTHER_HYPHEN = 0xFFFE
_BREAKS = "\r\n"
_LONGEST_ADDRESS = 8_192


@dataclass(slots=True)
class Glyph:
    """A character, and where it is set (points from the lower left; None for what is added)."""

    text: str
    box: tuple[float, float, float, float] | None
    base: float = 0.0
    size: float = 0.0


@dataclass(slots=True)
class PageLine:
    """A line of a page: its text with links in place, its base line, how far it reaches, its size.

    In points.
    """

    text: str
    base: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class _Link:
    left: float
    bottom: float
    right: float
    top: float
    url: str

    def covers(self, glyph: Glyph) -> bool:
        """Tell whether the middle of a character lies in the link."""
        if glyph.box is None:
            return False
        left, bottom, right, top = glyph.box
        x, y = (left + right) / 2, (bottom + top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def lines_of(page: PdfPage) -> list[PageLine]:
    """Return the lines of a page, in the order of its text."""
    links = list(_links(page))
    told: set[str] = set()
    return [_line(glyphs, links, told) for glyphs in _split(_glyphs(page))]


def _glyphs(page: PdfPage) -> Iterator[Glyph]:
    textpage = page.get_textpage()
    try:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for index in range(textpage.count_chars()):
            code = pdfium.FPDFText_GetUnicode(textpage, index)
            added = pdfium.FPDFText_IsGenerated(textpage, index) == 1
            found = not added and pdfium.FPDFText_GetCharBox(
                textpage, index, left, right, bottom, top
            )
            text = HYPHEN if code == _OTHER_HYPHEN else chr(code)
            if not found:
                yield Glyph(text, None)
                continue
            box = (left.value, bottom.value, right.value, top.value)
            pdfium.FPDFText_GetCharOrigin(textpage, index, left, bottom)
            yield Glyph(text, box, bottom.value, pdfium.FPDFText_GetFontSize(textpage, index))
    finally:
        textpage.close()


def _split(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text not in _BREAKS:
            line.append(glyph)
        elif line:
            yield line
            line = []
    if line:
        yield line


def _line(glyphs: list[Glyph], links: list[_Link], told: set[str]) -> PageLine:
    """Return a line; a link is written `<address>` once, in the place of its label or after it."""
    boxes = [glyph.box for glyph in glyphs if glyph.box is not None]
    low, high = min((b[1] for b in boxes), default=0.0), max((b[3] for b in boxes), default=0.0)
    near = [link for link in links if link.bottom <= high and link.top >= low]
    texts: list[str] = []
    current: _Link | None = None
    label: list[str] = []
    for glyph in glyphs:
        over = next((link for link in near if link.covers(glyph)), None)
        if glyph.box is None and current is not None:
            over = current  # a space that was added within the label
        if over != current:
            texts.append(_linked(current, "".join(label), told))
            label, current = [], over
        (label if current else texts).append(glyph.text)
    texts.append(_linked(current, "".join(label), told))
    first = next((glyph for glyph in glyphs if glyph.box is not None), Glyph("", None))
    right = max((b[2] for b in boxes), default=0.0)
    return PageLine("".join(texts).strip(), first.base, right, first.size)


def _linked(link: _Link | None, label: str, told: set[str]) -> str:
    """Return what stands for a link: a label that is an address gives way to where it leads."""
    if link is None:
        return ""
    shown = label.strip()
    is_address = ("/" in shown and " " not in shown) or shown.lower().startswith(("http", "www."))
    text = "" if is_address else label
    if link.url in told:  # a label that goes on, on the next line
        return "" if shown.replace(" ", "") in link.url else text
    told.add(link.url)
    return f"{text} <{link.url}> "


def _links(page: PdfPage) -> Iterator[_Link]:
    """Yield the links of a page to addresses outside the document."""
    position, annotation = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, annotation):
        url = _address(page, annotation)
        rect = pdfium.FS_RECTF()
        if url and pdfium.FPDFLink_GetAnnotRect(annotation, rect):
            bottom, top = sorted((rect.bottom, rect.top))
            left, right = sorted((rect.left, rect.right))
            yield _Link(left, bottom, right, top, url)


def _address(page: PdfPage, annotation: object) -> str:
    action = pdfium.FPDFLink_GetAction(annotation)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    size = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0)
    if not 1 < size <= _LONGEST_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(page.pdf, action, buffer, size)
    return buffer.raw[: size - 1].decode("utf-8", "replace").strip()
