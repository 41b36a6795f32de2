"""Links whose address has an anchor: Office keeps it apart from where they lead."""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape
from typing import TYPE_CHECKING

from perenne.dossiers.editing import edited_xml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from perenne.dossiers.packages import Package

_PART = re.compile(
    r"(?P<folder>xl/worksheets/|word/)"
    r"(?P<name>(?:(?<=worksheets/)[^/]+|document|footnotes|endnotes)\.xml)",
    re.IGNORECASE,
)
_LINK = re.compile(r"<(?:\w+:)?hyperlink\s[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_VALUE = r"=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')"
_ANCHOR = re.compile(rf"\s(?P<name>location|\w+:anchor){_VALUE}")
"""Of Excel, and of Word."""
_NAMED = re.compile(rf"\s\w+:id{_VALUE}")
_ID = re.compile(rf"\sId{_VALUE}")
_TARGET = re.compile(rf"\sTarget{_VALUE}")


def led_elsewhere(
    package: Package, changes: Mapping[str, str], done: Counter[str]
) -> dict[str, bytes]:
    """Return the parts that changed, where the address with its anchor was to be replaced.

    What leads links with several anchors somewhere at once is left.
    """
    with_anchor = {old: new for old, new in changes.items() if "#" in old}
    parts: dict[str, bytes] = {}
    for found in filter(None, map(_PART.fullmatch, package.names() if with_anchor else ())):
        name = f"{found['folder']}_rels/{found['name']}.rels"
        part = _Part(package.read(name))
        content = edited_xml(package.read(found[0]), with_anchor, part.links)
        if part.targets:
            parts |= {found[0]: content, name: edited_xml(package.read(name), {}, part.relations)}
            done.update(part.done)
    return parts


class _Part:
    """The links of a sheet or a text, and the relations that say where they lead."""

    def __init__(self, relations: bytes) -> None:
        self.done: Counter[str] = Counter()
        self.targets: dict[str, str] = {}
        self._led = {
            _value(_ID, tag): _value(_TARGET, tag)
            for tag in _RELATION.findall(relations.decode("utf-8", "replace"))
        }

    def links(self, text: str, bearable: Mapping[str, str]) -> str:
        """Return the part with the new anchors, and note the new targets."""
        links = {(_value(_NAMED, tag), _value(_ANCHOR, tag)) for tag in _LINK.findall(text)}
        shared = Counter(name for name, _anchor in links)

        def put(found: re.Match[str]) -> str:
            tag, name = found[0], _value(_NAMED, found[0])
            old = f"{self._led.get(name, '')}#{_value(_ANCHOR, tag)}"
            if old not in bearable or shared[name] > 1:
                return tag
            self.done[old] += 1
            self.targets[name], mark, anchor = bearable[old].partition("#")
            written = f'="{escape(anchor)}"' if mark else ""
            return _ANCHOR.sub(lambda a: f" {a['name']}{written}" if written else "", tag)

        return _LINK.sub(put, text)

    def relations(self, text: str, _bearable: Mapping[str, str]) -> str:
        """Return the relations with the new targets."""

        def put(found: re.Match[str]) -> str:
            new = self.targets.get(_value(_ID, found[0]))
            if new is None:
                return found[0]
            return _TARGET.sub(lambda _target: f' Target="{escape(new)}"', found[0])

        return _RELATION.sub(put, text)


def _value(attribute: re.Pattern[str], tag: str) -> str:
    found = attribute.search(tag)
    return unescape(found["double"] or found["single"] or "") if found else ""
