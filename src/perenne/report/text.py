"""A report as plain text: wrapped for the eye, URLs whole on lines of their own."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from perenne.texts.plain import bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perenne.report.letter import DossierPart, Letter, SectionPart
    from perenne.report.lines import Line

_WIDTH = 76
"""Characters: quoted once or twice, lines stay within the 78 of RFC 5322."""
_INDENT = "   "


def text(letter: Letter) -> str:
    """Lay a report out as plain text, ending in a line break."""
    return "\n".join(_lines(letter)).strip("\n") + "\n"


def paragraphs(sentences: Iterable[str]) -> str:
    """Lay sentences out as paragraphs of plain text, ending in a line break."""
    return "\n\n".join("\n".join(_wrapped(sentence)) for sentence in sentences) + "\n"


def _lines(letter: Letter) -> Iterator[str]:
    yield from (letter.headline, letter.date, "")
    yield from (*_wrapped(letter.glance), *_wrapped(letter.summary))
    for dossier in letter.dossiers:
        yield from _dossier(dossier)
    yield from ("", "-- ")
    for sentence in letter.closing:
        yield from _wrapped(sentence)


def _dossier(dossier: DossierPart) -> Iterator[str]:
    title = _wrapped(dossier.title.upper())
    yield from ("", "", *title, "=" * max(len(row) for row in title))
    yield from _wrapped(dossier.note)
    for section in dossier.sections:
        yield from _section(section)


def _section(section: SectionPart) -> Iterator[str]:
    yield from ("", section.heading, "-" * len(section.heading), *_wrapped(section.hint))
    for number, line in enumerate(section.lines, 1):
        yield from ("", *_entry(number, line))
    if section.more:
        yield from ("", _INDENT + section.more)


def _entry(number: int, line: Line) -> Iterator[str]:
    mark = f"{number}. "
    for source in line.sources:
        yield from _wrapped(source.title, mark.ljust(len(_INDENT)))
        yield from _wrapped(source.credit, _INDENT)
        mark = _INDENT
    yield _INDENT + line.link.url
    yield from _wrapped(f"[{line.label}] {line.reason}", _INDENT)
    yield from _wrapped(line.dates, _INDENT)
    for offer in line.offers:
        yield from (*_wrapped(f"→ {offer.label}", _INDENT), _INDENT + offer.url)


def _wrapped(paragraph: str, first: str = "") -> list[str]:
    return textwrap.wrap(
        bound(paragraph),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
