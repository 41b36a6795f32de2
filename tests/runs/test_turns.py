"""Several processes at one host: together they visit it as one would."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from tests.net.servers import RawServer, page, settings_for

from perenne.clock import SetClock, SystemClock
from perenne.net.engine import Engine
from perenne.net.gates import Gates
from perenne.net.turns import Patience, Turns
from perenne.runs.leases import HostLeases, longest
from perenne.runs.service import Service
from perenne.settings import Politeness, Settings
from perenne.sites import load_sites
from perenne.store.database import Database, open_database

HOST = "a.fr"
INTERVAL = 0.1
NOW = datetime(2026, 3, 2, 3, 5, tzinfo=UTC)


@contextmanager
def service(url: str, clock: SetClock | None = None) -> Iterator[Service]:
    """Open the database as another process would."""
    with open_database(url) as database:
        yield Service(Settings(), clock or SystemClock(), load_sites().site_of, database)


async def visit(server: RawServer, url: str, visits: int) -> list[int | None]:
    """Visit the host so many times at once, through an engine of our own."""
    politeness = Politeness(interval=INTERVAL, connections_per_host=2)
    settings = settings_for(server, politeness=politeness.model_dump())
    with service(url) as ours:
        clock = SystemClock()
        gates = Gates(politeness, clock, leases=HostLeases(ours), patience=Patience(0.2, 0.1))
        async with Engine(settings, clock=clock, gates=gates) as engine:
            asked = (engine.fetch(f"http://{HOST}/{n}") for n in range(visits))
            return [exchange.status for exchange in await asyncio.gather(*asked)]


def test_two_processes_keep_the_limits_of_one(database: Database, database_url: str) -> None:
    """Connections and intervals, by the log of the server; both get on."""
    starts: list[float] = []

    async def behave(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        starts.append(time.monotonic())
        await asyncio.sleep(INTERVAL * 1.5)
        writer.write(page())

    async def run() -> tuple[list[list[int | None]], int]:
        server = RawServer(behave)
        await server.start(None)
        async with AsyncExitStack() as stack:
            stack.push_async_callback(server.stop)
            seen = await asyncio.gather(*(visit(server, database_url, 8) for _ in range(2)))
            return seen, server.most_at_once

    seen, most_at_once = asyncio.run(run())
    assert seen == [[200] * 8] * 2
    assert most_at_once <= 2
    gaps = [later - earlier for earlier, later in pairwise(starts)]
    assert min(gaps) > INTERVAL * 0.8


def test_a_host_that_is_left_is_free_for_others(database: Database, database_url: str) -> None:
    """Not before, and without waiting for the end of the lease."""
    with service(database_url) as one, service(database_url) as other:
        first, second = HostLeases(one), HostLeases(other)
        assert first.take(HOST)
        assert first.take(HOST)
        assert not second.take(HOST)
        assert not first.keep(HOST)  # it is wanted
        first.give_back([HOST])
        assert second.take(HOST)
        assert second.keep(HOST)
        assert not first.keep(HOST)


def test_what_a_silent_holder_keeps_is_free_in_the_end(
    database: Database, database_url: str
) -> None:
    """Its machine is gone, and nobody can ask it."""
    clock = SetClock(NOW)
    with service(database_url, clock) as one, service(database_url, clock) as other:
        assert HostLeases(one).take(HOST)
        clock.advance(longest(one.settings) - timedelta(seconds=1))
        assert not HostLeases(other).take(HOST)
        clock.advance(timedelta(seconds=1))
        assert HostLeases(other).take(HOST)


class Alone:
    """Leases that nobody else wants."""

    def __init__(self) -> None:
        self.held: set[str] = set()
        self.taken = 0

    def take(self, host: str) -> bool:
        """Take it."""
        self.held.add(host)
        self.taken += 1
        return True

    def keep(self, host: str) -> bool:
        """Keep it."""
        return host in self.held

    def give_back(self, hosts: list[str]) -> None:
        """Give it back."""
        self.held -= set(hosts)

    def put_off_until(self, host: str) -> datetime | None:
        """Know of no host that wants to be left alone."""

    def close(self, hosts: list[str]) -> None:
        """Give all back."""
        self.give_back(hosts)


@pytest.mark.parametrize("hosts", [1, 50])
def test_a_host_is_taken_once_for_a_lane_and_given_back_at_the_end(hosts: int) -> None:
    """A row for a lane, not for a request."""
    leases = Alone()

    async def run() -> None:
        turns = Turns(leases)
        for host in map(str, range(hosts)):
            for _ in range(5):
                await turns.begin(host)
                turns.end(host, 0.0)
        await turns.close()

    asyncio.run(run())
    assert leases.taken == hosts
    assert leases.held == set()


def test_a_lease_from_a_clock_that_was_ahead_does_not_last(
    database: Database, database_url: str
) -> None:
    """One that is but a moment ahead of ours does."""
    clock = SetClock(NOW)
    with service(database_url, clock) as one, service(database_url, clock) as other:
        assert HostLeases(one).take(HOST)
        clock.advance(-timedelta(seconds=1))
        assert not HostLeases(other).take(HOST)
        clock.advance(-timedelta(days=1))
        assert HostLeases(other).take(HOST)
