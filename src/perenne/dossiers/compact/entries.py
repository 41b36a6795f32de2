"""Which paragraphs of a text are whole entries, and whether the text is set that way at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from perenne.dossiers.bibliography import sources
from perenne.dossiers.bibliography.listed import title_text
from perenne.dossiers.bibliography.matter import CLOSING, CONTACT
from perenne.dossiers.bibliography.numerals import numeral
from perenne.dossiers.bibliography.outline import UNNUMBERED
from perenne.dossiers.bibliography.sources import SourceLine
from perenne.dossiers.compact import areas, isbd, labelled, lined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FEWEST = 3
_ENOUGH = 80
"""Paragraphs, spread over a text, that tell how it is set."""
_LONGEST_HEADING = 90
_SHORTEST_TITLE = 3
_SENTENCE = re.compile(r"(?<=[a-zà-ÿ)]{2})\.\s+(?=[A-ZÀ-Ý])")
_NUMBER = re.compile(r"\A(?:\d{1,3}\s?(?:[.)]|[-–])|\[\d{1,3}\]|\(\d{1,3}\))\s+(?=\S)")


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of a paragraph without marks and addresses, and whether it has addresses."""

    lines: Sequence[str]
    cites: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What a paragraph says as an entry, and where that is held."""

    line: SourceLine
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph that stands alone above an entry: no title, since titles are in their entries.

    Those with a number or in capitals are left to the grammar, which ranks them. `level` is that
    of a title (1) where it stands above all entries at once, else below that of every other mark.
    """

    level: int = UNNUMBERED + 1


def told(paragraphs: Sequence[T], said: Callable[[T], Paragraph]) -> list[Entry | Heading | None]:
    """Return what each paragraph is; None for all of them where a text is set otherwise.

    `said` gives what a paragraph says: only some are asked for where that is enough.
    """
    some = paragraphs[:: len(paragraphs) // _ENOUGH or 1]
    if not _are_entries([said(each) for each in some]):
        return [None] * len(paragraphs)
    return _entries([said(each) for each in paragraphs])


def _entries(paragraphs: Sequence[Paragraph]) -> list[Entry | Heading | None]:
    found = [_entry(each) for each in paragraphs]
    if not any(found):
        return [None] * len(paragraphs)
    first = next(number for number, each in enumerate(found) if each)
    for number in range(first, len(found)):
        above = number - 1 if number > first else first
        # What follows a source line that stands alone is the summary of what is above that.
        if not (found[number] or (found[above] is None and _is_source(paragraphs[above]))):
            found[number] = _site(paragraphs[number])
    return _with_headings(paragraphs, found)


def _are_entries(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a text is set that way, by some of its paragraphs.

    It is where more of them are whole entries than are a source line alone.
    """
    whole = sum(_entry(each) is not None for each in paragraphs)
    apart = sum(map(_is_source, paragraphs))
    return whole >= _FEWEST and whole > apart


def _is_source(paragraph: Paragraph) -> bool:
    """Tell a source line that is a paragraph of its own."""
    return len(paragraph.lines) == 1 and sources.parse(paragraph.lines[0]) is not None


def _with_headings(
    paragraphs: Sequence[Paragraph], found: Sequence[Entry | None]
) -> list[Entry | Heading | None]:
    told: list[Entry | Heading | None] = list(found)
    for number in reversed(range(len(told) - 1)):
        if told[number] is None and told[number + 1] and _may_head(paragraphs[number]):
            told[number] = Heading()
    if isinstance(told[0], Heading) and not any(isinstance(each, Heading) for each in told[1:]):
        told[0] = Heading(level=1)
    return [None if _is_ranked(each, p) else each for each, p in zip(told, paragraphs, strict=True)]


def _is_ranked(told: Entry | Heading | None, paragraph: Paragraph) -> bool:
    text = paragraph.lines[0]
    return isinstance(told, Heading) and (text.isupper() or numeral(text) is not None)


def _may_head(paragraph: Paragraph) -> bool:
    [first, *more] = paragraph.lines
    short = not more and not paragraph.cites and 0 < len(first) <= _LONGEST_HEADING
    return short and first[0].isupper() and re.search(r"[.;,:\d]$", first) is None


def is_item(paragraph: Paragraph) -> bool:
    """Tell an entry on one line: with a credit, or with a title before its address."""
    if len(paragraph.lines) != 1:
        return False
    line = paragraph.lines[0]
    titled = paragraph.cites and title_text(line)[:1].isalnum() and not labelled.is_label(line)
    return titled or areas.entry([line], cites=paragraph.cites) is not None


def _entry(paragraph: Paragraph) -> Entry | None:
    """Read a whole entry.

    A name and a year are enough of a credit where it is numbered, or one line with its address.
    """
    said = _said(paragraph)
    alone = paragraph.cites and (len(paragraph.lines) == 1 or said[:1] != paragraph.lines[:1])
    line = (
        (
            labelled.entry(said)
            or isbd.entry(said)
            or lined.entry(said)
            or areas.entry(said, cites=alone)
        )
        if said
        else None
    )
    return Entry(line, labelled.held(said)) if line else None


def _site(paragraph: Paragraph) -> Entry | None:
    """Return the entry of what has a title and an address, and says nothing of a source."""
    said = _said(paragraph)
    title = _title(said) if said and paragraph.cites else ""
    if len(title) < _SHORTEST_TITLE or title[0].islower() or CLOSING.match(title):
        return None
    if CONTACT.search(" ".join(said)):
        return None
    return Entry(SourceLine("", "", "", title), labelled.held(said))


def _title(said: Sequence[str]) -> str:
    title = isbd.title(said) or title_text(lined.title(said, said)[0]).rstrip(" ,;")
    title = _SENTENCE.split(title, maxsplit=1)[0]
    return title if title.endswith("..") else title.removesuffix(".")


def _said(paragraph: Paragraph) -> list[str]:
    said = [line for line in paragraph.lines if line]
    if said:
        said[0] = _NUMBER.sub("", said[0], count=1)
    return said
