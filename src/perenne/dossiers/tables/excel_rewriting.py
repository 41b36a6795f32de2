"""A workbook of Excel with addresses replaced in cells, formulas and links; other parts stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.domain.identifiers import for_fields
from perenne.dossiers.addresses.anchors import led_elsewhere
from perenne.dossiers.addresses.escapes import XML, Escapes
from perenne.dossiers.addresses.replacing import replaced
from perenne.dossiers.editing import edited_xml
from perenne.dossiers.packages import Package

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

_PARTS = re.compile(
    r"xl/(?:sharedStrings\.xml|worksheets/[^/]+\.xml|worksheets/_rels/[^/]+\.rels)", re.IGNORECASE
)
_SEAM = (
    r"</(?:\w+:)?t>\s*</(?:\w+:)?r>\s*<(?:\w+:)?r(?:\s[^<>]*)?>\s*"
    r"(?:<(?:\w+:)?rPr(?:\s[^<>]*)?/>|<(?:\w+:)?rPr(?:\s[^<>]*)?>(?:(?!</(?:\w+:)?rPr>).)*</(?:\w+:)?rPr>)?"
    r"\s*<(?:\w+:)?t(?:\s[^<>]*)?>"
)
"""Where a text goes on in other letters: bold, another colour."""
_IN_RUNS = Escapes(
    re.compile(f"{XML.pattern.pattern}|{_SEAM}", re.DOTALL),
    lambda written: "" if written.startswith("<") else XML.meaning(written),
    XML.write,
)


_FORMULA = re.compile(r"(<(?:\w+:)?f(?:\s[^<>]*)?>[^<]*)")
_LONGEST_TEXT = 255
"""Letters of a text within a formula; of more, Excel says that the file is damaged."""


def rewritten(data: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the workbook; `done` counts where each address stood."""
    allowed = for_fields(changes)
    package = Package(data)
    parts = led_elsewhere(package, allowed, done)
    for name in filter(_PARTS.fullmatch, package.names()):
        content = parts.get(name) or package.read(name)
        new = edited_xml(content, allowed, lambda text, c: _part(text, c, done))
        if new != content:
            parts[name] = new
    return package.repacked(parts) if parts else data


def _part(text: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    short = {old: new for old, new in changes.items() if len(new) <= _LONGEST_TEXT}
    if len(short) == len(changes):
        return replaced(text, changes, done, _IN_RUNS)
    pieces = enumerate(_FORMULA.split(text))  # every second one is a formula
    return "".join(replaced(p, short if n % 2 else changes, done, _IN_RUNS) for n, p in pieces)
