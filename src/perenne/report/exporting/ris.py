"""The export as RIS, as Zotero and other reference managers take it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.report.exporting import words
from perenne.report.exporting.items import Kind
from perenne.report.exporting.names import name
from perenne.texts.plain import address, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from perenne.report.exporting.items import Exported, Item

ENDINGS = (".ris",)
_TYPES = {Kind.ARTICLE: "JOUR", Kind.BOOK: "BOOK", Kind.PAGE: "ELEC", Kind.DOCUMENT: "GEN"}
_SOURCES = {Kind.ARTICLE: "T2", Kind.BOOK: "PB", Kind.PAGE: "T2", Kind.DOCUMENT: "PB"}


def written(exported: Exported) -> bytes:
    """Return the records, one line for each thing said."""
    lines = (line for item in exported.items for line in _lines(item, exported.zone))
    return "".join(f"{line}\r\n" for line in lines).encode()


def _lines(item: Item, zone: tzinfo) -> Iterator[str]:
    for tag, value in _tagged(item, zone):
        if value := one_line(value):
            yield f"{tag}  - {value}"
    yield "ER  - "
    yield ""


def _tagged(item: Item, zone: tzinfo) -> Iterator[tuple[str, str]]:
    reference = item.reference
    yield "TY", _TYPES[item.kind]
    yield "TI", reference.title
    for author in reference.authors:
        said = name(author)
        yield "AU", f"{said.family}, {said.given}" if said.given else said.family
    yield _SOURCES[item.kind], reference.source
    yield "DA", reference.date_iso.replace("-", "/") or reference.date
    yield "PY", reference.date_iso[:4]
    if item.kind is Kind.ARTICLE:
        first, _dash, last = item.span.partition("-")
        yield from (("SP", first), ("EP", last))
    else:
        yield "SP", reference.pages
    for link in item.links:
        yield "UR", address(link.address)
    for word in words.keywords(item):
        yield "KW", word
    for note in words.notes(item, zone):
        yield "N1", note
