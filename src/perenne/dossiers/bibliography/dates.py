"""Dates as French bibliographies write them.

`DATE` matches one (with no group in it), `iso` reads it.
"""

from __future__ import annotations

import re
from calendar import monthrange

_MONTHS = (
    r"janvier|janv\.?|jan\.?",
    r"f[ée]vrier|f[ée]vr?\.?",
    r"mars",
    r"avril|avr\.?",
    r"mai",
    r"juin",
    r"juillet|juil\.?",
    r"ao[ûu]t",
    r"septembre|sept\.?",
    r"octobre|oct\.?",
    r"novembre|nov\.?",
    r"d[ée]cembre|d[ée]c\.?",
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER = r"(?:0?[1-9]|1[0-2])"
_ORDINAL = r"(?:er|\^\{?er\}?)?"
_PART = r"(?:printemps|été|automne|hiver|\d(?:er|e|ème|\^\{?(?:er|e)\}?)?\s(?:tri|se)m(?:estre|\.))"
_TO = r"\s?(?:[-–—/]|et|au|à)\s?"

DATE = (
    rf"(?:\[?(?:cop\.\s?|impr\.\s?|DL\s|[c©]\s?)?(?:"
    rf"{_WEEKDAY}(?:{_DAY}{_ORDINAL}{_TO})?{_DAY}{_ORDINAL}\s{_MONTH}\s{_YEAR}"
    rf"|(?:{_MONTH}(?:\s{_YEAR})?{_TO})?{_MONTH}\s{_YEAR}"
    rf"|{_PART}\s{_YEAR}(?:[-–/](?:{_YEAR}|\d\d)\b)?"
    rf"|{_DAY}(?:/{_NUMBER}/|\.{_NUMBER}\.|-{_NUMBER}-)(?:{_YEAR}|\d\d)"
    rf"|{_YEAR}-\d\d-\d\d|{_YEAR}-(?:0[1-9]|1[0-2])(?!\d)"
    rf"|(?:{_NUMBER}(?:/{_YEAR})?[-–/])?{_NUMBER}[/.-]{_YEAR}"
    rf"|(?:{_YEAR}[-–/])?{_YEAR}"
    r")\]?|\[?s\.\s?d\.?\]?|sans\sdate|n\.\s?d\.)"
)

_ISO = re.compile(rf"({_YEAR})-(\d\d)(?:-(\d\d))?(?!\d)")
_DAY_MONTH_YEAR = re.compile(rf"({_DAY})([/.-])({_NUMBER})\2({_YEAR}|\d\d)(?!\d)")
_MONTH_YEAR = re.compile(rf"(?<!\d)({_NUMBER})(?:[-–/]{_NUMBER})?[/.-]({_YEAR})")
_NAMED = re.compile(rf"(?:({_DAY}){_ORDINAL}(?:{_TO}{_DAY})?\s)?({_MONTH})\b", re.IGNORECASE)
_ANY_YEAR = re.compile(_YEAR)


def iso(text: str) -> str:
    """Return the date, or the first of a range, as YYYY, YYYY-MM or YYYY-MM-DD; "" if none."""
    if found := _ISO.search(text):
        return _joined(*found.groups())
    if found := _DAY_MONTH_YEAR.search(text):
        day, _separator, month, year = found.groups()
        return _joined(_full_year(year), month, day)
    if found := _MONTH_YEAR.search(text):
        return _joined(found[2], found[1], None)
    year = _ANY_YEAR.search(text)
    if year and (named := _NAMED.search(text)):
        return _joined(year[0], _month_number(named[2]), named[1])
    return year[0] if year else ""


def _month_number(name: str) -> str:
    return str(1 + next(i for i, m in enumerate(_MONTHS) if re.fullmatch(m, name, re.IGNORECASE)))


def _full_year(year: str) -> str:
    """A two-digit year is of this century: the Web was not cited before."""
    return year if len(year) > 2 else f"20{year}"  # noqa: PLR2004 - digits of a year


def _joined(year: str, month: str | None, day: str | None) -> str:
    """Join what is possible: the 31st of June is June."""
    if not month or not 1 <= int(month) <= 12:  # noqa: PLR2004 - months
        return year
    short = f"{year}-{int(month):02}"
    valid = day and 1 <= int(day) <= monthrange(int(year), int(month))[1]
    return f"{short}-{int(day):02}" if day and valid else short
