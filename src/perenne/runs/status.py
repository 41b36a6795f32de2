"""How the service itself is: what it did last, what waits, and whether somebody has to help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, unique

from perenne.domain.runs import Run, RunKind, RunStatus
from perenne.runs.holders import here
from perenne.runs.service import Service
from perenne.runs.signs import SILENCE, left_behind, lives
from perenne.store import archives, backlog, runs, workers
from perenne.store.backlog import StuckMail
from perenne.store.database import Session
from perenne.store.runs import Unfinished
from perenne.store.statuses import RequestStatus
from perenne.store.workers import WorkerRecord

LONGEST_WITHOUT_NIGHT = timedelta(hours=30)
"""From one night's beginning to the next: a day, an hour for the clocks, and some to catch up."""
LONGEST_PUT_OFF = timedelta(days=1)
"""How long a mail server may put off a mail before somebody should look: RFC 5321 §4.5.4.1 has
a sender be told of a delay long before it gives up."""


@unique
class Problem(StrEnum):
    """What needs a human."""

    NO_WORKER = "no_worker"
    NIGHT_MISSED = "night_missed"
    NIGHT_VOID = "night_void"
    NIGHT_INTERRUPTED = "night_interrupted"
    JOB_FAILED = "job_failed"
    MAILS_PARKED = "mails_parked"
    MAILS_PUT_OFF = "mails_put_off"


@dataclass(frozen=True)
class Mails:
    """The outbox: how many mails wait, which of them were put off, and which were refused."""

    waiting: int
    put_off: tuple[StuckMail, ...]
    parked: tuple[StuckMail, ...]


@dataclass(frozen=True)
class Status:
    """How the service is. `workers`: those `alive`, or else the one that was heard of last."""

    last_run: Run | None
    last_night: Run | None
    alive: tuple[WorkerRecord, ...]
    workers: tuple[WorkerRecord, ...]
    due: int
    suspects: int
    archive: dict[RequestStatus, int]
    mails: Mails
    problems: tuple[Problem, ...]

    @property
    def next_night(self) -> datetime | None:
        """Return when a worker will begin the next night; None where none is alive."""
        return min((each.next_night for each in self.alive if each.next_night), default=None)


def status(service: Service) -> Status:
    """Look at all that tells how the service is."""
    now = service.clock.now()
    with service.database.reading() as session:
        night, known = runs.latest(session, RunKind.NIGHTLY), workers.all_workers(session)
        alive = tuple(worker for worker in known if lives(worker, now))
        mails = _mails(session)
        problems = (
            *_of_nights(night, runs.unfinished(session), now),
            *_of_workers(alive, known, night),
            *_of_mails(mails, now),
        )
        return Status(
            runs.latest(session),
            night,
            alive,
            alive or tuple(known[:1]),
            backlog.links_due(session),
            backlog.suspects(session),
            archives.counts(session),
            mails,
            problems,
        )


def worker_here(service: Service) -> WorkerRecord | None:
    """Return the worker that is alive on this very machine, or in this container."""
    now = service.clock.now()
    with service.database.reading() as session:
        known = workers.all_workers(session)
    return next((w for w in known if here(w.holder) and lives(w, now)), None)


def _mails(session: Session) -> Mails:
    return Mails(
        backlog.mails_waiting(session),
        tuple(backlog.mails_failing(session)),
        tuple(backlog.mails_parked(session)),
    )


def _of_nights(night: Run | None, unfinished: list[Unfinished], now: datetime) -> Iterator[Problem]:
    if night is None:
        return
    if night.status is RunStatus.RUNNING:
        if any(run.id == night.id and left_behind(run, now) for run in unfinished):
            yield Problem.NIGHT_INTERRUPTED
    elif now - night.started_at > LONGEST_WITHOUT_NIGHT:
        yield Problem.NIGHT_MISSED
    elif night.status is RunStatus.VOID:
        yield Problem.NIGHT_VOID
    elif night.status is RunStatus.INTERRUPTED:
        yield Problem.NIGHT_INTERRUPTED


def _of_workers(
    alive: tuple[WorkerRecord, ...], known: list[WorkerRecord], night: Run | None
) -> Iterator[Problem]:
    """Tell that nobody begins the nights; those that cron begins need no worker.

    A night that began soon after a worker's last sign of life was that worker's.
    """
    last_heard = known[0].heartbeat_at + SILENCE if known else None
    by_others = night is not None and (last_heard is None or night.started_at > last_heard)
    if not alive and not by_others:
        yield Problem.NO_WORKER
    if any(worker.troubles for worker in alive):
        yield Problem.JOB_FAILED


def _of_mails(mails: Mails, now: datetime) -> Iterator[Problem]:
    if mails.parked:
        yield Problem.MAILS_PARKED
    if any(now - mail.since > LONGEST_PUT_OFF for mail in mails.put_off):
        yield Problem.MAILS_PUT_OFF
