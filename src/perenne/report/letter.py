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
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime, tzinfo

    from perenne.report.contents import Contents, DossierNews, Section
    from perenne.report.entries import Entry
    from perenne.settings import Report

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


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every line is written with: the reader's zone, and where she can act."""

    zone: tzinfo
    conduct: Report


def letter(
    contents: Contents,
    at: datetime,
    zone: tzinfo,
    conduct: Report,
    *,
    brief: bool = False,
    mailed: bool = False,
) -> Letter:
    """Put a report into words; a `brief` one has counts alone, a `mailed` one a sheet attached.

    What was dismissed is left out of mails.
    """
    shown = contents.dossiers[:_BRIEF_DOSSIERS] if brief else contents.dossiers
    desk = _Desk(zone, conduct)
    set_aside = () if mailed else contents.dismissed
    parts = (_brief_part(d) if brief else _part(d, desk, set_aside) for d in shown)
    return Letter(
        language=language(),
        subject=wording.subject(contents),
        headline=wording.headline(contents),
        date=day(at, zone),
        glance=wording.glance(contents),
        summary=" ".join([wording.summary(contents), *_latest(contents, zone)]),
        dossiers=tuple(parts),
        closing=tuple(_closing(len(contents.dossiers) - len(shown), brief=brief, mailed=mailed)),
    )


def _latest(contents: Contents, zone: tzinfo) -> Iterator[str]:
    if contents.checked.latest:
        yield _("Last checked on {date}.", date=day(contents.checked.latest, zone))


def _part(dossier: DossierNews, desk: _Desk, dismissed: Iterable[Entry]) -> DossierPart:
    sections = [_section(section, desk, dossier.look) for section in dossier.sections]
    own = [entry for entry in dismissed if entry.slug == dossier.slug]
    note = _note(dossier)
    if own:
        sections.append(_dismissed(own, desk))
        note = note and (
            note if dossier.unseen else _("Every other link that we could check works.")
        )
    return DossierPart(_title(dossier), note, tuple(sections))


def _dismissed(entries: Sequence[Entry], desk: _Desk) -> SectionPart:
    return SectionPart(
        heading=wording.set_aside(len(entries)),
        hint=_("Left out of the mails, as somebody asked."),
        lines=tuple(line(entry, desk.zone, desk.conduct) for entry in entries),
        more="",
    )


def _brief_part(dossier: DossierNews) -> DossierPart:
    return DossierPart(_title(dossier), wording.counts(dossier) or _note(dossier), ())


def _title(dossier: DossierNews) -> str:
    return one_line(dossier.title) or _("Links without a dossier")


def _note(dossier: DossierNews) -> str:
    if dossier.unseen:
        return _("None of its links was checked yet.")
    if dossier.look is Look.FIRST and dossier.sections:
        return _("First look at this dossier: here is all that we found.")
    if dossier.look is Look.UNCHANGED:
        return _("Nothing has changed here for a month.")
    if dossier.look is Look.FIRST:
        return _("First look at this dossier: every link that we could check works.")
    return "" if dossier.sections else _("Every link that we could check works.")


def _section(section: Section, desk: _Desk, look: Look) -> SectionPart:
    n = len(section.entries)
    chosen = section.news is News.CHOSEN  # each has an address of its own to be written
    lines = [(entry,) for entry in section.entries] if chosen else by_site(section.entries)
    known = section.news is News.STILL_BROKEN
    told_again = sum(1 for entries in lines if any(entry.lapsed for entry in entries))
    shown = lines[: max(_STILL_BROKEN_SHOWN, told_again) if known else n]
    left_out = n - sum(map(len, shown))
    return SectionPart(
        heading=wording.heading(section.news, n, look),
        hint=wording.hint(section.news, look),
        lines=tuple(_line(entries, desk) for entries in shown),
        more=plural("and {n} more.", "and {n} more.", left_out) if left_out else "",
    )


def _line(entries: tuple[Entry, ...], desk: _Desk) -> Line:
    """Return the line of one entry, or of a whole site."""
    if len(entries) == 1:
        return line(entries[0], desk.zone, desk.conduct)
    return site_line(entries, desk.zone, desk.conduct)


def _closing(left_out: int, *, brief: bool, mailed: bool) -> Iterator[str]:
    if left_out:
        yield plural("{n} more dossier has news.", "{n} more dossiers have news.", left_out)
    if brief:
        yield _("There is too much news for one mail: the attached table holds every line.")
    elif mailed:
        yield _("The attached table holds every line, for a spreadsheet.")
    if mailed:
        yield _(
            "To tell us what you decide, fill in the first columns of that table, and send it back."
        )
    yield _("A link is called broken only after several nights of failure.")
    if mailed:
        yield _("If we are mistaken, simply reply to this message.")
