"""Entries that run on, their parts parted by full stops, dashes or commas, the credit last."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import authors, sources
from perenne.dossiers.compact.credits import credit, dated_until, goes_on, is_dated
from perenne.dossiers.compact.people import bodies, people

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perenne.dossiers.bibliography.sources import SourceLine

_INITIAL = r"(?<!\b[A-ZÀ-Ý])(?<!\bdir)(?<!\bcoord)"
# In what follows, a look ahead at one letter is done with most of a text at once.
_END = re.compile(
    r"(?=[\s.,?!…»])(?P<mark>[?!…»]?)(?:\s*\.\s+[–—-]\s+|(?<=[?!…»])\s*,?\s+(?:[–—-]\s+)?|\s+[–—-]\s+"
    rf"|{_INITIAL}\.\s+|,\s+(?=(?:dans|in)\s))"
)
_SMALL_END = re.compile(r"(?P<mark>)\s*[,;]\s+")
"""Where nothing else parts title and credit."""
_CREDIT_ENDS = re.compile(r"(?=[.\s])(?:(?<=\d)\.|(?<=\bp\.)|(?<=\))\.?)\s+(?=[A-ZÀ-Ý«])")
"""Its summary may follow on the same line."""
_QUOTED = re.compile(r"(?:(?P<names>.{2,100}?),\s)?«\s*(?P<title>[^«»]+(?:«[^«»]*»[^«»]*)*?)\s*»,?")
_MOST_LINES = 8
_LONGEST = 900
"""Letters of an entry, the summary that follows on its line not counted."""
_MOST_HEADS, _MOST_CREDITS = 20, 30
"""Places where an entry may end, and where its credit may begin, that are tried."""
_EDITION = re.compile(r"\d+e\s(?:éd|rev)|nouv(?:elle|\.)\séd|éd\.\s|mise\sà\sjour", re.IGNORECASE)


def entry(lines: Sequence[str], *, cites: bool = False) -> SourceLine | None:
    """Read an entry from the first line, or from as many as it runs over.

    `cites`: whether an address stands in it, so that a name and a year may well be its credit.
    """
    if not any(map(is_dated, lines)):
        return None
    for count in range(1, min(_MOST_LINES, len(lines)) + 1):
        if goes_on(lines[count - 1]) and count < len(lines):
            continue
        text = " ".join(lines[:count])
        if len(text) > _LONGEST and count > 1:
            return None
        for head in heads(text):
            if line := _read(head, cites=cites):
                return line
    return None


def _read(head: str, *, cites: bool) -> SourceLine | None:
    line = _parted(head, _END)
    if line is None or "," in line.source:
        line = _parted(head, _SMALL_END) or line
    slashed = sources.parse(head)
    if slashed and len(slashed.authors) > (len(line.authors) if line else 0):
        return slashed
    named = cites and line is not None and line.source[:1].isupper()
    if line and (line.firm or line.authors or named or head.startswith("«")):
        return line
    return None


def heads(text: str) -> Iterator[str]:
    """Yield the beginnings after which a summary may follow, then the whole."""
    ends = _CREDIT_ENDS.finditer(text, 0, _LONGEST)
    yield from (text[: end.start()] for end in islice(ends, _MOST_HEADS))
    if len(text) <= _LONGEST:
        yield text


def _parted(text: str, ends: re.Pattern[str]) -> SourceLine | None:
    """Part the text where what follows is a credit: the last place is the best."""
    last = dated_until(text)
    for end in list(ends.finditer(text))[: -_MOST_CREDITS - 1 : -1]:
        line = credit(text[end.end() :]) if end.end() <= last else None
        if line and end.start():
            return _titled(line, text[: end.start()] + end["mark"], quoted="," in end[0])
    return None


def _titled(line: SourceLine, head: str, *, quoted: bool) -> SourceLine | None:
    """Part the names from the title, on whichever side they stand."""
    title, names = authors.split(head.rstrip(" ;"))
    if names:
        last = names[-1].removesuffix(".") if re.search(r"\w{2}\.$", names[-1]) else names[-1]
        return replace(line, title=title, authors=(*names[:-1], last))
    if framed := _QUOTED.fullmatch(head):
        named = framed["names"] or ""
        names = people(named) or ((named,) if named else ())
        keeps = not (quoted or named)
        return replace(
            line, title=head if keeps else framed["title"].rstrip(), authors=names or line.authors
        )
    if (before := _names_before(head)) is not None:
        return replace(line, title=before[1], authors=before[0])
    return _by_areas(line, head)


def _names_before(head: str) -> tuple[tuple[str, ...], str] | None:
    """Part ``SURNAME Given, SURNAME Given, Title``: as many as are names."""
    for end in reversed(list(_SMALL_END.finditer(head))):
        if found := people(head[: end.start()]):
            return found, head[end.end() :]
    return None


def _by_areas(line: SourceLine, head: str) -> SourceLine | None:
    parts = _parts(head)
    names: tuple[str, ...] = ()
    if len(parts) > 1 and (first := people(parts[0]) or bodies(parts[0])):
        names, parts = first, parts[1:]
    elif len(parts) > 1 and (last := people(parts[-1]) or bodies(parts[-1])):
        names, parts = last, parts[:-1]
    while len(parts) > 1 and _EDITION.match(parts[-1]):
        parts = parts[:-1]
    if not parts:
        return None
    start = head.find(parts[0])
    title = head[start : head.rfind(parts[-1]) + len(parts[-1])].strip(" .–—-,")
    return replace(line, title=title, authors=names or line.authors) if title else None


def _parts(head: str) -> list[str]:
    parts, start = [], 0
    for end in _END.finditer(head):
        parts.append(head[start : end.start()] + end["mark"])
        start = end.end()
    return [part.strip() for part in (*parts, head[start:]) if part.strip()]
