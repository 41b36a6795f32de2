"""The service that does the night every night, and all that goes with it.

Jobs stand in code, in memory: what must survive a restart is in the database. A run is claimed
by a row, so that two workers, a double firing or a restart start it once. A job that fails is
told (`presence`), and ends no other.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import datetime

import structlog
from apscheduler.events import (
    EVENT_JOB_ERROR,
    EVENT_JOB_EXECUTED,
    EVENT_JOB_MISSED,
    JobExecutionEvent,
)
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from perenne.domain.runs import RunStatus
from perenne.log import causes
from perenne.log.events import event_log
from perenne.runs import jobs
from perenne.runs.captures import find_lost
from perenne.runs.catching_up import CatchUp, night_is_missing
from perenne.runs.clocks import went_back
from perenne.runs.jobs import Job
from perenne.runs.night import Pass, night
from perenne.runs.nights import previous_night
from perenne.runs.orders import Following
from perenne.runs.outbox import deliver
from perenne.runs.pauses import Stopped, until
from perenne.runs.pings import watched
from perenne.runs.presence import SECONDS_BETWEEN_SIGNS, Presence
from perenne.runs.service import Service

TIMES_TAKEN_UP = 3
"""How often a night is taken up that a lost worker has interrupted."""

SECONDS_BETWEEN_LOOKS = 30
"""For a night that somebody left behind."""

_log = event_log("worker")


async def serve(
    service: Service, stop: asyncio.Event, seconds_between_signs: float = SECONDS_BETWEEN_SIGNS
) -> None:
    """Do what is due until `stop` is set; what is under way is finished first.

    Raises `DatabaseError` once the database is gone for good.
    """
    scheduler = jobs.scheduler_for(service.settings.schedule)
    presence = Presence(service, lambda: _next_night(scheduler))
    for job in _jobs(service, stop, scheduler):
        jobs.add(scheduler, job)
    jobs.add(scheduler, _signs(presence, stop, seconds_between_signs))
    _listen(scheduler, presence)
    scheduler.start()
    presence.show()
    _log.info("worker started", next_night=str(_next_night(scheduler)))
    if night_is_missing(service):
        _begin_night_now(scheduler, service)
    await stop.wait()
    scheduler.remove_all_jobs()
    await _finish_jobs()
    scheduler.shutdown(wait=False)
    presence.leave()
    _log.info("worker stopped")
    if presence.lost is not None:
        raise presence.lost


def _jobs(service: Service, stop: asyncio.Event, scheduler: AsyncIOScheduler) -> list[Job]:
    schedule, catch_up = service.settings.schedule, CatchUp(service)

    async def begin_night() -> None:
        await _night(service, previous_night(schedule, service.clock.now()), stop)

    async def look_for_missing_night() -> None:
        if await asyncio.to_thread(catch_up.wanted):
            _log.warning("a night is missing")
            _begin_night_now(scheduler, service)

    return [
        Job("night", begin_night, jobs.NightTrigger(schedule)),
        Job("watch", look_for_missing_night, IntervalTrigger(seconds=SECONDS_BETWEEN_LOOKS)),
        *jobs.beside_the_night(service, stop),
    ]


def _signs(presence: Presence, stop: asyncio.Event, seconds: float) -> Job:
    """Return the job that says that we live, and ends us where the database is lost."""

    async def show() -> None:
        await asyncio.to_thread(presence.show)
        if presence.lost is not None:
            stop.set()

    return Job("presence", show, IntervalTrigger(seconds=seconds))


def _begin_night_now(scheduler: AsyncIOScheduler, service: Service) -> None:
    scheduler.modify_job("night", next_run_time=service.clock.now())


def _next_night(scheduler: AsyncIOScheduler) -> datetime | None:
    job = scheduler.get_job("night")
    begins: datetime | None = job and job.next_run_time
    return begins


def _listen(scheduler: AsyncIOScheduler, presence: Presence) -> None:
    """Tell what becomes of jobs: in the log, and to whoever asks how we are."""

    def hear(event: JobExecutionEvent) -> None:
        if event.code == EVENT_JOB_EXECUTED:
            presence.went_well(event.job_id)
            return
        presence.failed(event.job_id, event.exception)
        cause = causes(event.exception) if event.exception else "missed"
        _log.error("job failed", job=event.job_id, cause=cause, exc_info=event.exception)

    scheduler.add_listener(hear, EVENT_JOB_EXECUTED | EVENT_JOB_ERROR | EVENT_JOB_MISSED)
    # Its own words about the same would go to the error output, between our lines of JSON.
    logging.getLogger("apscheduler").addHandler(logging.NullHandler())


async def _night(service: Service, scheduled_for: datetime, stop: asyncio.Event) -> None:
    with structlog.contextvars.bound_contextvars(scheduled_for=scheduled_for.isoformat()):
        _log.info("night begins")
        if last := went_back(service):
            _log.warning("the clock went back", last_run=last.isoformat())
        done = await watched(
            service.settings,
            Following(stop=stop),
            lambda following: _whole_night(service, scheduled_for, following),
        )
        _log.info("night ends", run_id=done.run_id, status=done.status.value)
    await asyncio.to_thread(deliver, service)
    with suppress(Stopped):
        await find_lost(service, until(stop))


async def _whole_night(service: Service, scheduled_for: datetime, following: Following) -> Pass:
    """Take a night up again that was interrupted, though nobody asked us to stop."""
    done = await night(service, scheduled_for, following)
    for _again in range(TIMES_TAKEN_UP):
        if done.status is not RunStatus.INTERRUPTED or following.stop.is_set():
            break
        _log.warning("night taken up again", run_id=done.run_id)
        done = await night(service, scheduled_for, following)
    return done


async def _finish_jobs() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)
