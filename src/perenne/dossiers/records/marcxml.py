"""MARCXML, MarcXchange (ISO 25577) and PMB's own XML → the fields of each record.

The records may stand in an answer of SRU or OAI-PMH.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pymarc import Field, Indicators, Subfield

from perenne.dossiers.packages import xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_CONTROL = re.compile("[\x80-\x9f]")
"""Around what does not count in sorting (U+0088 and 0089, or 0098 and 009C)."""
_FIELDS = {"record": ("datafield", "tag", "code"), "notice": ("f", "c", "c")}
"""By the element of a record: that of a field, and how a tag and a code are given."""


def records(data: bytes) -> Iterator[list[Field]]:
    """Yield the data fields of each record; raises `UnreadableError`."""
    for element in xml(data).iter():
        kind = _name(element)
        if kind in _FIELDS and any(_name(child) == _FIELDS[kind][0] for child in element):
            yield list(_fields(element, *_FIELDS[kind]))


def _fields(record: Element, field: str, tag: str, code: str) -> Iterator[Field]:
    for element in record:
        if _name(element) == field and len(element):
            subfields = [
                Subfield(each.get(code, " "), _CONTROL.sub("", "".join(map(str, each.itertext()))))
                for each in element
            ]
            yield Field(element.get(tag, ""), _indicators(element), subfields)


def _indicators(element: Element) -> Indicators:
    both = element.get("ind")  # PMB gives them together
    first, second = (both[:1], both[1:2]) if both else (element.get("ind1"), element.get("ind2"))
    return Indicators(first or " ", second or " ")


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
