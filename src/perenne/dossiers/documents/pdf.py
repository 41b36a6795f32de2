"""A PDF → paragraphs: its lines are laid out as text, links beside what they are set on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2

from perenne.domain.references import Place, PlaceKind
from perenne.dossiers.content import Content
from perenne.dossiers.documents import plain
from perenne.dossiers.documents.pdf_layout import Row, rows
from perenne.dossiers.documents.pdf_pages import lines_of
from perenne.dossiers.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perenne.dossiers.bibliography.blocks import Block

_PASSWORD = "password"  # noqa: S105 - what the library says of a protected file
MOST_PAGES = 2_000


def content(data: bytes) -> Content:
    """Return what a document holds; raises `UnreadableError`."""
    document = _open(data)
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableError("file_too_heavy")
        laid_out = rows([lines_of(page) for page in document])
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("file_damaged", str(error)) from error
    finally:
        document.close()
    if not any(row.text for row in laid_out):
        raise UnreadableError("file_scanned")
    return Content(blocks=tuple(_blocks(laid_out)))


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = _PASSWORD in str(error).lower()
        code = "file_encrypted" if protected else "file_damaged"
        raise UnreadableError(code, str(error)) from error


def _blocks(laid_out: list[Row]) -> Iterable[Block]:
    """Return the paragraphs of the text, placed by pages instead of lines."""
    for block in plain.blocks("\n".join(row.text for row in laid_out)):

        def paged(place: Place | None) -> Place:
            number = place.number if place else 1
            return Place(PlaceKind.PAGE, laid_out[number - 1].page)

        yield replace(
            block,
            place=paged(block.place),
            citations=tuple(replace(c, place=paged(c.place)) for c in block.citations),
            notices=tuple(replace(n, place=paged(n.place)) for n in block.notices),
        )
