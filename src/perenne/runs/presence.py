"""A worker's sign of life: a row that it renews, for `perenne status` and for other workers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from perenne.log import causes
from perenne.log.events import event_log
from perenne.runs.holders import holder
from perenne.runs.service import Service
from perenne.store import workers
from perenne.store.database import DatabaseError
from perenne.store.workers import Trouble, WorkerRecord

SECONDS_BETWEEN_SIGNS = 20
MOST_FAILURES = 30
"""In a row, before the database counts as gone for good: ten minutes at least, in which a server
is updated and started again. Whatever runs us may then start us anew, or call for help."""
REMEMBERED = timedelta(days=1)
"""How long a worker is remembered that stopped or vanished; the last of all for ever."""

_log = event_log("worker")


class Presence:
    """What others see of this worker: that it lives, its next night, and what fails.

    `next_night` tells when its next night begins.
    """

    def __init__(self, service: Service, next_night: Callable[[], datetime | None]) -> None:
        self._service = service
        self._next_night = next_night
        self._started_at = service.clock.now()
        self._troubles: dict[str, Trouble] = {}
        self._failures = 0
        self.lost: DatabaseError | None = None
        """What the database said last, once it is gone for good."""

    def failed(self, job: str, error: BaseException | None) -> None:
        """Note that a job failed; None where it could not even begin in time."""
        cause = causes(error) if error else "missed"
        self._troubles[job] = Trouble(job, self._service.clock.now(), cause)

    def went_well(self, job: str) -> None:
        """Note that a job is well again."""
        self._troubles.pop(job, None)

    def show(self) -> None:
        """Give a sign of life; after `MOST_FAILURES` in a row, the database is `lost`."""
        try:
            with self._service.database.transaction() as session:
                workers.save(session, self._record())
        except DatabaseError as error:
            self._failures += 1
            _log.warning("no sign of life can be given", cause=causes(error))
            if self._failures >= MOST_FAILURES:
                self.lost = error
        else:
            self._failures = 0

    def leave(self) -> None:
        """Say that we stop because we were asked to; a database that is gone is told nothing."""
        leaving = replace(self._record(), stopped_at=self._service.clock.now(), next_night=None)
        with suppress(DatabaseError), self._service.database.transaction() as session:
            workers.save(session, leaving)

    def _record(self) -> WorkerRecord:
        troubles = tuple(self._troubles.values())
        now = self._service.clock.now()
        return WorkerRecord(
            holder(), self._started_at, now, next_night=self._next_night(), troubles=troubles
        )


def forget_workers(service: Service) -> None:
    """Forget the workers that ended long ago."""
    with service.database.transaction() as session:
        workers.forget(session, unheard_since=service.clock.now() - REMEMBERED)
