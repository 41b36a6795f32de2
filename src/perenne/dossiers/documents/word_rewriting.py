"""A Word document with addresses replaced; every part that holds none is copied as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from perenne.dossiers.addresses.anchors import led_elsewhere
from perenne.dossiers.addresses.markup import anywhere
from perenne.dossiers.addresses.replacing import writable
from perenne.dossiers.addresses.slots import Slot, put_across
from perenne.dossiers.editing import edited_xml
from perenne.dossiers.packages import Package, xml

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_PIECES = (f"{_W}t", f"{_W}instrText")


def rewritten(data: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the document; `done` counts where each address stood."""
    changes = {old: writable(new) for old, new in changes.items()}
    package = Package(data)
    parts = led_elsewhere(package, changes, done)
    for name in package.names():
        if name.startswith("word/_rels/") or name in _TEXTS:
            content = parts.get(name) or package.read(name)
            new = edited_xml(content, changes, lambda t, c: anywhere(t, c, done))
            if new != content:
                parts[name] = new
    for name in _TEXTS:
        content = parts.get(name) or package.read(name)
        if content and (new := _across(content, changes, done)):
            parts[name] = new
    return package.repacked(parts) if parts else data


def _across(content: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the part in which an address ran over several runs, b"" where none did."""
    root = xml(content)
    found = False
    for paragraph in root.iter(f"{_W}p"):
        for kind in _PIECES:
            slots = [Slot(element) for element in paragraph.iter(kind)]
            found |= len(slots) > 1 and put_across(slots, changes, done)
    if not found:
        return b""
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
