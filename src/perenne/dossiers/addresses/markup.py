"""Addresses in markup: in its texts alone, or in its attributes too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.escapes import NONE, XML
from perenne.dossiers.addresses.replacing import replaced

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

_PIECES = re.compile(r"<!--.*?-->|<!\[CDATA\[(?P<raw>.*?)\]\]>|<[^<>]*>|(?P<text>[^<]+)", re.DOTALL)


def in_texts(text: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return XML with addresses replaced where its elements hold them as their text."""

    def put(piece: re.Match[str]) -> str:
        if piece["text"]:
            return replaced(piece[0], changes, done, XML)
        if piece["raw"]:
            return f"<![CDATA[{replaced(piece['raw'], changes, done, NONE)}]]>"
        return piece[0]

    return _PIECES.sub(put, text)


def anywhere(text: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return XML with addresses replaced in texts and attributes."""
    return replaced(text, changes, done, XML)
