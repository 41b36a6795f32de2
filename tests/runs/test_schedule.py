"""When the night begins: once a night, over both changes of clock."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from perenne.cli.errors import explain
from perenne.cli.exits import ExitCode
from perenne.clock import SetClock, SystemClock
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.sites import Site
from perenne.runs.catching_up import night_is_missing
from perenne.runs.nights import previous_night
from perenne.runs.schedule import serve
from perenne.runs.service import Service
from perenne.settings import Schedule, Settings
from perenne.store import runs, workers
from perenne.store.database import Database, DatabaseError, open_database, upgrade
from perenne.store.workers import WorkerRecord

if TYPE_CHECKING:
    from tests.conftest import PostgresqlServer

PARIS = Schedule()


@pytest.fixture
def service(database: Database, database_url: str) -> Iterator[Service]:
    """Give a service whose clock stands at ten in the morning."""
    clock = SetClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    return Service(Settings(database_url=database_url), clock, lambda _host: Site(), database)


def test_the_nights_of_a_year_are_a_day_apart() -> None:
    """365 of them, none twice, none left out, whatever the hour one looks at."""
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    found = {previous_night(PARIS, start + timedelta(hours=h)) for h in range(0, 365 * 24, 6)}
    assert len(found) == 366
    local = {night.astimezone(PARIS.zone).strftime("%H:%M") for night in found}
    assert local == {"03:05"}


def test_a_missed_night_is_caught_up(service: Service) -> None:
    """The machine was off at 03:05."""
    assert night_is_missing(service)


def test_a_night_that_was_done_is_not_missed(service: Service) -> None:
    """Once a night is enough; the next one is another matter."""
    due = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
    with service.database.transaction() as session:
        run_id = runs.claim(
            session,
            RunKind.NIGHTLY,
            scheduled_for=due,
            night=service.night(due),
            holder="elsewhere:1",
            at=due + timedelta(seconds=2),
        )
        assert run_id is not None
        runs.finish(session, run_id, RunStatus.COMPLETED, {}, due + timedelta(minutes=3))
    assert not night_is_missing(service)
    service.clock.instant += timedelta(days=1)  # type: ignore[attr-defined] # a SetClock
    assert night_is_missing(service)


def test_two_workers_claim_one_night_once(service: Service) -> None:
    """Whoever comes second gets nothing."""
    due = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
    claims = []
    for holder in ("a:1", "b:1"):
        with service.database.transaction() as session:
            claims.append(
                runs.claim(
                    session,
                    RunKind.NIGHTLY,
                    scheduled_for=due,
                    night=service.night(due),
                    holder=holder,
                    at=due,
                )
            )
    assert claims[0] is not None
    assert claims[1] is None


def test_a_worker_whose_database_is_gone_for_good_ends(
    postgresql_server: PostgresqlServer,
) -> None:
    """By the error that the command has a sentence and an exit code for."""
    url = postgresql_server.new()
    upgrade(url)

    def drop_once_it_works() -> None:
        with open_database(url) as database:
            while not known(database):
                time.sleep(0.01)
        postgresql_server.drop(url)

    with open_database(url) as database, ThreadPoolExecutor(1) as meanwhile:
        service = Service(Settings(), SystemClock(), lambda _host: Site(), database)
        done_tonight(service)
        dropping = meanwhile.submit(drop_once_it_works)
        with pytest.raises(DatabaseError) as caught:
            asyncio.run(serve(service, asyncio.Event(), seconds_between_signs=0.02))
        dropping.result()
    told = explain(caught.value)
    assert told is not None
    assert told.exit_code is ExitCode.FAILED


def known(database: Database) -> list[WorkerRecord]:
    """Return the workers that a database knows."""
    with database.reading() as session:
        return workers.all_workers(session)


def done_tonight(service: Service) -> None:
    """Let tonight's night be done, so that none is begun."""
    now = service.clock.now()
    with service.database.transaction() as session:
        run_id = runs.claim(
            session,
            RunKind.NIGHTLY,
            scheduled_for=now,
            night=service.night(now),
            holder="elsewhere:1:ab",
            at=now,
        )
        assert run_id is not None
        runs.finish(session, run_id, RunStatus.COMPLETED, {}, now)
