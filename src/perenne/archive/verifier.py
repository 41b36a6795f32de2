"""Looks at captures some time after they were made, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from perenne.archive.pace import Pace, Sleep
from perenne.archive.playback import PER_MINUTE, Playback, Shown
from perenne.archive.verifying import Settled, after_judging, after_look
from perenne.domain.captures import Judged
from perenne.domain.exchanges import Exchange
from perenne.domain.links import Link
from perenne.domain.sites import Site
from perenne.log.events import event_log
from perenne.net.body import Bounds
from perenne.store import archives, captures, hosts, links

if TYPE_CHECKING:
    from perenne.clock import Clock
    from perenne.net.service import ServiceClient
    from perenne.settings import Settings
    from perenne.store.captures import Waiting
    from perenne.store.database import Database, Session

Judge = Callable[[Link, Exchange, datetime], Judged]
"""Says what a copy of a link shows, made at that instant: `checking` knows how."""

LEASE = timedelta(minutes=15)
"""A worker that looks at a capture is dead after that: a look takes minutes at most."""

_log = event_log("archive")


def playback_of(
    archive: str,
    database: Database,
    settings: Settings,
    clock: Clock,
    client: ServiceClient,
    sleep: Sleep,
) -> Playback:
    """Return the way to look at captures of the archive at that address."""
    pace = Pace(database, place_of(archive), PER_MINUTE, clock, sleep)
    return Playback(client, pace, Bounds.of(settings.limits, Site()))


def place_of(archive: str) -> str:
    """Return the name under which the looks at an archive's captures are counted."""
    return f"{urlsplit(archive).netloc}/web"


class Verifier:
    """Works on the captures of `database` that wait to be looked at."""

    def __init__(
        self, database: Database, settings: Settings, clock: Clock, playback: Playback, judge: Judge
    ) -> None:
        self._database = database
        self._wayback = settings.wayback
        self._clock = clock
        self._playback = playback
        self._judge = judge
        self._gate = place_of(settings.wayback.url)

    async def step(self) -> bool:
        """Look at the capture that has been due for the longest; False where none is."""
        waiting = self._take()
        if waiting is None:
            return False
        view = await self._playback.show(waiting.capture)
        if isinstance(view, Shown):
            self._store(waiting, self._judged(waiting, view))
        else:
            self._store(waiting, after_look(waiting, view, self._clock.now()))
        return True

    def idle_for(self, patience: timedelta) -> float | None:
        """Return the seconds until the next look, None where that is too long."""
        now = self._clock.now()
        with self._database.reading() as session:
            due = captures.next_waiting(session, now + patience)
            paused = hosts.put_off_until(session, self._gate, now)
        if due is None or (paused and paused > now + patience):
            return None
        return max((max(due.check_at, paused or now) - now).total_seconds(), 0.0)

    def _take(self) -> Waiting | None:
        now = self._clock.now()
        with self._database.transaction() as session:
            if hosts.put_off_until(session, self._gate, now) is not None:
                return None
            due = captures.next_waiting(session, now)
            if due is None or not captures.reserve(session, due, now + LEASE):
                return None
            return replace(due, check_at=now + LEASE)

    def _judged(self, waiting: Waiting, view: Shown) -> Settled:
        with self._database.reading() as session:
            [link] = links.links(session, [waiting.link_id])
            request = archives.latest_request(session, waiting.link_id)
        judged = self._judge(link, view.exchange, waiting.capture.timestamp)
        fingerprint = request.fingerprint if request else ""
        return after_judging(judged, fingerprint, walls=self._wayback.include_restricted)

    def _store(self, waiting: Waiting, settled: Settled) -> None:
        now = self._clock.now()
        with self._database.transaction() as session:
            captures.settle(
                session,
                waiting.id,
                settled.verification,
                code=settled.code,
                nearest=settled.nearest or waiting.nearest,
                check_at=settled.check_at,
                at=now,
            )
            self._pause(session, settled)
        verification, code = settled.verification.value, settled.code
        _log.info("capture", link=waiting.link_id, verification=verification, code=code)

    def _pause(self, session: Session, settled: Settled) -> None:
        if settled.pause is not None:
            hosts.put_off(session, {self._gate: settled.pause})
