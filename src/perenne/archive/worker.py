"""One step at a time: take a request, ask the archive, store what follows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from perenne.archive import outcomes
from perenne.archive.mementos import capture_of
from perenne.archive.verifying import LOOKS
from perenne.domain.urls import link_key, without_credentials
from perenne.log.events import event_log
from perenne.store import archives, captures

if TYPE_CHECKING:
    from perenne.archive.answers import Submitter
    from perenne.archive.cdx import Index
    from perenne.archive.claims import Claims
    from perenne.archive.outcomes import Outcome
    from perenne.clock import Clock
    from perenne.store.archives import ArchiveRequest
    from perenne.store.database import Database, Session

PREFLIGHT = timedelta(minutes=15)
"""How long to rely on what the account said of itself."""

_log = event_log("archive")


class Worker:
    """Works on the queue of `database`; all it must not forget is there before it goes on."""

    def __init__(
        self,
        database: Database,
        claims: Claims,
        submitter: Submitter,
        index: Index,
        clock: Clock,
    ) -> None:
        self._database = database
        self._claims = claims
        self._submitter = submitter
        self._index = index
        self._clock = clock
        self._account_good_until = clock.now()

    async def step(self) -> bool:
        """Do the next thing that is due; False where there is none."""
        return await self._follow() or await self._send()

    def idle_for(self, patience: timedelta) -> float | None:
        """Return the seconds until the next thing is due, None where that is too long."""
        now = self._clock.now()
        with self._database.reading() as session:
            step = self._claims.next_step(session, now, now + patience)
        return max((step - now).total_seconds(), 0.0) if step else None

    async def _send(self) -> bool:
        if not await self._may_send():
            return False
        with self._database.transaction() as session:
            request = self._claims.to_send(session, self._clock.now())
        if request is None:
            return False
        answer = await self._submitter.submit(_page(request))
        self._store(request, outcomes.after_submission(request, answer, self._clock.now()))
        return True

    async def _may_send(self) -> bool:
        """Ask now and then what the account may still ask for: that costs no capture."""
        now = self._clock.now()
        with self._database.reading() as session:
            request = self._claims.next_to_send(session, now)
        if request is None or now < self._account_good_until:
            return request is not None
        held = outcomes.after_account(await self._submitter.account(), now)
        if held is None:
            self._account_good_until = now + PREFLIGHT
            return True
        with self._database.transaction() as session:
            archives.note(session, request.id, held.code)
            self._claims.pause(session, held.until)
        _log.info("archive held", code=held.code, until=held.until.isoformat())
        return False

    async def _follow(self) -> bool:
        with self._database.transaction() as session:
            request = self._claims.to_follow(session, self._clock.now())
        if request is None:
            return False
        self._store(request, await self._learn(request))
        return True

    async def _learn(self, request: ArchiveRequest) -> Outcome:
        if request.job_id is None:
            found = await self._index.saved(_page(request))
            return outcomes.after_look_up(request, found, self._clock.now())
        answer = await self._submitter.poll(request.job_id)
        return outcomes.after_poll(request, answer, self._clock.now())

    def _store(self, request: ArchiveRequest, outcome: Outcome) -> None:
        now = self._clock.now()
        with self._database.transaction() as session:
            if outcome.job_id or outcome.forget_job:
                sent = request.submitted_at or now
                archives.submitted(session, request.id, outcome.job_id, sent)
            archives.outcome(
                session,
                request.id,
                outcome.status,
                code=outcome.code,
                answer=outcome.answer,
                next_try_at=outcome.next_try_at,
                at=now,
            )
            self._store_capture(session, request, outcome)
            if outcome.pause:
                self._claims.pause(session, outcome.pause)
            if until := outcomes.host_pause(outcome.code, now):
                archives.put_off_host(session, request.link_id, until)
        _log.info("archive", link=request.link_id, status=outcome.status.value, code=outcome.code)

    def _store_capture(self, session: Session, request: ArchiveRequest, outcome: Outcome) -> None:
        now, saved = self._clock.now(), outcome.captured
        look, found = now + LOOKS[0], outcome.found
        if saved is not None:
            made = capture_of(self._index.base, saved.timestamp, saved.original_url)
            captures.add(session, request.link_id, made, self._submitter.name, now, look)
        elif found is not None:
            captures.add(session, request.link_id, found, "cdx", now, look)


def _page(request: ArchiveRequest) -> str:
    """Return what is asked for: never a password, and one address for all tracking variants."""
    return without_credentials(link_key(request.url))
