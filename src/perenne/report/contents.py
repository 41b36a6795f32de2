"""What one report says: pure, from flips and from how the links stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum, unique
from itertools import groupby
from typing import TYPE_CHECKING

from perenne.report.entries import Entry, changed, corrected, first_seen, still_broken, unchanged
from perenne.report.flips import News, news, settled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from perenne.domain.links import Change, LinkStatus

_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Checked:
    """How many links were examined, how many gave no clear answer, how many begin to fail.

    `suspect`, and how many were never checked yet (`unseen`), are told in overviews alone: one bad
    night is no news. `latest` is when one of them was checked last.
    """

    links: int
    undecided: int = 0
    suspect: int = 0
    unseen: int = 0
    latest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one kind of news: in the order of the dossier, still broken by age."""

    news: News
    entries: tuple[Entry, ...]


@unique
class Look(StrEnum):
    """What of a dossier is told."""

    NEWS = "news"
    """What changed since the last report."""
    FIRST = "first"
    """All that was found so far, told once."""
    OVERVIEW = "overview"
    """How its links stand, because somebody asked."""
    UNCHANGED = "unchanged"
    """What still stands, because there has been no news for a month."""


@dataclass(frozen=True, slots=True)
class DossierNews:
    """What is told of one dossier; `unseen`: none of its links was checked yet."""

    slug: str
    title: str
    look: Look
    sections: tuple[Section, ...]
    unseen: bool = False

    def entries(self, kind: News) -> tuple[Entry, ...]:
        """Return the entries of one section, none where there is no such section."""
        return next((section.entries for section in self.sections if section.news is kind), ())


@dataclass(frozen=True, slots=True)
class Contents:
    """All that one report tells. `told` are the flips that it settles, said or not worth saying.

    `dismissed` is what an overview would tell, had nobody said that it needs no telling.
    """

    dossiers: tuple[DossierNews, ...]
    checked: Checked
    told: tuple[int, ...] = ()
    dismissed: tuple[Entry, ...] = ()
    quiet: bool = False
    """Whether it is written because there has been nothing to tell for a month."""

    @property
    def is_news(self) -> bool:
        """Tell whether there is anything to write for."""
        return bool(self.dossiers) and not self.quiet

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return every entry, in the order of the report."""
        sections = (section for dossier in self.dossiers for section in dossier.sections)
        return tuple(entry for section in sections for entry in section.entries)

    def count(self, kind: News) -> int:
        """Count the links of one kind of news, each once however many dossiers cite it."""
        return len({entry.link.url for entry in self.entries if entry.news is kind})


def compose(
    changes: Sequence[Change],
    standing: Sequence[LinkStatus],
    checked: Checked,
    *,
    corrections: Sequence[LinkStatus] = (),
    first_looks: Mapping[str, str] | None = None,
    waiting: Collection[str] = (),
    postponed: Collection[str] = (),
) -> Contents:
    """Put together what one reader is told.

    `changes`: the flips she was not told of yet. `corrections`: what her dossiers ceased to cite,
    told beside other news only. `standing`: her broken and undecided links, and
    every link of the dossiers in `first_looks` (slug → title), which get their first look: news
    even where all is well. Not mentioned are the dossiers in `waiting` (slugs), whose first look
    is still to come, and those `postponed`, whose news a later report tells.
    """
    looks = first_looks or {}
    by_link = _by_link(changes)
    silent = {*looks, *waiting, *postponed}
    links = [*(flips[-1].link for flips in by_link), *standing]
    entries = [
        *(entry for entry in _usual(by_link, standing, corrections) if entry.slug not in silent),
        *(entry for entry in first_seen(links) if entry.slug in looks),
    ]
    told = tuple(
        change.flip_id
        for flips in by_link
        if settled(flips) and _tells(flips[-1].link, set(waiting), set(postponed))
        for change in flips
    )
    return Contents(_dossiers(entries, looks, Look.FIRST), checked, told)


def quiet(standing: Sequence[LinkStatus], checked: Checked) -> Contents:
    """Put together the monthly word to a reader for whom there was no news: we are still there."""
    entries = list(unchanged(standing))
    titles = {entry.slug: entry.citations[0].dossier for entry in entries}
    return Contents(_dossiers(entries, titles, Look.UNCHANGED), checked, quiet=True)


def overview(links: Sequence[LinkStatus], checked: Checked, titles: Mapping[str, str]) -> Contents:
    """Put together how the links stand in the dossiers of `titles` (slug → title)."""
    entries = [entry for entry in first_seen(links) if entry.slug in titles]
    told = [entry for entry in entries if not entry.dismissal]
    dismissed = tuple(entry for entry in entries if entry.dismissal)
    cited, seen = (
        {each.slug for link in links if link.last_checked or not seen for each in link.citations}
        for seen in (False, True)
    )
    dossiers = tuple(
        replace(dossier, unseen=dossier.slug in cited - seen)
        for dossier in _dossiers(told, titles, Look.OVERVIEW)
    )
    return Contents(dossiers, checked, dismissed=dismissed)


def _tells(link: LinkStatus, waiting: set[str], postponed: set[str]) -> bool:
    """Tell whether the link's flips are done with: a first look to come does not need them."""
    slugs = {citation.slug for citation in link.citations}
    return not slugs & postponed and not (slugs and slugs <= waiting)


def _usual(
    by_link: list[list[Change]],
    standing: Sequence[LinkStatus],
    corrections: Sequence[LinkStatus],
) -> list[Entry]:
    fresh = {flips[-1].link.url for flips in by_link if news(flips) is not None}
    told_now = (entry for flips in by_link for entry in changed(flips))
    return [*told_now, *still_broken(standing, told=fresh), *corrected(corrections)]


def _by_link(changes: Iterable[Change]) -> list[list[Change]]:
    ordered = sorted(changes, key=lambda change: (change.link.url, change.flip_id))
    return [list(flips) for _, flips in groupby(ordered, key=lambda change: change.link.url)]


def _dossiers(
    entries: Sequence[Entry], whole: Mapping[str, str], look: Look
) -> tuple[DossierNews, ...]:
    """Return the dossiers with news, and those told as a `whole` (slug → title).

    Those with broken links come first, then by title.
    """
    titles = dict(whole)
    reasons = [entry for entry in entries if entry.is_news]
    beside = [entry for entry in entries if entry.news is News.CORRECTED]
    for entry in (*reasons, *(beside if reasons or whole else ())):
        titles.setdefault(entry.slug, entry.citations[0].dossier)
    dossiers = [
        DossierNews(slug, title, look if slug in whole else Look.NEWS, _sections(entries, slug))
        for slug, title in titles.items()
    ]
    return tuple(
        sorted(dossiers, key=lambda d: (not d.entries(News.BROKEN), d.title.casefold(), d.slug))
    )


def _sections(entries: Sequence[Entry], slug: str) -> tuple[Section, ...]:
    """Return the sections of one dossier, each link once in a section."""
    own = {(entry.link.url, entry.news): entry for entry in entries if entry.slug == slug}
    return tuple(
        Section(kind, tuple(sorted((e for e in own.values() if e.news is kind), key=_order)))
        for kind in News
        if any(entry.news is kind for entry in own.values())
    )


def _order(entry: Entry) -> tuple[datetime, int, str]:
    known = entry.news is News.STILL_BROKEN and not entry.lapsed
    since = entry.link.since if known else None
    place = entry.citations[0].place.rpartition(":")[2]
    return since or _EARLIEST, int(place) if place.isdecimal() else 0, entry.link.url
