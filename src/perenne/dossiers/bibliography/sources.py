"""The line under a title: ``Source, date, pages``, the one anchor that entries always have."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from perenne.dossiers.bibliography import authors, dates

_NUMERAL = r"[\dIVXLCivxlc]+"
_AND = r"\s?(?:[-–—/,]|et|à)\s?"
_PAGES = (
    rf"(?:pp?\.?\s?{_NUMERAL}(?:{_AND}(?:pp?\.?\s?)?{_NUMERAL})*"
    r"(?:\set\ssuiv(?:antes|\.)?|\ssqq?\.?)?"
    rf"|pages?\s{_NUMERAL}(?:{_AND}{_NUMERAL})*"
    r"|\[?(?:[IVXLC]+-)?\d+\]?\s?(?:p\.|pages|p(?![\w.]))"
    r"|\d+\svol\.(?:\s\([^)]*\))?|non\spaginé|n\.\s?p\.)"
)
_ISSUE = (
    r"(?:n(?:[°º]s?\.?\s?|os?\.?\s?(?=\d))[\w/.–-]+(?:\s?(?:[-–/&]|et|à)\s?\d+)*"
    r"|numéro\s(?:spécial|\d+)|hors[- ]série"
    r"(?:\sn[°º]\s?\d+)?|HS(?:\sn[°º])?\s?\d*|vol(?:ume|\.)?\s?[\dIVX]+|t(?:ome|\.)\s?[\dIVX]+)"
)
_ASIDE = (
    rf"(?:\[?en\sligne\]?|(?:page\s)?consultée?\sle\s{dates.DATE}|ISBN\s[\dX-]+|[\d,]+\s?€|"
    r"\d+(?:\s?x\s?\d+)?\s?cm|ill\.?|cartes?|dossier|article|supplément|"
    r"\(?coll(?:ection|\.|\s?:)[^,;]{1,60})"
)
_MORE = r"(?:\s?[+&]\s[^,;]{1,40})?"
_SEPARATOR = r"(?:\s*[,;]\s*|\s+[-–—]\s+|\.\s+(?:[-–—]\s+)?|\s+(?=\())"
_ONLINE = r"(?:(?:mis\sen\sligne|publié|paru)\s+le\s+)?"
_LINE = re.compile(
    rf"(?:(?P<source>.{{1,600}}?)(?P<separator>\s*[,;]\s*|\s+[-–—]\s+|\s+(?=\()|(?<=\d)\s+du\s+))?"
    rf"\(?{_ONLINE}(?P<date>{dates.DATE})\)?"
    rf"(?P<tail>(?:{_SEPARATOR}(?:{_PAGES}{_MORE}|{_ISSUE}|{_ASIDE}))*)\s*[.,;]?",
    re.IGNORECASE,
)
_UNDATED = re.compile(
    rf"(?P<source>.{{1,160}}?){_SEPARATOR}{_ISSUE}(?P<tail>(?:{_SEPARATOR}{_PAGES})?)\s*[.,;]?",
    re.IGNORECASE,
)
_TWO_FIGURES = re.compile(r"\d\d")
_MAY_END_UNDATED = re.compile(r"s\.\s?d|sans date|n\.\s?d\.|n[°º]", re.IGNORECASE)
_EXTRAS = re.compile(
    rf"[\s,;.(–—-]+(?:\(?coll(?:ection\s?:|\.|\s?:)|{_ISSUE}(?![\w’'])).*$", re.IGNORECASE
)
_ONLINE_MARK = re.compile(r"\s*\[en\sligne\]\s*", re.IGNORECASE)
_LABEL = re.compile(r"^(?:source|in|éditeur)\s?:\s", re.IGNORECASE)
_PAGES_IN = re.compile(rf"{_PAGES}(?:,\s{_PAGES})*", re.IGNORECASE)
_YEAR_ONLY = re.compile(r"\[?(?:19|20)\d\d\]?")
_PROSE = re.compile(r"[?!…]|\.\s+[a-zà-ÿ]|^(?i:contact|localisation|voir|cf)\b")
_DOMAIN = re.compile(r"[\w.-]+\.[a-z]{2,}$")
_TITLE_AND_SOURCE = re.compile(r"(?P<title>.+?\S)(?:\s+[–—-]\s+|\.\s+)(?P<source>[^–—]+)")
_LONGEST_LINE = 700
_LONGEST_SOURCE = 160


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What the line says. `title` and `authors` where the whole entry is on it.

    `firm`: it says more than a name and a year, which a title may do as well.
    """

    source: str
    date: str
    pages: str
    title: str = ""
    authors: tuple[str, ...] = ()
    firm: bool = True


def parse(text: str) -> SourceLine | None:
    """Read a source line; None where the text is something else."""
    if len(text) > _LONGEST_LINE or not _may_end_a_source(text[-60:]):
        return None
    dated = _LINE.fullmatch(text)
    if dated is None:
        return _undated(text)
    before = dated["source"] or ""
    inline = authors.split_inline(before)
    if inline is None and not _is_source(before):
        return None
    title, names, source = inline or ("", (), before)
    firm = bool(dated["tail"]) or not _YEAR_ONLY.fullmatch(dated["date"])
    if not firm and (not before or (dated["separator"] or "").strip() in ("-", "–", "—", "")):
        return None
    return SourceLine(_named(source), dated["date"], _pages(dated["tail"]), title, names, firm)


def parse_entry(text: str) -> SourceLine | None:
    """Read ``Title – Source, date, pages``, a whole entry in one paragraph; None for others."""
    line = parse(text)
    if line is None or line.title:
        return line
    found = _TITLE_AND_SOURCE.fullmatch(line.source)
    return replace(line, title=found["title"], source=found["source"]) if found else None


def _may_end_a_source(end: str) -> bool:
    """Tell most prose at once, without a look at each of its letters in every way."""
    if _TWO_FIGURES.search(end):
        return True
    marked = "." in end or "°" in end or "º" in end or "date" in end.lower()
    return marked and _MAY_END_UNDATED.search(end) is not None


def _undated(text: str) -> SourceLine | None:
    """A periodical without a date is known by its number: ``Revue, n° 12, p. 3-5``."""
    found = _UNDATED.fullmatch(text)
    if found is None or not _is_source(found["source"]):
        return None
    return SourceLine(_named(found["source"]), "", _pages(found["tail"]))


def _is_source(text: str) -> bool:
    """Tell a publisher's or periodical's name from the beginning of a sentence."""
    if not text:
        return True
    if len(text) > _LONGEST_SOURCE or _PROSE.search(text):
        return False
    first = text.split(maxsplit=1)[0]
    return not first[0].islower() or bool(_DOMAIN.match(first)) or len(text.split()) <= 2  # noqa: PLR2004 - a short name such as "localtis"


def _named(text: str) -> str:
    """Return the name alone: collection, number and volume are no part of it."""
    return _EXTRAS.sub("", _LABEL.sub("", _ONLINE_MARK.sub("", text))).strip(" ,;")


def _pages(tail: str) -> str:
    found = _PAGES_IN.search(tail)
    return found[0] if found else ""
