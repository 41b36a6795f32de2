"""Entries whose parts stand on lines of their own: title, authors, credit, summary, address."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import authors
from perenne.dossiers.compact.credits import credit, goes_on
from perenne.dossiers.compact.people import bodies, people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.dossiers.bibliography.sources import SourceLine

_LONGEST_TITLE = 300
_MOST_ABOVE = 5
"""Lines above a credit: a title of three, authors of two."""
_MOST_LINES = 3
"""Over which a credit may run."""
_BRACKETED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)\.?")
_LONGEST_NAME = 8
"""Words of a body that is named on a line of its own."""
_FULL = 0.85
"""Of the longest line: one as long may be cut by the margin alone."""


def entry(lines: Sequence[str]) -> SourceLine | None:
    """Read an entry by its credit: above all else, below the title, or in brackets at the end."""
    return _credit_first(lines) or _credit_in_brackets(lines) or _credit_below(lines)


def _credit_below(lines: Sequence[str]) -> SourceLine | None:
    for count in range(1, _MOST_LINES + 1):
        for start in range(1, min(_MOST_ABOVE, len(lines) - count) + 1):
            if goes_on(lines[start - 1]) and not _names(lines[start - 1]):
                continue
            line = credit(" ".join(lines[start : start + count]))
            if line and _says_enough(line):
                above = lines[:start]
                return None if _is_slashed(above) else _titled(line, above)
    return None


def _is_slashed(above: Sequence[str]) -> bool:
    """Tell a head as cataloguers write it, which runs on."""
    return bool(authors.split(" ".join(above))[1])


def _titled(line: SourceLine, above: Sequence[str]) -> SourceLine | None:
    """Add the title, and the authors where the lines above the credit name them."""
    if len(above) > 1 and (first := _names(above[0])):
        line, above = replace(line, authors=first), above[1:]
    names: tuple[str, ...] = ()
    end = len(above)
    for start in range(max(1, end - 2), end):
        if found := _names(" ".join(above[start:end])):
            names, end = found, start
            break
    named = " ".join(above[:end]).strip()
    if not named or len(named) > _LONGEST_TITLE or any(map(_closes, above[1:end])):
        return None
    return replace(line, title=named, authors=names or line.authors)


def _closes(text: str) -> bool:
    """Tell the end of a sentence, which is no end of the first half of a title."""
    return text.endswith(".") and not re.search(r"\b\w{1,3}\.$", text)


def _credit_first(lines: Sequence[str]) -> SourceLine | None:
    """Read ``Source, date`` / title / authors / summary."""
    line = credit(lines[0])
    if line is None or not _says_enough(line) or len(lines) == 1 or credit(lines[1]):
        return None
    named, rest = title(lines[1:], lines)
    names = _names(rest[0]) or _body(rest[0]) if rest else ()
    return replace(line, title=named, authors=names or line.authors)


def _credit_in_brackets(lines: Sequence[str]) -> SourceLine | None:
    """Read title / summary / ``(Authors, source, date, pages)``."""
    for start in range(1, len(lines)):
        if not lines[start].startswith("("):
            continue
        for count in range(1, _MOST_LINES + 1):
            text = " ".join(lines[start : start + count])
            line = credit(text) if _BRACKETED.fullmatch(text) else None
            if line:
                return replace(line, title=title(lines[:start], lines)[0])
    return None


def title(lines: Sequence[str], paragraph: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the title at the beginning of `lines`, and what follows it."""
    end, full = 1, _FULL * max(map(len, paragraph))
    while end < len(lines) and _is_wrapped(lines[end - 1], lines[end], full):
        end += 1
    return " ".join(lines[:end]).strip(), lines[end:]


def _is_wrapped(line: str, following: str, full: float) -> bool:
    """Tell a line that the margin has cut, from one that its author has ended."""
    return len(line) >= full and re.match(r"[a-zà-ÿ]", following) is not None


def _says_enough(line: SourceLine) -> bool:
    """Tell a credit from a title with its year at the end."""
    return line.firm or bool(line.pages)


def _names(text: str) -> tuple[str, ...]:
    return people(text) or bodies(text)


def _body(text: str) -> tuple[str, ...]:
    """Return the body that a short line without an end names."""
    short = len(text.split()) <= _LONGEST_NAME and re.match(r"[A-ZÀ-Ý]", text)
    return (text,) if short and not re.search(r"[.?!:;…\d»]$|[:«]", text) else ()
