"""Zotero RDF → references, in the sections that its collections are.

Items come first, then the notes and attachments that they name, then the collections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.bibliography.blocks import clean
from perenne.dossiers.packages import xml
from perenne.dossiers.records.record import Record, content, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from perenne.dossiers.content import Content

NAMESPACE = "http://www.zotero.org/namespaces/export#"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_Z = f"{{{NAMESPACE}}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_BIB = "{http://purl.org/net/biblio#}"
_FOAF = "{http://xmlns.com/foaf/0.1/}"
_LINK = "{http://purl.org/rss/1.0/modules/link/}link"
_ABOUT, _RESOURCE = f"{_RDF}about", f"{_RDF}resource"
_PART, _SERIES = f"{_BIB}Part", f"{_BIB}Series"
_PEOPLE = tuple(f"{space}{role}" for space, role in (
    (_BIB, "authors"), (_Z, "interviewees"), (_Z, "directors"), (_Z, "podcasters"),
    (_Z, "presenters"), (_Z, "programmers"), (_BIB, "editors"), (_BIB, "contributors"),
))  # fmt: skip
"""In the order in which they stand for authors; Zotero names them by the kind of item."""
_LINKED = "3"
"""`linkMode` of an attachment that is a link, and no copy (Zotero, attachments.js)."""


def read(data: bytes) -> Content:
    """Return the references of an export; raises `UnreadableError`."""
    return content(_Export(xml(data)).records())


class _Export:
    """One file, whose parts name each other."""

    def __init__(self, root: Element) -> None:
        linked = {link.get(_RESOURCE) for link in root.iter(_LINK)}
        self._items = [part for part in root if _is_item(part, linked)]
        self._named = {part.get(_ABOUT, ""): part for part in root}
        self._sections = _sections(root)

    def records(self) -> Iterator[Record]:
        """Yield the items in their order."""
        for number, item in enumerate(self._items, 1):
            yield self._record(number, item)

    def _record(self, number: int, item: Element) -> Record:
        wholes = list(self._wholes(item))
        titles = (_text(whole, f"{_DC}title") for whole in wholes if whole.tag != _PART)
        texts = (f"{_TERMS}abstract", f"{_DC}description")
        return Record(
            numbered(number),
            title=_text(item, f"{_DC}title"),
            authors=_people(item),
            source=next(filter(None, titles), "") or _publisher(item),
            date=_text(item, f"{_DC}date"),
            pages=_text(item, f"{_BIB}pages") or _number_of_pages(item),
            section=self._sections.get(item.get(_ABOUT, ""), ""),
            # Zotero gives the DOI of an article to the journal around it.
            addresses=[
                i for part in (item, *wholes, *self._links(item)) for i in _identifiers(part)
            ],
            texts=[*(_text(item, tag) for tag in texts), *self._notes(item)],
        )

    def _wholes(self, item: Element) -> Iterator[Element]:
        """Yield what the item is part of, and what that is part of; series say nothing of it."""
        for part in item.findall(f"{_TERMS}isPartOf"):
            whole = part[0] if len(part) else self._named.get(part.get(_RESOURCE, ""))
            if whole is not None and whole.tag != _SERIES:
                yield whole
                if whole.tag == _PART:
                    yield from self._wholes(whole)

    def _links(self, item: Element) -> Iterator[Element]:
        """Yield the attachments that are links; copies are of what is cited already."""
        for link in item.findall(_LINK):
            part = self._named.get(link.get(_RESOURCE, ""))
            if part is not None and _text(part, f"{_Z}linkMode") == _LINKED:
                yield part

    def _notes(self, item: Element) -> Iterator[str]:
        for reference in item.findall(f"{_TERMS}isReferencedBy"):
            part = self._named.get(reference.get(_RESOURCE, ""))
            if part is not None and part.tag == f"{_BIB}Memo":
                yield _text(part, f"{_RDF}value")


def _is_item(part: Element, linked: set[str | None]) -> bool:
    """Tell an item, or an attachment that stands for itself, from what belongs to items."""
    kind = _text(part, f"{_Z}itemType")
    alone = kind == "attachment" and part.get(_ABOUT) not in linked
    return kind not in ("", "note", "attachment") or alone


def _sections(root: Element) -> dict[str, str]:
    """Return the title of the (first) collection that each item is in, by what names the item."""
    found: dict[str, str] = {}
    for collection in root.findall(f"{_Z}Collection"):
        title = _text(collection, f"{_DC}title")
        for part in collection.findall(f"{_TERMS}hasPart"):
            found.setdefault(part.get(_RESOURCE, ""), title)
    return found


def _identifiers(item: Element) -> Iterator[str]:
    for identifier in item.findall(f"{_DC}identifier"):
        address = identifier.find(f"{_TERMS}URI/{_RDF}value")
        text = (identifier.text if address is None else address.text) or ""
        if address is not None or text.strip().startswith("DOI "):
            yield text


def _people(item: Element) -> list[str]:
    for role in _PEOPLE:
        people = [_name(person) for person in item.iterfind(f"{role}//{_FOAF}Person")]
        if people:
            return people
    return []


def _name(person: Element) -> str:
    surname = _text(person, f"{_FOAF}surname")
    return f"{surname} {_text(person, f'{_FOAF}givenName') or _text(person, f'{_FOAF}givenname')}"


def _publisher(item: Element) -> str:
    name = item.find(f"{_DC}publisher//{_FOAF}name")
    return "" if name is None else name.text or ""


def _number_of_pages(item: Element) -> str:
    pages = _text(item, f"{_Z}numPages")
    return f"{pages} p." if pages.isdecimal() else pages


def _text(element: Element, tag: str) -> str:
    return clean(element.findtext(tag) or "")
