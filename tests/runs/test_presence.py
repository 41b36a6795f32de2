"""A worker says that it lives, and what fails; others believe it for a while."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.runs.test_claims import dead_process

from perenne.clock import SetClock
from perenne.domain.sites import Site
from perenne.runs.holders import holder
from perenne.runs.presence import (
    MOST_FAILURES,
    REMEMBERED,
    Presence,
    forget_workers,
)
from perenne.runs.service import Service
from perenne.runs.signs import SILENCE, lives
from perenne.settings import Settings
from perenne.store import workers
from perenne.store.database import Database, DatabaseError, open_database, upgrade
from perenne.store.workers import WorkerRecord

if TYPE_CHECKING:
    from tests.conftest import PostgresqlServer

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
NIGHT = datetime(2026, 3, 3, 2, 5, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> SetClock:
    """Stand at eight in the morning."""
    return SetClock(NOW)


@pytest.fixture
def service(database: Database, database_url: str, clock: SetClock) -> Service:
    """Give a service on an empty database."""
    return Service(Settings(database_url=database_url), clock, lambda _host: Site(), database)


def known(service: Service) -> list[WorkerRecord]:
    """Return the workers that the database knows."""
    with service.database.reading() as session:
        return workers.all_workers(session)


def save(service: Service, *records: WorkerRecord) -> None:
    """Let the database know workers."""
    with service.database.transaction() as session:
        for record in records:
            workers.save(session, record)


def test_a_worker_is_seen_with_its_next_night(service: Service, clock: SetClock) -> None:
    """Its sign of life is renewed in place."""
    presence = Presence(service, lambda: NIGHT)
    presence.show()
    clock.advance(20 * SECOND)
    presence.show()
    assert known(service) == [WorkerRecord(holder(), NOW, NOW + 20 * SECOND, None, NIGHT)]


def test_what_fails_is_seen_until_it_goes_well_again(service: Service) -> None:
    """With its cause, and when it was."""
    presence = Presence(service, lambda: None)
    failure = DatabaseError("database_locked", "busy")
    failure.__cause__ = OSError("locked")
    presence.failed("night", failure)
    presence.failed("mail", None)
    presence.show()
    [worker] = known(service)
    night, mail = worker.troubles
    assert (night.job, night.at) == ("night", NOW)
    assert night.cause == "DatabaseError: database_locked: busy ← OSError: locked"
    assert (mail.job, mail.cause) == ("mail", "missed")
    presence.went_well("night")
    presence.show()
    assert known(service)[0].failing == ["mail"]


def test_a_worker_that_is_asked_to_stop_says_so(service: Service) -> None:
    """Nobody takes it for one that has vanished."""
    presence = Presence(service, lambda: NIGHT)
    presence.show()
    presence.leave()
    [worker] = known(service)
    assert (worker.stopped_at, worker.next_night) == (NOW, None)
    assert not lives(worker, NOW)


@pytest.mark.parametrize(
    ("name", "silent_for", "alive"),
    [
        ("elsewhere:1:ab", SILENCE, True),
        ("elsewhere:1:ab", SILENCE + SECOND, False),
        ("", timedelta(0), True),
    ],
    ids=["silent for a while", "silent for too long", "this very process"],
)
def test_a_worker_lives_while_it_says_so(name: str, silent_for: timedelta, alive: bool) -> None:
    """What happens on another machine is known by its signs of life alone."""
    worker = WorkerRecord(name or holder(), NOW, NOW - silent_for)
    assert lives(worker, NOW) is alive


def test_a_worker_that_was_killed_here_is_dead_at_once() -> None:
    """However lately it gave a sign of life."""
    assert not lives(WorkerRecord(dead_process(), NOW, NOW), NOW)


def test_the_last_worker_is_remembered_and_the_others_for_a_day(
    service: Service, clock: SetClock
) -> None:
    """It says when the service came to its end."""
    save(service, WorkerRecord("a:1:x", NOW, NOW), WorkerRecord("b:1:x", NOW, NOW + SECOND))
    forget_workers(service)
    assert [worker.holder for worker in known(service)] == ["b:1:x", "a:1:x"]
    clock.advance(REMEMBERED + timedelta(hours=1))
    forget_workers(service)
    assert [worker.holder for worker in known(service)] == ["b:1:x"]


def test_a_database_that_comes_back_is_not_lost(
    postgresql_server: PostgresqlServer, clock: SetClock
) -> None:
    """Its server was started anew: what failed in a row is forgotten."""
    url = postgresql_server.new()
    upgrade(url)
    with open_database(url) as database:
        service = Service(Settings(database_url=url), clock, lambda _host: Site(), database)
        presence = Presence(service, lambda: None)
        for _time in range(2):
            postgresql_server.drop(url)
            for _failure in range(MOST_FAILURES - 1):
                presence.show()
            assert presence.lost is None
            postgresql_server.again(url)
            upgrade(url)
            presence.show()
        assert len(known(service)) == 1


def test_a_database_that_is_gone_for_good_is_lost(
    postgresql_server: PostgresqlServer, clock: SetClock
) -> None:
    """Whoever runs the worker is to know; leaving it is no second failure."""
    url = postgresql_server.new()
    upgrade(url)
    with open_database(url) as database:
        service = Service(Settings(database_url=url), clock, lambda _host: Site(), database)
        presence = Presence(service, lambda: None)
        postgresql_server.drop(url)
        for _failure in range(MOST_FAILURES):
            presence.show()
        assert presence.lost is not None
        assert presence.lost.code == "database_unreachable"
        presence.leave()
