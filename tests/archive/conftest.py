"""A small Wayback Machine, a clock that is moved by sleeping, and the ways to reach them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from tests.archive.desk import Desk, Sleeper
from tests.archive.fake_archive import FakeArchive, fake_archive
from tests.archive.station import Station

from perenne.archive.session import Way
from perenne.clock import SetClock
from perenne.demo.wayback import SimulatedWayback, simulated_wayback
from perenne.demo.wayback.arquivo import SimulatedArquivo, simulated_arquivo
from perenne.net.environment import Environment
from perenne.settings import Network
from perenne.store.database import Database


@pytest.fixture
def clock() -> SetClock:
    """Return a clock that stands at five past three."""
    return SetClock(datetime(2026, 11, 22, 3, 5, tzinfo=UTC))


@pytest.fixture
def sleep(clock: SetClock) -> Sleeper:
    """Return a sleep that takes no time but the clock's."""
    return Sleeper(clock)


@pytest.fixture
def archive(clock: SetClock) -> Iterator[FakeArchive]:
    """Serve the archive."""
    with fake_archive(clock) as archive:
        yield archive


@pytest.fixture(scope="session")
def environment() -> Environment:
    """Return the direct way out."""
    return Environment(Network())


@pytest.fixture
def way(archive: FakeArchive, environment: Environment) -> Way:
    """Return the blocking way to the archive."""
    return Way(archive.base, environment, "Mozilla/5.0 (compatible; Perenne/test)")


@pytest.fixture
def wayback(clock: SetClock) -> Iterator[SimulatedWayback]:
    """Serve the simulated Wayback Machine."""
    with simulated_wayback(clock) as served:
        yield served


@pytest.fixture
def arquivo(clock: SetClock) -> Iterator[SimulatedArquivo]:
    """Serve the second simulated archive."""
    with simulated_arquivo(clock) as served:
        yield served


@pytest.fixture
def station(
    database: Database, wayback: SimulatedWayback, arquivo: SimulatedArquivo, sleep: Sleeper
) -> Station:
    """Return a desk at the simulated archives, with an empty queue."""
    return Station(database, wayback, arquivo, sleep)


@pytest.fixture
def desk(database: Database, archive: FakeArchive, sleep: Sleeper) -> Desk:
    """Return a desk with an empty queue."""
    return Desk(database, archive, sleep)
