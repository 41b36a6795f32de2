"""The numbers of headings: ``I –``, ``II.``, ``3 -``, ``B)``, ``Partie IV :``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERED = re.compile(
    r"(?:(?:partie|chapitre|axe|thème|section)\s+)?"
    r"(?:(?P<roman>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))|(?P<digits>\d{1,2})(?:\.\d{1,2})*|(?P<letter>[A-H]))"
    r"\s*[-–—.):/]+\s*(?=[^\W\d_]|[«“\"'\[(])",
    re.IGNORECASE,
)
_VALUES = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A heading's number, and whether it is roman: then it is hardly anything else."""

    value: int
    roman: bool


def numeral(text: str) -> Numeral | None:
    """Return the number that a heading begins with, None where there is none."""
    found = _NUMBERED.match(text)
    if found is None or text[0].islower():
        return None
    if roman := found["roman"]:
        return Numeral(_roman(roman.upper()), roman=roman.isupper())
    letter = found["letter"]
    return Numeral(int(found["digits"]) if not letter else ord(letter.upper()) - 64, roman=False)


def without_numeral(text: str) -> str:
    """Return a heading without its number."""
    return _NUMBERED.sub("", text, count=1)


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
