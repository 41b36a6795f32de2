"""When nights begin: once each civil day, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from perenne.settings import Schedule

_AROUND = range(-2, 3)
"""Days to look at: where zones change sides of the date line, one may be missing."""


def night_of_day(schedule: Schedule, day: date) -> datetime:
    """Return the instant at which the night of a civil day begins, in UTC.

    An hour that the clocks leave out is read as if they had not been set yet, so that 02:30 is
    03:30; of an hour that comes twice, the first counts (PEP 495).
    """
    local = datetime.combine(day, time.fromisoformat(schedule.night), schedule.zone)
    return local.astimezone(UTC)


def previous_night(schedule: Schedule, now: datetime) -> datetime:
    """Return the latest instant at or before `now` at which the night begins."""
    return max(night for night in _nights_around(schedule, now) if night <= now)


def next_night(schedule: Schedule, after: datetime) -> datetime:
    """Return the first instant after `after` at which the night begins."""
    return min(night for night in _nights_around(schedule, after) if night > after)


def _nights_around(schedule: Schedule, instant: datetime) -> list[datetime]:
    today = instant.astimezone(schedule.zone).date()
    return [night_of_day(schedule, today + timedelta(days=days)) for days in _AROUND]
