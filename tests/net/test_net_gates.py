"""The gate of each host: how many at once, how often, and not before when."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.net.servers import Ask, Serve, mute, page, redirect, routes, says

from perenne.clock import SetClock
from perenne.domain.exchanges import Failure, Variant
from perenne.net.gates import Gates, HostPutOffError, QueueTooLongError
from perenne.settings import Politeness

pytestmark = pytest.mark.anyio


class FakeTime:
    """Time that passes by sleeping only, for durations and for the clock alike."""

    def __init__(self, clock: SetClock) -> None:
        self._clock = clock
        self._began = clock.now()
        self.slept = 0.0

    def monotonic(self) -> float:
        """Return the seconds since it began."""
        return (self._clock.now() - self._began).total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Let the time pass at once, and others have their turn."""
        until = self._clock.now() + timedelta(seconds=seconds)
        await asyncio.sleep(0)
        self._clock.instant = max(self._clock.now(), until)

    def gates(self, **politeness: Any) -> Gates:  # noqa: ANN401 - as Politeness
        """Return gates that live in this time."""
        settings = Politeness(**{"interval": 0.5, "connections_per_host": 2, **politeness})
        return Gates(settings, self._clock, sleep=self.sleep, monotonic=self.monotonic)

    def instant(self, seconds: float) -> datetime:
        """Return an instant so many seconds from now."""
        return self._clock.now() + timedelta(seconds=seconds)


@pytest.fixture
def time(clock: SetClock) -> FakeTime:
    """Return a time that passes by sleeping only."""
    return FakeTime(clock)


async def test_starts_are_an_interval_apart(time: FakeTime) -> None:
    """For one host; another host does not wait."""
    gates = time.gates()
    starts: list[tuple[str, float]] = []

    async def go(host: str) -> None:
        async with gates.enter(host):
            starts.append((host, time.monotonic()))

    await asyncio.gather(*(go("a.fr") for _ in range(5)), go("b.fr"))
    times = sorted(start for host, start in starts if host == "a.fr")
    assert times == [0.0, 0.5, 1.0, 1.5, 2.0]
    assert ("b.fr", 0.0) in starts


async def test_no_more_than_so_many_at_once(
    serve: Serve, asking: Ask, time: FakeTime, variant: Variant
) -> None:
    """By the server's own count, and an interval is waited before each but the first."""

    async def slow(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.01)
        writer.write(page())

    server = await serve(slow)
    engine = await asking(server, gates=time.gates())
    fetches = [engine.fetch(f"http://a.fr/{n}", variant=variant) for n in range(8)]
    exchanges = await asyncio.gather(*fetches)
    assert [exchange.status for exchange in exchanges] == [200] * 8
    assert server.most_at_once == 2
    assert time.monotonic() == pytest.approx(7 * 0.5)


async def test_every_hop_and_every_try_passes_its_gate(
    serve: Serve, asking: Ask, time: FakeTime
) -> None:
    """A redirect within the host waits as any other request does, and so does a new try."""
    server = await serve(says(redirect("/b"), b"", page()))
    engine = await asking(server, gates=time.gates())
    assert (await engine.fetch("http://a.fr/a")).status == 200
    assert server.connections == 3
    assert time.monotonic() == pytest.approx(2 * 0.5)


async def test_nobody_holds_one_host_while_waiting_for_another(
    serve: Serve, asking: Ask, time: FakeTime
) -> None:
    """Two chains that cross, with one connection per host, do not block each other."""
    first = await serve(routes(x=redirect("http://b.fr/y"), y=page()))
    second = await serve(routes(x=redirect("http://a.fr/y"), y=page()))
    engine = await asking(first, second, gates=time.gates(connections_per_host=1))
    crossing = [engine.fetch("http://a.fr/x"), engine.fetch("http://b.fr/x")]
    async with asyncio.timeout(5):
        exchanges = await asyncio.gather(*crossing)
    assert [exchange.status for exchange in exchanges] == [200, 200]


async def test_a_host_that_asked_for_rest_is_left_alone(
    serve: Serve, asking: Ask, time: FakeTime
) -> None:
    """No request is sent when the wait would be longer than the link's time."""
    server = await serve(says(page()))
    gates = time.gates()
    gates.put_off("a.fr", time.instant(120))
    engine = await asking(server, gates=gates)
    exchange = await engine.fetch("http://a.fr/", seconds_left=60)
    assert exchange.failure is Failure.HOST_PUT_OFF
    assert "2026-03-02T03:07:00" in exchange.last.detail
    assert server.heads == []


