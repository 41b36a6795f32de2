"""What the styles of a Word document say of a paragraph: a heading, an item of a list, hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|titre|überschrift|título|titolo) ?([1-6])", re.IGNORECASE)
"""Word names its own styles in English inside the file; other programs in their language."""

_LEVELS = 6
_OFF = ("0", "false", "off")


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}

    def level(self, properties: Element | None) -> int:
        """Return 1 to 6 for a heading, 0 for anything else."""
        own = _number(properties, f"{W}outlineLvl")
        if own is not None:
            return own + 1 if own < _LEVELS else 0
        for style in self._chain(_value(properties, f"{W}pStyle")):
            name = _value(style, f"{W}name")
            if match := _HEADING.fullmatch(name):
                return int(match[1])
            outline = _number(style.find(f"{W}pPr"), f"{W}outlineLvl")
            if outline is not None and outline < _LEVELS:
                return outline + 1
        return 0

    def is_title(self, properties: Element | None) -> bool:
        """Tell whether a paragraph is set as the title of the document."""
        chain = self._chain(_value(properties, f"{W}pStyle"))
        return any(_value(style, f"{W}name").lower() in ("title", "titre") for style in chain)

    def listed(self, properties: Element | None) -> bool:
        """Tell whether a paragraph is an item of a list with bullets or numbers."""
        if _number(properties, f"{W}numPr/{W}numId"):
            return True
        chain = self._chain(_value(properties, f"{W}pStyle"))
        return any(_number(style.find(f"{W}pPr"), f"{W}numPr/{W}numId") for style in chain)

    def hidden(self, run: Element) -> bool:
        """Tell whether a run is set as hidden text."""
        vanish = run.find(f"{W}rPr/{W}vanish")
        return vanish is not None and vanish.get(f"{W}val", "1") not in _OFF

    def _chain(self, name: str) -> list[Element]:
        """Return a style and those it is based on."""
        chain: list[Element] = []
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            name = _value(chain[-1], f"{W}basedOn")
        return chain


def _value(element: Element | None, path: str) -> str:
    found = None if element is None else element.find(path)
    return "" if found is None else found.get(f"{W}val", "")


def _number(element: Element | None, path: str) -> int | None:
    value = _value(element, path)
    return int(value) if value.isdecimal() else None
