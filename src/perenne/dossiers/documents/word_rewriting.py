"""A Word document with addresses replaced; every part that holds none is copied as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from perenne.dossiers.addresses.anchors import led_elsewhere
from perenne.dossiers.addresses.markup import anywhere
from perenne.dossiers.addresses.replacing import writable
from perenne.dossiers.addresses.slots import Slot, put_across
from perenne.dossiers.documents import word_fields as fields
from perenne.dossiers.editing import edited_xml
from perenne.dossiers.packages import Package, xml

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_PIECES = (f"{_W}t", f"{_W}instrText")


def rewritten(data: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the document; `done` counts where each address stood."""
    changes = {old: writable(new) for old, new in changes.items()}
    package = Package(data)
    parts = led_elsewhere(package, changes, done)
    for name in _TEXTS:
        _remake(package, parts, name, lambda root: _fields(root, changes, done))
    for name in package.names():
        if name.startswith("word/_rels/") or name in _TEXTS:
            content = parts.get(name) or package.read(name)
            new = edited_xml(content, changes, lambda t, c: anywhere(t, c, done))
            if new != content:
                parts[name] = new
    for name in _TEXTS:
        _remake(package, parts, name, lambda root: _across(root, changes, done))
    return package.repacked(parts) if parts else data


def _remake(
    package: Package, parts: dict[str, bytes], name: str, change: Callable[[Element], bool]
) -> None:
    """Put a part of the package among those that changed, where `change` changes it."""
    content = parts.get(name) or package.read(name)
    root = xml(content) if content else None
    if root is not None and change(root):
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fields(root: Element, changes: Mapping[str, str], done: Counter[str]) -> bool:
    """Replace addresses that fields keep apart from their anchors; tell whether there was one."""
    before = done.total()
    for runs in _codes(root):
        code = "".join(run.text or "" for run in runs)
        if (new := fields.led_elsewhere(code, changes, done)) != code:
            runs[0].text = new
            for run in runs[1:]:
                run.text = ""
    for simple in root.iter(f"{_W}fldSimple"):
        name = f"{_W}instr"
        simple.set(name, fields.led_elsewhere(simple.get(name, ""), changes, done))
    return done.total() > before


def _codes(root: Element) -> Iterator[list[Element]]:
    """Yield the runs of the code of each field."""
    runs: list[Element] = []
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText"):
        if element.tag == f"{_W}instrText":
            runs.append(element)
        elif runs:
            yield runs
            runs = []


def _across(root: Element, changes: Mapping[str, str], done: Counter[str]) -> bool:
    """Replace addresses that run over several runs; tell whether there was one."""
    found = False
    for paragraph in root.iter(f"{_W}p"):
        for kind in _PIECES:
            slots = [Slot(element) for element in paragraph.iter(kind)]
            found |= len(slots) > 1 and put_across(slots, changes, done)
    return found