async def test_a_short_rest_is_waited_for(serve: Serve, asking: Ask, time: FakeTime) -> None:
    """Where the link's time allows."""
    server = await serve(says(page()))
    gates = time.gates()
    gates.put_off("a.fr", time.instant(15))
    engine = await asking(server, gates=gates)
    assert (await engine.fetch("http://a.fr/", seconds_left=60)).status == 200
    assert time.monotonic() == 15


async def test_a_rest_asked_for_meanwhile_counts(time: FakeTime) -> None:
    """Who waits at the gate already learns of it there."""
    gates = time.gates(interval=10)
    async with gates.enter("a.fr"):
        pass
    waiting = asyncio.ensure_future(_enter(gates, "a.fr", patience=30))
    await asyncio.sleep(0)
    gates.put_off("a.fr", time.instant(3600))
    with pytest.raises(HostPutOffError):
        await waiting


async def test_the_latest_instant_holds(time: FakeTime) -> None:
    """An earlier one does not shorten the rest, and one that is past is none."""
    gates = time.gates()
    until = time.instant(60)
    gates.put_off("a.fr", until)
    gates.put_off("a.fr", time.instant(10))
    gates.put_off("b.fr", time.instant(-10))
    assert gates.put_off_until("a.fr") == until
    assert gates.put_off_until("b.fr") is None
    await time.sleep(61)
    assert gates.put_off_until("a.fr") is None


async def test_a_queue_too_long_is_said_before_it_is_waited_for(time: FakeTime) -> None:
    """Whoever cannot wait an interval does not."""
    gates = time.gates(interval=5)
    async with gates.enter("a.fr"):
        pass
    with pytest.raises(QueueTooLongError):
        await _enter(gates, "a.fr", patience=2)
    assert time.monotonic() == 0


async def test_our_own_queue_is_no_verdict(serve: Serve, asking: Ask) -> None:
    """When others hold all connections for longer than the link's time, it is not checked."""
    server = await serve(mute)
    engine = await asking(server, politeness={"connections_per_host": 1})
    holding = asyncio.ensure_future(engine.fetch("http://a.fr/first"))
    await server.asked.wait()
    exchange = await engine.fetch("http://a.fr/second", seconds_left=0.02)
    assert exchange.failure is Failure.BUDGET_SPENT
    assert server.targets == ["/first"]
    holding.cancel()


async def test_idle_gates_are_forgotten(time: FakeTime) -> None:
    """A thousand hosts later, only the last interval's are remembered."""
    gates = time.gates()
    for number in range(1000):
        await _enter(gates, f"{number}.fr", patience=None)
        await time.sleep(0.1)
    assert len(gates) < 10
    gates.put_off("a.fr", time.instant(5))
    await time.sleep(6)
    gates.put_off("b.fr", time.instant(5))
    await _enter(gates, "c.fr", patience=None)
    assert len(gates) == 2


async def test_a_visitor_who_is_cancelled_leaves_no_trace(time: FakeTime) -> None:
    """Neither while waiting nor while inside."""
    gates = time.gates(connections_per_host=1)
    async with gates.enter("a.fr"):
        waiting = asyncio.ensure_future(_enter(gates, "a.fr", patience=None))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    await _enter(gates, "a.fr", patience=1)


@given(
    hosts=st.lists(st.sampled_from("abc"), min_size=1, max_size=12),
    connections=st.integers(1, 3),
    interval=st.sampled_from([0.0, 0.25, 1.0]),
)
async def test_no_crowd_breaks_the_rules(
    hosts: list[str], connections: int, interval: float
) -> None:
    """Whoever comes in whatever order, each host sees its bounds kept, and all get through."""
    clock = SetClock(datetime.fromisoformat("2026-03-02T03:05:00+00:00"))
    time = FakeTime(clock)
    gates = time.gates(connections_per_host=connections, interval=interval)
    inside = dict.fromkeys(hosts, 0)
    starts: dict[str, list[float]] = {host: [] for host in hosts}

    async def go(host: str) -> None:
        async with gates.enter(host):
            starts[host].append(time.monotonic())
            inside[host] += 1
            assert inside[host] <= connections
            await asyncio.sleep(0)
            inside[host] -= 1

    await asyncio.gather(*(go(host) for host in hosts))
    for host, times in starts.items():
        assert len(times) == hosts.count(host)
        assert all(later - sooner >= interval for sooner, later in pairwise(times))


async def _enter(gates: Gates, host: str, *, patience: float | None) -> None:
    async with gates.enter(host, patience=patience):
        pass
