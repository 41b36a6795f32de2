"""An OpenDocument text with addresses replaced; every other part is copied as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from perenne.dossiers.addresses.markup import anywhere
from perenne.dossiers.addresses.replacing import writable
from perenne.dossiers.addresses.slots import Slot, put_across
from perenne.dossiers.editing import edited_xml
from perenne.dossiers.packages import Package, xml

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_PART = "content.xml"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")


def rewritten(data: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the document; `done` counts where each address stood."""
    changes = {old: writable(new) for old, new in changes.items()}
    package = Package(data)
    content = package.read(_PART)
    new = edited_xml(content, changes, lambda t, c: anywhere(t, c, done))
    new = _across(new, changes, done) or new
    return package.repacked({_PART: new}) if new != content else data


def _across(content: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the part in which an address ran over several spans, b"" where none did."""
    root = xml(content)
    found = False
    for paragraph in root.iter(*_PARAGRAPHS):
        slots = list(_slots(paragraph))
        found |= len(slots) > 1 and put_across(slots, changes, done)
    if not found:
        return b""
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made


def _slots(element: Element) -> Iterator[Slot]:
    """Yield the pieces of text of a paragraph, in their order."""
    yield Slot(element)
    for child in element:
        if child.tag not in _PARAGRAPHS:
            yield from _slots(child)
            yield Slot(child, behind=True)
