"""Whether the service itself still works, and what needs a human."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.runs.test_claims import dead_process
from tests.store.news_stories import LEA
from tests.store.test_backlog import BUSY, REFUSED, put

from perenne.clock import SetClock
from perenne.domain.people import Pace
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.sites import Site
from perenne.runs.holders import holder
from perenne.runs.presence import Presence
from perenne.runs.service import Service
from perenne.runs.signs import LEASE, SILENCE
from perenne.runs.status import LONGEST_PUT_OFF, LONGEST_WITHOUT_NIGHT, Problem, status, worker_here
from perenne.settings import Settings
from perenne.store import outbox, recipients, runs, workers
from perenne.store.database import Database
from perenne.store.workers import WorkerRecord

NIGHT = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
NEXT = NIGHT + timedelta(days=1)
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def clock() -> SetClock:
    """Stand at the beginning of Monday's night."""
    return SetClock(NIGHT)


@pytest.fixture
def service(database: Database, database_url: str, clock: SetClock) -> Service:
    """Give a service on an empty database."""
    return Service(Settings(database_url=database_url), clock, lambda _host: Site(), database)


def night(service: Service, ended: RunStatus = RunStatus.COMPLETED, name: str = "") -> int:
    """Begin a night now, and let it end so."""
    now = service.clock.now()
    with service.database.transaction() as session:
        run_id = runs.claim(
            session,
            RunKind.NIGHTLY,
            scheduled_for=now,
            night=service.night(now),
            holder=name or holder(),
            at=now,
        )
        assert run_id is not None
        if ended is not RunStatus.RUNNING:
            runs.finish(session, run_id, ended, {"ok": 3, "gone": 1}, now + 60 * SECOND)
    return run_id


def work(service: Service) -> Presence:
    """Let a worker of this very process give a sign of life."""
    presence = Presence(service, lambda: NEXT)
    presence.show()
    return presence


def problems(service: Service) -> list[Problem]:
    """Return what needs a human now."""
    return list(status(service).problems)


def test_a_worker_and_a_night_are_all_that_is_needed(service: Service, clock: SetClock) -> None:
    """The last run and the last night are told apart; so are the next night, and what waits."""
    first = night(service)
    clock.advance(8 * HOUR)
    work(service)
    with service.database.transaction() as session:
        asked = runs.claim(
            session,
            RunKind.CHECK,
            scheduled_for=None,
            night=service.night(clock.now()),
            holder=holder(),
            at=clock.now(),
        )
    found = status(service)
    assert found.problems == ()
    assert found.last_night is not None
    assert found.last_run is not None
    assert (found.last_night.id, found.last_run.id) == (first, asked)
    assert found.next_night == NEXT
    assert [worker.holder for worker in found.alive] == [holder()]
    assert (found.due, found.suspects, found.mails.waiting) == (0, 0, 0)


def test_a_service_that_nobody_has_started_needs_somebody(service: Service) -> None:
    """Nothing begins the nights."""
    assert problems(service) == [Problem.NO_WORKER]


def test_a_worker_that_has_just_started_needs_nobody(service: Service) -> None:
    """It is about to do its first night."""
    work(service)
    assert problems(service) == []


def test_a_worker_that_vanished_needs_somebody(service: Service, clock: SetClock) -> None:
    """It did the last night, and will not do the next."""
    night(service)
    clock.advance(HOUR)
    work(service)
    clock.advance(SILENCE + SECOND)
    found = status(service)
    assert found.problems == (Problem.NO_WORKER,)
    assert found.next_night is None
    assert [worker.heartbeat_at for worker in found.workers] == [NIGHT + HOUR]


def test_a_worker_that_began_a_night_and_vanished_needs_somebody(
    service: Service, clock: SetClock
) -> None:
    """The night began after its last sign of life, and was its own all the same."""
    work(service)
    clock.advance(timedelta(seconds=10))
    night(service)
    assert problems(service) == []
    clock.advance(HOUR)
    assert problems(service) == [Problem.NO_WORKER]


