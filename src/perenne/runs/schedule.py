"""The service that does the night every night, and all that goes with it.

Jobs stand in code, in memory: what must survive a restart is in the database. A run is claimed
by a row, so that two workers, a double firing (02:30 comes twice on the last Sunday of
October) or a restart start it once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED, JobExecutionEvent
from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from perenne.domain.runs import RunKind, RunStatus
from perenne.log.events import event_log
from perenne.runs.captures import find_lost, work_queue
from perenne.runs.clocks import went_back
from perenne.runs.copying import copy_due
from perenne.runs.night import Pass, night
from perenne.runs.orders import Following
from perenne.runs.outbox import deliver
from perenne.runs.service import Service
from perenne.settings import Schedule
from perenne.store import runs

BETWEEN_TRIES = timedelta(minutes=30)
"""Of a night that our own outage made void."""

TIMES_TAKEN_UP = 3
"""How often a night is taken up that a lost worker has interrupted."""

LATE_BY_HOURS = 6
"""A night that could not begin in time still begins this much later.

APScheduler's own default is one second, after which a job is dropped in silence.
"""

_UNDONE = {RunStatus.RUNNING, RunStatus.INTERRUPTED}

_log = event_log("worker")


async def serve(service: Service, stop: asyncio.Event) -> None:
    """Do what is due until `stop` is set; what is under way is finished first."""
    scheduler = _scheduler(service, stop)
    scheduler.add_listener(_log_trouble, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
    scheduler.start()
    _log.info("worker started", next_night=str(scheduler.get_job("night").next_run_time))
    if night_is_missing(service):
        scheduler.modify_job("night", next_run_time=service.clock.now())
    await stop.wait()
    scheduler.remove_all_jobs()
    await _finish_jobs()
    scheduler.shutdown(wait=False)
    _log.info("worker stopped")


def night_is_missing(service: Service) -> bool:
    """Tell whether the last night that was due did not begin, or did not come to its end."""
    due = previous_night(service.settings.schedule, service.clock.now())
    with service.database.reading() as session:
        latest = runs.latest(session, RunKind.NIGHTLY)
    if latest is None or latest.started_at < due or latest.status in _UNDONE:
        return True
    return latest.status is RunStatus.VOID and latest.night == service.night(service.clock.now())


def _log_trouble(event: JobExecutionEvent) -> None:
    _log.error("job failed", job=event.job_id, cause=repr(event.exception))


def previous_night(schedule: Schedule, now: datetime) -> datetime:
    """Return the latest instant at or before `now` at which the night begins."""
    trigger = night_trigger(schedule)
    fire: datetime = trigger.get_next_fire_time(None, now - timedelta(days=2))
    while True:
        following: datetime = trigger.get_next_fire_time(fire, fire + timedelta(seconds=1))
        if following > now:
            return fire
        fire = following


def night_trigger(schedule: Schedule) -> CronTrigger:
    """Return when the night begins: every day at the same local time."""
    hour, _colon, minute = schedule.night.partition(":")
    return CronTrigger(hour=int(hour), minute=int(minute), timezone=schedule.zone)


def _scheduler(service: Service, stop: asyncio.Event) -> AsyncIOScheduler:
    scheduler = AsyncIOScheduler(
        jobstores={"default": MemoryJobStore()},
        executors={"default": AsyncIOExecutor()},
        job_defaults={
            "coalesce": True,
            "max_instances": 1,
            "misfire_grace_time": LATE_BY_HOURS * 3600,
        },
        timezone=service.settings.schedule.zone,
    )

    async def begin_night() -> None:
        await _night(service, previous_night(service.settings.schedule, service.clock.now()), stop)

    async def archive() -> None:
        with suppress(Stopped):
            await work_queue(service, until(stop))

    async def copy() -> None:
        with suppress(Stopped):
            await copy_due(service, until(stop))

    async def mail() -> None:
        await asyncio.to_thread(deliver, service)

    scheduler.add_job(begin_night, night_trigger(service.settings.schedule), id="night")
    scheduler.add_job(archive, IntervalTrigger(minutes=1), id="archive")
    scheduler.add_job(copy, IntervalTrigger(hours=1), id="copies")
    scheduler.add_job(mail, IntervalTrigger(minutes=5), id="mail")
    return scheduler


async def _night(service: Service, scheduled_for: datetime, stop: asyncio.Event) -> None:
    with structlog.contextvars.bound_contextvars(scheduled_for=scheduled_for.isoformat()):
        _log.info("night begins")
        if last := went_back(service):
            _log.warning("the clock went back", last_run=last.isoformat())
        done = await _whole_night(service, scheduled_for, stop)
        _log.info("night ends", run_id=done.run_id, status=done.status.value)
    await asyncio.to_thread(deliver, service)
    with suppress(Stopped):
        await find_lost(service, until(stop))


async def _whole_night(service: Service, scheduled_for: datetime, stop: asyncio.Event) -> Pass:
    """Take a night up again that was interrupted, or void, though nobody asked us to stop."""
    begun, interrupted = service.clock.now(), 0
    while True:
        done = await night(service, scheduled_for, Following(stop=stop))
        if stop.is_set():
            return done
        if done.status is RunStatus.VOID and _may_try_again(service, begun):
            await until(stop)(BETWEEN_TRIES.total_seconds())
        elif done.status is RunStatus.INTERRUPTED and interrupted < TIMES_TAKEN_UP:
            interrupted += 1
        else:
            return done
        _log.warning("night taken up again", run_id=done.run_id)


def _may_try_again(service: Service, begun: datetime) -> bool:
    """Tell whether it will still be the same night after a pause: at noon another begins."""
    return service.night(service.clock.now() + BETWEEN_TRIES) == service.night(begun)


class Stopped(Exception):  # noqa: N818 - no error: the service was asked to stop
    """Raised in a pause between two steps of a long job, where nothing is half done."""


def until(stop: asyncio.Event) -> Callable[[float], Awaitable[None]]:
    """Return a sleep that ends, by `Stopped`, as soon as `stop` is set."""

    async def sleep(seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), seconds)
        if stop.is_set():
            raise Stopped

    return sleep


async def _finish_jobs() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)
