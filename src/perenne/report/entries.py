"""The entries of a report: which link is told in which dossier, as which news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.domain.states import State
from perenne.domain.verdicts import Family, Verdict
from perenne.report.flips import News, news, standing_news

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import datetime

    from perenne.domain.links import Change, CitedIn, LinkStatus
    from perenne.domain.people import Overlay
    from perenne.domain.verdicts import VerdictKind

_DECIDABLE = {News.BROKEN, News.STILL_BROKEN, News.MOVED, News.TO_CHECK, News.UNSTABLE}
"""What an address that was chosen settles, but for the writing."""
_NO_NEWS = {News.STILL_BROKEN, News.CORRECTED, News.CHOSEN}
_FAMILIES = {State.BROKEN: Family.BROKEN, State.UNDECIDED: Family.UNDECIDED}


@dataclass(frozen=True, slots=True)
class Entry:
    """One link told in one dossier, with the references of that dossier that cite it.

    `verdict` explains the news; None where the last check says nothing about it. `at` is when
    the news happened; None for what is told because it still stands.
    """

    slug: str
    news: News
    link: LinkStatus
    citations: tuple[CitedIn, ...]
    verdict: Verdict | None
    at: datetime | None = None

    @property
    def is_news(self) -> bool:
        """Tell whether a mail is due for it.

        Neither for what is known to stand, unless it was dismissed, nor for what she did herself,
        or decided.
        """
        return self.news not in _NO_NEWS or self.lapsed is not None

    @property
    def dismissal(self) -> Overlay | None:
        """Return what says that it needs no telling in this dossier."""
        return self.citations[0].dismissal

    @property
    def lapsed(self) -> Overlay | None:
        """Return the dismissal that kept it from the reader until lately."""
        return self.citations[0].lapsed

    @property
    def accepted(self) -> Overlay | None:
        """Return the replacement that was chosen for this dossier."""
        return self.citations[0].accepted


def changed(flips: Sequence[Change]) -> Iterator[Entry]:
    """Yield what the unreported flips of one link, oldest first, tell in each dossier."""
    kind, last = news(flips), flips[-1]
    if kind is not None:
        verdict = _explanation(last.link, last.new_state, last.new_kind)
        yield from _each_dossier(last.link, kind, verdict, last.at)


def still_broken(links: Iterable[LinkStatus], *, told: Collection[str]) -> Iterator[Entry]:
    """Yield the broken links but those (URLs) that are news in this very report.

    Those that nobody can decide about are told once more where a dismissal of them has lapsed.
    """
    for link in links:
        if link.url in told:
            continue
        verdict = _explanation(link, link.state, kind=None)
        if link.state is State.BROKEN:
            yield from _each_dossier(link, News.STILL_BROKEN, verdict)
        elif link.state is State.UNDECIDED:
            entries = _each_dossier(link, News.TO_CHECK, verdict)
            yield from (entry for entry in entries if entry.lapsed)


def corrected(links: Iterable[LinkStatus]) -> Iterator[Entry]:
    """Yield the links that dossiers have ceased to cite, with the citations that are gone."""
    for link in links:
        yield from _each_dossier(link, News.CORRECTED, link.verdict)


def unchanged(links: Iterable[LinkStatus]) -> Iterator[Entry]:
    """Yield what still stands of links, where nothing is new."""
    for link in links:
        kind = News.STILL_BROKEN if link.state is State.BROKEN else News.TO_CHECK
        yield from _each_dossier(link, kind, _explanation(link, link.state, kind=None))


def first_seen(links: Iterable[LinkStatus]) -> Iterator[Entry]:
    """Yield what a first look tells of the links as they stand."""
    for link in links:
        alive = link.state is State.ALIVE
        kind = link.verdict.kind if alive and link.verdict else None
        section = standing_news(link.state, kind)
        if section is not None:
            yield from _each_dossier(link, section, _explanation(link, link.state, kind))


def _each_dossier(
    link: LinkStatus, kind: News, verdict: Verdict | None, at: datetime | None = None
) -> Iterator[Entry]:
    for slug in dict.fromkeys(citation.slug for citation in link.citations):
        cited = tuple(citation for citation in link.citations if citation.slug == slug)
        decided = kind in _DECIDABLE and any(each.awaits_writing for each in cited)
        yield Entry(slug, News.CHOSEN if decided else kind, link, cited, verdict, at)


def _explanation(link: LinkStatus, state: State, kind: VerdictKind | None) -> Verdict | None:
    """Return the verdict behind the state: the last check may have seen something else."""
    last = link.verdict
    if last is not None and (last.kind is kind or last.family is _FAMILIES.get(state)):
        return last
    return Verdict(kind) if kind is not None else None