def test_a_worker_that_was_stopped_needs_somebody(service: Service, clock: SetClock) -> None:
    """It is told apart from one that vanished."""
    night(service)
    clock.advance(HOUR)
    work(service).leave()
    found = status(service)
    assert found.problems == (Problem.NO_WORKER,)
    assert found.workers[0].stopped_at == NIGHT + HOUR


def test_nights_that_cron_begins_need_no_worker(service: Service, clock: SetClock) -> None:
    """Nor do they once a worker that was tried has been given up."""
    night(service)
    assert problems(service) == []
    clock.advance(HOUR)
    work(service).leave()
    clock.instant = NEXT
    night(service)
    assert problems(service) == []


def test_a_night_that_did_not_take_place_is_told(service: Service, clock: SetClock) -> None:
    """By cron or by a worker: a day and some hours after the last one began."""
    night(service)
    clock.advance(LONGEST_WITHOUT_NIGHT)
    assert problems(service) == []
    clock.advance(SECOND)
    assert problems(service) == [Problem.NIGHT_MISSED]


@pytest.mark.parametrize(
    ("ended", "problem"),
    [
        (RunStatus.VOID, [Problem.NIGHT_VOID]),
        (RunStatus.INTERRUPTED, [Problem.NIGHT_INTERRUPTED]),
        (RunStatus.RUNNING, []),
        (RunStatus.COMPLETED, []),
    ],
)
def test_a_night_that_ended_badly_is_told(
    service: Service, ended: RunStatus, problem: list[Problem]
) -> None:
    """One under way is none of them."""
    night(service, ended)
    work(service)
    assert problems(service) == problem


def test_a_night_whose_process_is_gone_is_told_until_somebody_takes_it(
    service: Service, clock: SetClock
) -> None:
    """At once on this machine, after its lease on another."""
    night(service, RunStatus.RUNNING, dead_process())
    assert problems(service) == [Problem.NIGHT_INTERRUPTED]
    clock.advance(DAY)
    night(service, RunStatus.RUNNING, "elsewhere:1:ab")
    assert problems(service) == []
    clock.advance(LEASE + SECOND)
    assert problems(service) == [Problem.NIGHT_INTERRUPTED]


def test_a_job_that_fails_is_told(service: Service) -> None:
    """Of a worker that lives."""
    night(service)
    presence = work(service)
    presence.failed("archive", OSError("no route"))
    presence.show()
    assert problems(service) == [Problem.JOB_FAILED]
    presence.went_well("archive")
    presence.show()
    assert problems(service) == []


def test_mails_that_do_not_arrive_are_told(service: Service, clock: SetClock) -> None:
    """At once where they are refused; after a day where they are put off."""
    night(service)
    with service.database.transaction() as session:
        recipients.subscribe(session, LEA, Pace.NIGHTLY)
        outbox.retry_at(session, put(session, "tom@centre.example"), NEXT, BUSY)
        [mail] = outbox.all_messages(session)
    clock.instant = mail.created_at
    night(service)
    assert problems(service) == []
    clock.advance(LONGEST_PUT_OFF + SECOND)
    assert problems(service) == [Problem.MAILS_PUT_OFF]
    with service.database.transaction() as session:
        outbox.park(session, put(session, LEA), REFUSED)
    assert problems(service) == [Problem.MAILS_PARKED, Problem.MAILS_PUT_OFF]


def test_a_container_asks_for_its_own_worker(service: Service, clock: SetClock) -> None:
    """Another machine's, however well, is none of its business."""
    with service.database.transaction() as session:
        workers.save(session, WorkerRecord("elsewhere:1:ab", NIGHT, NIGHT))
    assert worker_here(service) is None
    presence = work(service)
    found = worker_here(service)
    assert found is not None
    assert found.holder == holder()
    presence.leave()
    assert worker_here(service) is None
    with service.database.transaction() as session:
        workers.save(session, replace(found, holder=dead_process(), heartbeat_at=clock.now()))
    assert worker_here(service) is None
