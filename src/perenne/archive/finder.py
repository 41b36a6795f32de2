"""Finding what others saved of a page that fails, so that its readers are offered it.

Each archive is asked in its turn, the next one where the one before has nothing that shows the
page. How each search ended is stored: a failed one is made again another night, one that found
nothing rarely.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from perenne.archive.answers import Unavailable
from perenne.archive.candidates import (
    MOST_OFFERED,
    MOST_TRIED,
    Candidate,
    candidate,
    in_order,
    shows_page,
)
from perenne.archive.cdx import Excluded, Found, LookUp, LookUpFailed
from perenne.archive.playback import Shown
from perenne.domain.urls import link_key, without_credentials
from perenne.log.events import event_log
from perenne.store import captures, look_ups
from perenne.store.statuses import LookUpStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from perenne.archive.sources import Source
    from perenne.archive.verifier import Judge
    from perenne.clock import Clock
    from perenne.domain.links import Capture, Link
    from perenne.store.database import Database
    from perenne.store.look_ups import LookedUp

ANOTHER_NIGHT = timedelta(hours=12)
"""After a search that failed."""
RARELY = {
    LookUpStatus.NONE: timedelta(days=30),  # archives are given whole collections at times
    LookUpStatus.EXCLUDED: timedelta(days=180),
}
LEASE = timedelta(hours=1)
"""A search whose worker died is made again."""

_NOTHING = {LookUpStatus.NONE, LookUpStatus.EXCLUDED}
_log = event_log("archive")


@dataclass(frozen=True, slots=True)
class Lost:
    """A link that fails: when it was cited, and when it was last known to live.

    `kept`: the captures of it that we have seen to show it. `refused`: keys of addresses that
    readers turned down, at which nobody looks again.
    """

    link: Link
    cited_at: datetime
    until: datetime
    kept: tuple[Capture, ...] = ()
    refused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Search:
    """How the search in one archive ended, and what it found."""

    status: LookUpStatus
    code: str = ""
    candidates: tuple[Candidate, ...] = ()


class Finder:
    """Searches `sources` for captures of lost links; `judge` says what they show."""

    def __init__(
        self, database: Database, sources: Sequence[Source], clock: Clock, judge: Judge
    ) -> None:
        self._database = database
        self._sources = sources
        self._clock = clock
        self._judge = judge

    async def find(self, lost: Lost, known: Mapping[str, LookedUp]) -> Search | None:
        """Search for captures of a link; None where nothing is to be asked now.

        `known`: how the last searches for it ended, by archive. Raises `DatabaseError`.
        """
        search: Search | None = None
        while (source := self._due(known)) is not None and self._claim(lost, source):
            search = await self._search(lost, source)
            known = {**known, source.name: self._store(lost, source, search)}
        return search

    def _due(self, known: Mapping[str, LookedUp]) -> Source | None:
        return due_source(self._sources, known, self._clock.now())

    def _claim(self, lost: Lost, source: Source) -> bool:
        now = self._clock.now()
        with self._database.transaction() as session:
            assert lost.link.id is not None
            return look_ups.claim(session, lost.link.id, source.name, now, now + LEASE)

    async def _search(self, lost: Lost, source: Source) -> Search:
        page = without_credentials(link_key(lost.link.url))
        answer = await source.holdings.around(page, lost.cited_at, lost.until)
        if not isinstance(answer, Found):
            return _without(answer)
        return await self._look(lost, source, answer.captures)

    async def _look(self, lost: Lost, source: Source, found: Sequence[Capture]) -> Search:
        """Look at the captures, the best first, until there are enough that show the page."""
        good: list[Candidate] = []
        wanted = [each for each in found if link_key(each.url) not in lost.refused]
        for capture in in_order(wanted, lost.cited_at)[:MOST_TRIED]:
            view = await source.playback.show(capture)
            if isinstance(view, Unavailable) and not good:
                return Search(LookUpStatus.FAILED, view.code)
            if isinstance(view, Unavailable):
                break
            if isinstance(view, Shown):
                judged = self._judge(lost.link, view.exchange, capture.timestamp)
                if shows_page(judged):
                    good.append(candidate(capture, judged, lost.link.titles))
            if len(good) == MOST_OFFERED:
                break
        if not good:
            return Search(LookUpStatus.NONE, "none_shows_it")
        return Search(LookUpStatus.FOUND, candidates=tuple(good))

    def _store(self, lost: Lost, source: Source, search: Search) -> LookedUp:
        now = self._clock.now()
        wait = RARELY.get(search.status, ANOTHER_NIGHT)
        next_try = None if search.status is LookUpStatus.FOUND else now + wait
        good = [each.capture for each in search.candidates]
        with self._database.transaction() as session:
            assert lost.link.id is not None
            captures.add_verified(session, lost.link.id, good, source.kind, now)
            kept = look_ups.LookedUp(search.status, search.code, now, next_try)
            look_ups.store(session, lost.link.id, source.name, kept)
        _log.info("look-up", link=lost.link.id, archive=source.name, status=search.status.value)
        return kept


def due_source(
    sources: Sequence[Source], known: Mapping[str, LookedUp], now: datetime
) -> Source | None:
    """Return the archive to be asked now: the next one where the one before has nothing."""
    for source in sources:
        last = known.get(source.name)
        if last is None or (last.next_try_at is not None and last.next_try_at <= now):
            return source
        if last.status not in _NOTHING:
            return None
    return None


def _without(answer: LookUp) -> Search:
    match answer:
        case Excluded():
            return Search(LookUpStatus.EXCLUDED)
        case LookUpFailed(code):
            return Search(LookUpStatus.FAILED, code)
        case _:
            return Search(LookUpStatus.NONE)
