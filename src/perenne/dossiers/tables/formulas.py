"""The address in a formula that makes a link: ``HYPERLINK("https://…", "label")``.

In files the name is English and the separator a comma (Office) or a semicolon (OpenDocument),
whatever the language of the program.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CALL = re.compile(r"\s*(?:of:)?=?\s*HYPERLINK\s*\(", re.IGNORECASE)
_PART = re.compile(
    r'\s*(?:"(?P<text>(?:[^"]|"")*)"|\[?\.?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})\]?)\s*'
    r"(?P<after>[&,;)])"
)


def is_link(formula: str) -> bool:
    """Tell a formula that makes a link."""
    return _CALL.match(formula) is not None


def target(formula: str, cell: Callable[[int, int], str]) -> str:
    """Return where the link of a formula leads, "" where that would have to be computed.

    Texts and cells that are put together (``&``) are read; `cell` returns the text of one, by
    its row, counted from 1, and its column, counted from 0.
    """
    call = _CALL.match(formula)
    position = call.end() if call else len(formula)
    said = ""
    while part := _PART.match(formula, position):
        said += (
            part["text"].replace('""', '"')
            if part["text"] is not None
            else cell(int(part["row"]), column_number(part["column"]))
        )
        if part["after"] != "&":
            return said
        position = part.end()
    return ""


def column_number(letters: str) -> int:
    """Return the number of a column, from 0, by its letters: A, B … Z, AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
