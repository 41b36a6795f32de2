"""How the worker's jobs fire, by the machine's own clock."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from perenne.clock import SystemClock
from perenne.runs.jobs import Job, NightTrigger, add, scheduler_for
from perenne.runs.nights import next_night, previous_night
from perenne.settings import Schedule


def an_hour_ago() -> Schedule:
    """Return a schedule whose night was due an hour ago."""
    local = (SystemClock().now() - timedelta(hours=1)).astimezone(Schedule().zone)
    return Schedule(night=f"{local:%H:%M}")


def fired(schedule: Schedule, first: datetime) -> tuple[int, datetime]:
    """Return how often the night fires that was due first then, and when it does so next."""
    times: list[datetime] = []

    async def play() -> datetime:
        begun = asyncio.Event()

        async def night() -> None:
            times.append(SystemClock().now())
            begun.set()

        scheduler = scheduler_for(schedule)
        add(scheduler, Job("night", night, NightTrigger(schedule), first))
        scheduler.start()
        await asyncio.wait_for(begun.wait(), 10)
        scheduler.wakeup()
        await asyncio.sleep(0)
        due: datetime = scheduler.get_job("night").next_run_time
        scheduler.shutdown(wait=False)
        return due

    due = asyncio.run(play())
    return len(times), due


def test_nights_that_a_sleeping_machine_missed_are_one() -> None:
    """It slept for four of them: the last is begun late, and the next comes at its hour."""
    schedule, now = an_hour_ago(), SystemClock().now()
    last = previous_night(schedule, now)
    assert fired(schedule, last - timedelta(days=3)) == (1, next_night(schedule, now))


def test_a_night_that_is_begun_now_does_not_put_off_the_next() -> None:
    """Because it was missing when the worker started."""
    schedule, now = an_hour_ago(), SystemClock().now()
    assert fired(schedule, now) == (1, next_night(schedule, now))
