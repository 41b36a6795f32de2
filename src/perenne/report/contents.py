"""What one report says: pure, from flips and from how the links stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from perenne.report.entries import Entry, changed, first_seen, still_broken
from perenne.report.flips import News, news, settled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from perenne.domain.links import Change, LinkStatus

_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Checked:
    """How many links of the reader were examined, and how many of them gave no clear answer."""

    links: int
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one kind of news: in the order of the dossier, still broken by age."""

    news: News
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class DossierNews:
    """What is told of one dossier; in a first look, all that was found so far."""

    slug: str
    title: str
    first_look: bool
    sections: tuple[Section, ...]

    def entries(self, kind: News) -> tuple[Entry, ...]:
        """Return the entries of one section, none where there is no such section."""
        return next((section.entries for section in self.sections if section.news is kind), ())


@dataclass(frozen=True, slots=True)
class Contents:
    """All that one report tells. `told` are the flips that it settles, said or not worth saying."""

    dossiers: tuple[DossierNews, ...]
    checked: Checked
    told: tuple[int, ...] = ()

    @property
    def is_news(self) -> bool:
        """Tell whether there is anything to write for."""
        return bool(self.dossiers)

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
    first_looks: Mapping[str, str] | None = None,
    waiting: Collection[str] = (),
) -> Contents:
    """Put together what one reader is told.

    `changes`: the flips she was not told of yet. `standing`: her broken and undecided links, and
    every link of the dossiers in `first_looks` (slug → title), which get their first look: news
    even where all is well. The dossiers in `waiting` (slugs: their first suspects are not
    settled) are not mentioned, and keep their flips for later.
    """
    looks = first_looks or {}
    by_link = _by_link(changes)
    links = {link.url: link for link in (*(flips[-1].link for flips in by_link), *standing)}
    entries = [
        *(e for e in _usual(by_link, standing) if e.slug not in looks and e.slug not in waiting),
        *(e for e in first_seen(links.values()) if e.slug in looks),
    ]
    told = tuple(c.flip_id for flips in by_link if _told(flips, waiting) for c in flips)
    return Contents(tuple(_dossiers(entries, looks)), checked, told)


def _usual(by_link: list[list[Change]], standing: Sequence[LinkStatus]) -> list[Entry]:
    fresh = {flips[-1].link.url for flips in by_link if news(flips) is not None}
    told_now = (entry for flips in by_link for entry in changed(flips))
    return [*told_now, *still_broken(standing, told=fresh)]


def _by_link(changes: Iterable[Change]) -> list[list[Change]]:
    ordered = sorted(changes, key=lambda change: (change.link.url, change.flip_id))
    return [list(flips) for _, flips in groupby(ordered, key=lambda change: change.link.url)]


def _told(flips: Sequence[Change], waiting: Collection[str]) -> bool:
    cited = flips[-1].link.citations
    return settled(flips) and not (cited and all(c.slug in waiting for c in cited))


def _dossiers(entries: Sequence[Entry], first_looks: Mapping[str, str]) -> list[DossierNews]:
    """Return the dossiers with news, those with broken links first, then by title."""
    titles = dict(first_looks)
    for entry in entries:
        if entry.news is not News.STILL_BROKEN:
            titles.setdefault(entry.slug, entry.citations[0].dossier)
    dossiers = [
        DossierNews(
            slug, title, slug in first_looks, _sections([e for e in entries if e.slug == slug])
        )
        for slug, title in titles.items()
    ]
    return sorted(dossiers, key=lambda d: (not d.entries(News.BROKEN), d.title.casefold(), d.slug))


def _sections(entries: Sequence[Entry]) -> tuple[Section, ...]:
    return tuple(
        Section(kind, tuple(sorted((e for e in entries if e.news is kind), key=_order)))
        for kind in News
        if any(entry.news is kind for entry in entries)
    )


def _order(entry: Entry) -> tuple[datetime, int, str]:
    since = entry.link.since if entry.news is News.STILL_BROKEN else None
    place = entry.citations[0].place.rpartition(":")[2]
    return since or _EARLIEST, int(place) if place.isdecimal() else 0, entry.link.url
