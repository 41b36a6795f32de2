"""Dates in Excel are figures, which the style of their cell shows as dates (ECMA-376 18.8.30)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BUILT_IN = {14: "d m y", 15: "d m y", 16: "d m y", 17: "m y", 22: "d m y"} | dict.fromkeys(
    (*range(27, 37), *range(50, 59)), "d m y"
)
"""Numbers of formats that need no declaration, and the parts of a date that they show."""
_NO_CODE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
"""Texts, escapes, colours, blanks: their letters are no code."""
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - days
_LAST_DAY = 2_900_000
"""A little before the 31 December 9999, in either epoch."""
_DAYS = re.compile(r"\d{1,7}(?:\.\d+)?")
_EXACT = 1e15
"""Figures above have more digits than Excel keeps."""


class Dates:
    """The styles of a workbook that show dates."""

    def __init__(self, styles: Element | None, *, from_1904: bool = False) -> None:
        self._epoch = _EPOCH_1904 if from_1904 else _EPOCH
        self._parts: list[str] = []
        if styles is None:
            return
        codes = {
            each.get("numFmtId", ""): parts_of(each.get("formatCode", ""))
            for each in styles.iterfind("{*}numFmts/{*}numFmt")
        }
        for style in styles.iterfind("{*}cellXfs/{*}xf"):
            number = style.get("numFmtId", "0")
            self._parts.append(codes.get(number) or _BUILT_IN.get(_index(number), ""))

    def shown(self, value: str, style: str) -> str:
        """Return a figure as it is shown: a date in French, a whole number without decimals."""
        index = _index(style)
        parts = self._parts[index] if 0 <= index < len(self._parts) else ""
        days = float(value) if parts and _DAYS.fullmatch(value) else 0
        if 0 < days <= _LAST_DAY:
            return in_french(self._epoch + timedelta(days=days), parts)
        return figure(value)


def figure(value: str) -> str:
    """Return a figure as people write it: a whole one without decimals."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < _EXACT else value


def in_french(day: datetime, parts: str) -> str:
    """Return a day with those of its parts (`d m y`) that are shown."""
    return f"{day:%d/%m/%Y}" if "d" in parts else f"{day:%m/%Y}" if "m" in parts else f"{day:%Y}"


def parts_of(code: str) -> str:
    """Return which parts of a date a format shows; "" for times, sums and figures."""
    letters = _NO_CODE.sub("", code).lower()
    return " ".join(letter for letter in "dmy" if letter in letters) if "y" in letters else ""


def _index(text: str) -> int:
    return int(text) if text.isdecimal() else -1
