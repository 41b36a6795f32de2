"""Finds out that a night is missing: never begun, left behind by whoever was at it, or void."""

from __future__ import annotations

from datetime import datetime, timedelta

from perenne.domain.runs import RunKind, RunStatus
from perenne.runs.nights import previous_night
from perenne.runs.service import Service
from perenne.runs.signs import left_behind
from perenne.store import runs

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)

_UNDONE = {RunStatus.RUNNING, RunStatus.INTERRUPTED}


def night_is_missing(service: Service) -> bool:
    """Tell whether the last night that was due did not begin, or did not come to its end."""
    due = previous_night(service.settings.schedule, service.clock.now())
    with service.database.reading() as session:
        latest = runs.latest(session, RunKind.NIGHTLY)
    if latest is None or latest.started_at < due or latest.status in _UNDONE:
        return True
    # At noon another night begins, and one that our own outage made void is given up.
    return latest.status is RunStatus.VOID and latest.night == service.night(service.clock.now())


class CatchUp:
    """Tells when a missing night is to be taken up, more and more seldom while it cannot be."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._due: datetime | None = None
        self._wait = FIRST_WAIT
        self._not_before: datetime | None = None

    def wanted(self) -> bool:
        """Tell whether a night is missing that nobody is at, and that it is time to try."""
        now = self._service.clock.now()
        due = previous_night(self._service.settings.schedule, now)
        if due != self._due:
            self._due, self._wait, self._not_before = due, FIRST_WAIT, None
        if self._not_before is not None and now < self._not_before:
            return False
        if not night_is_missing(self._service) or self._somebody_is_at_it(now):
            return False
        self._not_before = now + self._wait
        self._wait = min(2 * self._wait, LONGEST_WAIT)
        return True

    def _somebody_is_at_it(self, now: datetime) -> bool:
        with self._service.database.reading() as session:
            nights = [run for run in runs.unfinished(session) if run.kind is RunKind.NIGHTLY]
        return any(not left_behind(run, now) for run in nights)
