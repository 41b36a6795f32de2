"""The export as BibTeX, with the fields of BibLaTeX for dates and pages of the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from perenne.report.exporting import words
from perenne.report.exporting.items import Kind
from perenne.report.exporting.keys import keys
from perenne.report.exporting.names import name
from perenne.texts.plain import address, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from perenne.report.exporting.items import Exported, Item

ENDINGS = (".bib", ".bibtex")
_TYPES = {Kind.ARTICLE: "article", Kind.BOOK: "book", Kind.PAGE: "online", Kind.DOCUMENT: "misc"}
_SOURCES = {
    Kind.ARTICLE: "journal",
    Kind.BOOK: "publisher",
    Kind.PAGE: "organization",
    Kind.DOCUMENT: "publisher",
}
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL = re.compile(r"[\\{}~^#$%&_]")
_NOT_IN_ADDRESS = re.compile(r"[\\{}\"]")


def written(exported: Exported) -> bytes:
    """Return the entries."""
    named = zip(keys(exported.items), exported.items, strict=True)
    return "\n".join(_entry(key, item, exported.zone) for key, item in named).encode()


def _entry(key: str, item: Item, zone: tzinfo) -> str:
    fields = ((field, value) for field, value in _fields(item, zone) if value)
    said = "".join(f"  {field} = {{{value}}},\n" for field, value in fields)
    return f"@{_TYPES[item.kind]}{{{key},\n{said}}}\n"


def _fields(item: Item, zone: tzinfo) -> Iterator[tuple[str, str]]:
    reference = item.reference
    yield "title", _text(reference.title)
    yield "author", " and ".join(map(_author, reference.authors))
    yield _SOURCES[item.kind], _text(reference.source)
    yield "date", reference.date_iso
    yield "year", reference.date_iso[:4] or _text(reference.date)
    if item.kind is Kind.ARTICLE:
        yield "pages", _text(item.span).replace("-", "--")
    elif item.kind is Kind.BOOK:
        yield "pagetotal", _text(item.count)
    else:
        yield "pages", _text(reference.pages)
    for number, link in enumerate(item.links):
        # The name under which programs look for further addresses (BibDesk).
        yield f"bdsk-url-{number}" if number else "url", _address(link.address)
    yield "keywords", _text(", ".join(word.replace(",", " ") for word in words.keywords(item)))
    yield "note", _text(" ".join(words.notes(item, zone)))


def _author(written: str) -> str:
    said = name(written)
    family = _text(said.family)
    return f"{family}, {_text(said.given)}" if said.given else f"{{{family}}}"


def _text(value: str) -> str:
    return _SPECIAL.sub(lambda found: _COMMANDS.get(found[0], f"\\{found[0]}"), one_line(value))


def _address(url: str) -> str:
    """Return an address as it is: LaTeX reads none of its letters in such a field."""
    return _NOT_IN_ADDRESS.sub(lambda found: quote(found[0]), address(url))
