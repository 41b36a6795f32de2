"""A database that is kept busy, or gone, in the middle of a run."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from perenne.cli.errors import explain
from perenne.cli.exits import ExitCode
from perenne.clock import SetClock, SystemClock
from perenne.demo.answers import Answer
from perenne.demo.answers import Site as Served
from perenne.demo.web import SimulatedWeb, simulated_web
from perenne.domain.links import Result
from perenne.domain.runs import RunKind
from perenne.domain.sites import Site
from perenne.domain.states import State
from perenne.runs.clocks import went_back
from perenne.runs.night import one_pass
from perenne.runs.orders import Following, Order
from perenne.runs.service import Service
from perenne.settings import Limits, Network, Politeness, Settings
from perenne.store import links, runs
from perenne.store.database import Database, DatabaseError, open_database, upgrade

if TYPE_CHECKING:
    from tests.conftest import PostgresqlServer

GONE = Answer(410, body=b"<title>Partie</title><p>Cette page est partie pour de bon.")
URLS = [f"http://site{n}.exemple.fr/page" for n in range(8)]


@pytest.fixture
def web(tmp_path: Path) -> Iterator[SimulatedWeb]:
    """Serve eight sites whose pages are gone."""
    sites = [Served(f"site{n}.exemple.fr", lambda _visit: GONE) for n in range(8)]
    with simulated_web(tmp_path, sites) as served:
        yield served


def service_on(web: SimulatedWeb, database: Database) -> Service:
    """Return a service that goes slowly enough for something to happen meanwhile."""
    settings = Settings(
        politeness=Politeness(interval=0, lanes=1),
        limits=Limits(second_opinion_after=0.01),
        network=Network(resolve=web.resolve, ca_file=web.ca_file),
    )
    return Service(settings, SystemClock(), lambda _host: Site(), database)


def run_pass(service: Service, meanwhile: Callable[[], None]) -> None:
    """Do a pass; `meanwhile` happens once its first result is known."""
    with service.database.transaction() as session:
        ids = list(links.ensure(session, URLS, service.clock.now()).values())
    happened: list[Result] = []

    def seen(result: Result) -> None:
        if not happened:
            meanwhile()
        happened.append(result)

    order = Order(RunKind.CHECK, ids)
    asyncio.run(one_pass(service, order, Following(seen=seen, archive=False)))


def states(database: Database) -> set[State]:
    """Return what is believed of the links."""
    with database.reading() as session:
        found = [links.find(session, url) for url in URLS]
        return {status.state for status in links.statuses(session, [n for n in found if n])}


def test_a_database_locked_in_mid_run_ends_it_with_its_word(
    web: SimulatedWeb, tmp_path: Path, sqlite_template: Path
) -> None:
    """Nothing is believed of what could not be stored; once it is free, the run can be done."""
    file = tmp_path / "perenne.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    with (
        open_database(f"sqlite:///{file}", wait=0.05) as database,
        closing(sqlite3.connect(file, isolation_level=None)) as other,
    ):
        service = service_on(web, database)
        with pytest.raises(DatabaseError) as caught:
            run_pass(service, lambda: other.execute("BEGIN IMMEDIATE") and None)
        other.execute("ROLLBACK")
        assert caught.value.code == "database_locked"
        assert "occupée" in caught.value.sentence
        assert states(database) == {State.NEW}
        run_pass(service, lambda: None)
        assert states(database) == {State.SUSPECT}


def test_a_server_whose_database_goes_in_mid_run_is_unreachable(
    web: SimulatedWeb, postgresql_server: PostgresqlServer
) -> None:
    """The run ends with a sentence, not with a fault of ours."""
    url = postgresql_server.new()
    upgrade(url)
    with (
        open_database(url) as database,
        pytest.raises(Exception, match=r"database_unreachable|TaskGroup") as caught,
    ):
        run_pass(service_on(web, database), lambda: postgresql_server.drop(url))
    told = explain(caught.value)
    assert told is not None
    assert "injoignable" in told.sentence
    assert told.exit_code is ExitCode.FAILED


def test_a_clock_that_goes_back_between_runs_confirms_nothing(
    web: SimulatedWeb, database: Database
) -> None:
    """Run upon run on nights long past: the pages stay suspect, until a night is really new."""
    service = service_on(web, database)
    clock = SetClock(datetime(2026, 3, 10, 2, 5, tzinfo=UTC))
    service = Service(service.settings, clock, service.site_of, database)
    run_pass(service, lambda: None)
    assert went_back(service) is None
    for _night in range(3):
        clock.advance(timedelta(days=-1))
        assert went_back(service) == datetime(2026, 3, 10, 2, 5, tzinfo=UTC)
        run_pass(service, lambda: None)
        assert states(database) == {State.SUSPECT}
    clock.advance(timedelta(days=4))
    run_pass(service, lambda: None)
    assert states(database) == {State.BROKEN}


def test_a_clock_that_goes_back_in_mid_run_loses_nothing(
    web: SimulatedWeb, database: Database
) -> None:
    """The lease is kept, every link is seen, and the run ends."""
    service = service_on(web, database)
    clock = SetClock(datetime(2026, 3, 10, 2, 5, tzinfo=UTC))
    service = Service(service.settings, clock, service.site_of, database)
    run_pass(service, lambda: clock.advance(timedelta(days=-2)))
    assert states(database) == {State.SUSPECT}
    with database.reading() as session:
        latest = runs.latest(session)
    assert latest is not None
    assert latest.counts == {"gone": len(URLS)}
