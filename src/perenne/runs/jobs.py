"""What a worker does, and when."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.interval import IntervalTrigger

from perenne.runs.captures import work_queue
from perenne.runs.copying import copy_due
from perenne.runs.nights import next_night
from perenne.runs.outbox import deliver
from perenne.runs.pauses import Stopped, until
from perenne.runs.pruning import prune
from perenne.runs.rechecks import recheck
from perenne.runs.service import Service
from perenne.settings import Schedule

LATE_BY_HOURS = 6
"""A night that could not begin in time still begins this much later.

APScheduler's own default is one second, after which a job is dropped in silence.
"""

_SOON = timedelta(minutes=10)
"""After which a worker that has just started does what is due once a day."""


@dataclass(frozen=True)
class Job:
    """What is done, under which name, when, and when first where that is another matter."""

    name: str
    work: Callable[[], Awaitable[object]]
    trigger: BaseTrigger
    first: datetime | None = None


class NightTrigger(BaseTrigger):  # type: ignore[misc] # APScheduler 3 has no types
    """Fires when the night begins: APScheduler's own would do so twice where 02:30 comes twice."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        """Return the beginning of the night after the one that fired, or else after now."""
        return next_night(self._schedule, previous_fire_time or now)


def scheduler_for(schedule: Schedule) -> AsyncIOScheduler:
    """Return a scheduler: missed firings of a job count as one, and none overtakes itself."""
    return AsyncIOScheduler(
        jobstores={"default": MemoryJobStore()},
        executors={"default": AsyncIOExecutor()},
        job_defaults={
            "coalesce": True,
            "max_instances": 1,
            "misfire_grace_time": LATE_BY_HOURS * 3600,
        },
        timezone=schedule.zone,
    )


def add(scheduler: AsyncIOScheduler, job: Job) -> None:
    """Have a scheduler do a job."""
    first = {} if job.first is None else {"next_run_time": job.first}
    scheduler.add_job(job.work, job.trigger, id=job.name, **first)


def beside_the_night(service: Service, stop: asyncio.Event) -> Iterator[Job]:
    """Yield what goes on between the nights; `stop` ends what takes long."""

    async def archive() -> None:
        with suppress(Stopped):
            await work_queue(service, until(stop))

    async def copy() -> None:
        with suppress(Stopped):
            await copy_due(service, until(stop))

    async def mail() -> None:
        await asyncio.to_thread(deliver, service)

    async def recheck_suspects() -> None:
        await recheck(service, stop)

    async def forget() -> None:
        await asyncio.to_thread(prune, service)

    yield Job("archive", archive, IntervalTrigger(minutes=1))
    yield Job("mail", mail, IntervalTrigger(minutes=5))
    yield Job("copies", copy, IntervalTrigger(hours=1))
    if service.settings.schedule.recheck_hours:
        yield Job("recheck", recheck_suspects, IntervalTrigger(minutes=10))
    yield Job("prune", forget, IntervalTrigger(days=1), service.clock.now() + _SOON)
