"""Links of Excel whose address has an anchor: the sheet keeps it apart from where they lead."""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape
from typing import TYPE_CHECKING

from perenne.dossiers.editing import edited_xml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from perenne.dossiers.packages import Package

_SHEET = re.compile(r"xl/worksheets/(?P<name>[^/]+\.xml)", re.IGNORECASE)
_LINK = re.compile(r"<(?:\w+:)?hyperlink\s[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_LOCATION = re.compile(r"\slocation=(?:\"([^\"]*)\"|'([^']*)')")
_NAMED = re.compile(r"\s\w+:id=(?:\"([^\"]*)\"|'([^']*)')")
_ID = re.compile(r"\sId=(?:\"([^\"]*)\"|'([^']*)')")
_TARGET = re.compile(r"\sTarget=(?:\"([^\"]*)\"|'([^']*)')")


def led_elsewhere(
    package: Package, changes: Mapping[str, str], done: Counter[str]
) -> dict[str, bytes]:
    """Return the parts that changed, where the address with its anchor was to be replaced.

    What leads several links somewhere at once is left.
    """
    with_anchor = {old: new for old, new in changes.items() if "#" in old}
    parts: dict[str, bytes] = {}
    for found in filter(None, map(_SHEET.fullmatch, package.names() if with_anchor else ())):
        name = f"xl/worksheets/_rels/{found['name']}.rels"
        sheet = _Sheet(package.read(name))
        content = edited_xml(package.read(found[0]), with_anchor, sheet.links)
        if sheet.targets:
            parts |= {found[0]: content, name: edited_xml(package.read(name), {}, sheet.relations)}
            done.update(sheet.done)
    return parts


class _Sheet:
    """The links of one sheet, and the relations that say where they lead."""

    def __init__(self, relations: bytes) -> None:
        self.done: Counter[str] = Counter()
        self.targets: dict[str, str] = {}
        self._led = {
            _value(_ID, tag): _value(_TARGET, tag)
            for tag in _RELATION.findall(relations.decode("utf-8", "replace"))
        }

    def links(self, text: str, bearable: Mapping[str, str]) -> str:
        """Return a sheet with the new anchors, and note the new targets."""
        used = Counter(_value(_NAMED, tag) for tag in _LINK.findall(text))

        def put(found: re.Match[str]) -> str:
            tag, name = found[0], _value(_NAMED, found[0])
            old = f"{self._led.get(name, '')}#{_value(_LOCATION, tag)}"
            if old not in bearable or used[name] > 1:
                return tag
            self.done[old] += 1
            self.targets[name], mark, anchor = bearable[old].partition("#")
            location = f' location="{escape(anchor)}"' if mark else ""
            return _LOCATION.sub(lambda _location: location, tag)

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
    return unescape(found[1] or found[2] or "") if found else ""
