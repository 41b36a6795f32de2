"""Who sends next: pace and budget, shared through the database by all workers.

The archive counts by network and by account, so all that we send to it counts together.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from perenne.archive.standing import archive_day, saving_gate
from perenne.store import archives, hosts
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from perenne.settings import Wayback
    from perenne.store.archives import ArchiveRequest
    from perenne.store.database import Session

LEASE = timedelta(minutes=10)
"""A worker that asks for a job or in the index is dead after that: each takes minutes at most."""
SENDING_LEASE = timedelta(hours=1)
"""A request whose worker died while sending it: the index is asked from then on."""
_SENT, _QUEUED = (RequestStatus.SUBMITTED,), (RequestStatus.QUEUED,)


_TICK = timedelta(microseconds=1)
_GLANCE = timedelta(seconds=1)
"""Between two looks whether it is our turn."""


class Claims:
    """Takes requests for one worker, so that no other has them; each call in a transaction."""

    def __init__(self, wayback: Wayback) -> None:
        self._interval = timedelta(minutes=1) / wayback.per_minute
        self._per_day = wayback.per_day
        self._gate = saving_gate(wayback)

    def to_follow(self, session: Session, now: datetime) -> ArchiveRequest | None:
        """Take a request that was sent and whose next look is due."""
        if self._paused_until(session, now) is not None:
            return None
        due = archives.next_requests(session, now, 1, only=_SENT)
        return next((r for r in due if archives.reserve(session, r, now + LEASE)), None)

    def next_to_send(self, session: Session, now: datetime) -> ArchiveRequest | None:
        """Return the request that could be sent now; nothing is taken."""
        if self._paused_until(session, now) is not None or not self._free(session, now):
            return None
        return next(iter(archives.next_requests(session, now, 1, only=_QUEUED)), None)

    def to_send(self, session: Session, now: datetime) -> ArchiveRequest | None:
        """Take a request to be sent now, and note that it is sent before it is."""
        # Two workers that look at once would both find a free place: this row is their lock.
        hosts.put_off(session, {f"{self._gate}/turn": now})
        due = self.next_to_send(session, now)
        if due is None or not archives.reserve(session, due, now + SENDING_LEASE):
            return None
        archives.submitted(session, due.id, None, now)
        return replace(due, status=RequestStatus.SUBMITTED, job_id=None, submitted_at=now)

    def pause(self, session: Session, until: datetime) -> None:
        """Keep all workers from asking the archive until then."""
        hosts.put_off(session, {self._gate: until})

    def next_step(self, session: Session, now: datetime, horizon: datetime) -> datetime | None:
        """Return when there is something to do next, None where nothing before `horizon`."""
        steps = [*self._next(session, horizon, _SENT)]
        if not self._spent(session, now):
            turn = now if self._free(session, now) else now + _GLANCE
            steps += [max(step, turn) for step in self._next(session, horizon, _QUEUED)]
        if not steps:
            return None
        step = max(min(steps), self._paused_until(session, now) or now)
        return step if step <= horizon else None

    def _next(
        self, session: Session, horizon: datetime, status: tuple[RequestStatus, ...]
    ) -> list[datetime]:
        due = archives.next_requests(session, horizon, 1, only=status)
        return [request.next_try_at for request in due if request.next_try_at is not None]

    def _paused_until(self, session: Session, now: datetime) -> datetime | None:
        return hosts.waiting(session, now).get(self._gate)

    def _free(self, session: Session, now: datetime) -> bool:
        recently = now - self._interval + _TICK
        return not archives.submitted_since(session, recently) and not self._spent(session, now)

    def _spent(self, session: Session, now: datetime) -> bool:
        return archives.submitted_since(session, archive_day(now)) >= self._per_day
