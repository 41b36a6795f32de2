"""How formats write the characters that mean something to them, and what is meant by them."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape


@dataclass(frozen=True, slots=True)
class Escapes:
    """What is written otherwise than meant (`pattern`), what it means, and how to write it.

    `write` takes a new address, and how the old one was written, whose habits it follows. What
    means nothing at all is markup between two pieces of one text.
    """

    pattern: re.Pattern[str]
    meaning: Callable[[str], str]
    write: Callable[[str, str], str]


class Seen:
    """A text as it is meant, each letter of which knows where it is written."""

    def __init__(self, written: str, escapes: Escapes) -> None:
        self._written = written
        self._starts, self._ends, self._shifts = [0], [0], [0]
        pieces, at, length = list[str](), 0, 0
        for found in escapes.pattern.finditer(written):
            meant = escapes.meaning(found[0])
            pieces += (written[at : found.start()], meant)
            length += found.start() - at
            at = found.end()
            self._note(length, length + len(meant), at)
            length += len(meant)
        self.text = "".join((*pieces, written[at:]))

    def _note(self, start: int, end: int, source_end: int) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._shifts.append(source_end - end)

    def start(self, index: int) -> int:
        """Return where the letter of an index begins in what is written."""
        known = bisect_right(self._ends, index) - 1
        return index + self._shifts[known]

    def end(self, index: int) -> int:
        """Return where the letter before an index ends in what is written."""
        known = bisect_right(self._starts, index - 1) - 1
        return max(self._ends[known], index) + self._shifts[known]

    def within(self, start: int, end: int) -> str:
        """Return what is written for the letters from `start` to `end`."""
        return self._written[self.start(start) : self.end(end)]


NONE = Escapes(re.compile(r"(?!)"), str, lambda new, _old: new)
"""Nothing means anything but itself."""
XML = Escapes(
    re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"),
    unescape,
    lambda new, _old: escape(new),
)
"""XML and HTML, in texts and attributes."""
QUOTES = Escapes(re.compile('""'), lambda _written: '"', lambda new, _old: new.replace('"', '""'))
"""A quoted cell of CSV (RFC 4180)."""


def _in_json(new: str, old: str) -> str:
    made = json.dumps(new, ensure_ascii=r"\u" in old)[1:-1]
    return made.replace("/", r"\/") if r"\/" in old else made


JSON = Escapes(
    re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
               r"|\\u[0-9a-fA-F]{4}|\\[\"\\/bfnrt]"),
    lambda written: str(json.loads(f'"{written}"')),
    _in_json,
)  # fmt: skip
"""A text of JSON (RFC 8259)."""
