"""A report in words, ready to be laid out: text and HTML say the same because both start here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.report import wording
from perenne.report.contents import Look
from perenne.report.dates import day
from perenne.report.flips import News
from perenne.report.lines import Line, line
from perenne.report.site_lines import site_line
from perenne.report.sites import by_site
from perenne.texts import _, language, plural
from perenne.texts.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

    from perenne.report.contents import Contents, DossierNews, Section

_STILL_BROKEN_SHOWN = 5
"""Known breakage is counted, and only the oldest is shown again."""
_BRIEF_DOSSIERS = 100
"""Dossiers named in a brief report: 100 of them make about 40 kB of HTML."""


@dataclass(frozen=True, slots=True)
class SectionPart:
    """One section: its heading with the count, a hint, its lines, and how many are left out."""

    heading: str
    hint: str
    lines: tuple[Line, ...]
    more: str


@dataclass(frozen=True, slots=True)
class DossierPart:
    """One dossier; `note` says that it is a first look, or gives the counts of a brief report."""

    title: str
    note: str
    sections: tuple[SectionPart, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole report; `language` is that of its words."""

    language: str
    subject: str
    headline: str
    date: str
    glance: str
    summary: str
    dossiers: tuple[DossierPart, ...]
    closing: tuple[str, ...]


def letter(
    contents: Contents, at: datetime, zone: tzinfo, *, brief: bool = False, mailed: bool = False
) -> Letter:
    """Put a report into words; a `brief` one has counts alone, a `mailed` one a table attached."""
    part = _brief_part if brief else _part
    shown = contents.dossiers[:_BRIEF_DOSSIERS] if brief else contents.dossiers
    return Letter(
        language=language(),
        subject=wording.subject(contents),
        headline=wording.headline(contents),
        date=day(at, zone),
        glance=wording.glance(contents),
        summary=wording.summary(contents),
        dossiers=tuple(part(dossier, zone) for dossier in shown),
        closing=tuple(_closing(len(contents.dossiers) - len(shown), brief=brief, mailed=mailed)),
    )


def _part(dossier: DossierNews, zone: tzinfo) -> DossierPart:
    sections = tuple(_section(s, zone, dossier.look) for s in dossier.sections)
    return DossierPart(_title(dossier), _note(dossier), sections)


def _brief_part(dossier: DossierNews, _zone: tzinfo) -> DossierPart:
    return DossierPart(_title(dossier), wording.counts(dossier) or _note(dossier), ())


def _title(dossier: DossierNews) -> str:
    return one_line(dossier.title) or _("Links without a dossier")


def _note(dossier: DossierNews) -> str:
    if dossier.look is Look.FIRST and dossier.sections:
        return _("First look at this dossier: here is all that we found.")
    if dossier.look is Look.UNCHANGED:
        return _("Nothing has changed here for a month.")
    if dossier.look is Look.FIRST:
        return _("First look at this dossier: every link that we could check works.")
    return "" if dossier.sections else _("Every link that we could check works.")


def _section(section: Section, zone: tzinfo, look: Look) -> SectionPart:
    n = len(section.entries)
    lines = by_site(section.entries)
    shown = lines[: _STILL_BROKEN_SHOWN if section.news is News.STILL_BROKEN else n]
    left_out = n - sum(map(len, shown))
    return SectionPart(
        heading=wording.heading(section.news, n, look),
        hint=wording.hint(section.news, look),
        lines=tuple(line(of[0], zone) if len(of) == 1 else site_line(of, zone) for of in shown),
        more=plural("and {n} more.", "and {n} more.", left_out) if left_out else "",
    )


def _closing(left_out: int, *, brief: bool, mailed: bool) -> Iterator[str]:
    if left_out:
        yield plural("{n} more dossier has news.", "{n} more dossiers have news.", left_out)
    if brief:
        yield _("There is too much news for one mail: the attached table holds every line.")
    elif mailed:
        yield _("The attached table holds every line, for a spreadsheet.")
    yield _("A link is called broken only after several nights of failure.")
    if mailed:
        yield _("If we are mistaken, simply reply to this message.")
