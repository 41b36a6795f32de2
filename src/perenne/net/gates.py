"""The gate of each host: how many at once, how often, and not before when.

Every request passes the gate of the host it goes to. Whoever waits at one gate holds no other:
a gate is left before the next hop's gate is entered.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.net.turns import PATIENCE, Patience, Turns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import datetime

    from perenne.clock import Clock
    from perenne.net.turns import Leases
    from perenne.settings import Politeness


class GateError(Exception):
    """The gate did not open in time."""


class HostPutOffError(GateError):
    """The host asked us to come back later than the caller can wait."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"put off until {until.isoformat(timespec='seconds')}")


class QueueTooLongError(GateError):
    """Others were before us for longer than the caller can wait."""


@dataclass(slots=True)
class _Gate:
    slots: asyncio.Semaphore
    next_start: float = 0.0
    visitors: int = 0


class Gates:
    """The gates of all hosts. Those nobody uses are forgotten.

    `leases`: where several processes share a database, so that all of them together pass one gate.
    """

    def __init__(
        self,
        politeness: Politeness,
        clock: Clock,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        leases: Leases | None = None,
        patience: Patience = PATIENCE,
    ) -> None:
        self._turns = Turns(leases, sleep, monotonic, patience, self.put_off) if leases else None
        self._politeness = politeness
        self._clock = clock
        self._sleep = sleep
        self._monotonic = monotonic
        self._gates: dict[str, _Gate] = {}
        self._left: deque[tuple[float, str]] = deque()
        self._put_off: dict[str, datetime] = {}

    def __len__(self) -> int:
        """Return how many hosts are remembered, put off or not."""
        return len(self._gates.keys() | self._put_off.keys())

    def put_off(self, host: str, until: datetime) -> None:
        """Let nobody to `host` before `until`; an earlier instant than known changes nothing."""
        now = self._clock.now()
        self._put_off = {name: then for name, then in self._put_off.items() if then > now}
        known = self._put_off.get(host)
        if until > now and (known is None or until > known):
            self._put_off[host] = until

    def put_off_until(self, host: str) -> datetime | None:
        """Return the instant before which nobody may go to `host`, None where there is none."""
        until = self._put_off.get(host)
        return until if until is not None and until > self._clock.now() else None

    @asynccontextmanager
    async def enter(self, host: str, *, patience: float | None = None) -> AsyncIterator[None]:
        """Wait for the host's turn, and hold one of its connections within the block.

        `patience`: the seconds that the caller can wait; beyond, `HostPutOffError` or
        `QueueTooLongError` is raised, as soon as that is known.
        """
        self._forget()
        gate = self._gates.get(host) or self._new(host)
        gate.visitors += 1
        try:
            await self._wait(host, gate, patience)
            try:
                yield
            finally:
                self._leave(host, gate)
        finally:
            gate.visitors -= 1
            self._left.append((gate.next_start, host))

    async def _wait(self, host: str, gate: _Gate, patience: float | None) -> None:
        started = self._monotonic()
        self._bear(host, 0.0, patience)
        try:
            async with asyncio.timeout(patience):
                await gate.slots.acquire()
        except TimeoutError:
            raise QueueTooLongError(f"all connections to {host} were in use") from None
        await self._wait_for_turn(host, gate, None if patience is None else started + patience)
        try:
            while (wait := self._until_start(host, gate)) > 0:
                left = None if patience is None else patience - (self._monotonic() - started)
                self._bear(host, wait, left)
                await self._sleep(wait)
        except BaseException:
            self._leave(host, gate)
            raise
        gate.next_start = self._monotonic() + self._politeness.interval

    async def _wait_for_turn(self, host: str, gate: _Gate, until: float | None) -> None:
        """Wait while another process visits the host."""
        if self._turns is None:
            return
        try:
            async with asyncio.timeout(None if until is None else until - self._monotonic()):
                await self._turns.begin(host)
        except BaseException as error:
            gate.slots.release()
            if isinstance(error, TimeoutError):
                raise QueueTooLongError(f"another process visits {host}") from None
            raise

    def _leave(self, host: str, gate: _Gate) -> None:
        gate.slots.release()
        if self._turns is not None:
            self._turns.end(host, gate.next_start)

    async def close(self) -> None:
        """Let other processes have all hosts."""
        if self._turns is not None:
            await self._turns.close()

    def _bear(self, host: str, wait: float, patience: float | None) -> None:
        """Raise where the wait that is known is longer than the caller can bear."""
        if patience is None:
            return
        until = self.put_off_until(host)
        if until is not None and self._seconds_to(until) > patience:
            raise HostPutOffError(until)
        if wait > patience:
            raise QueueTooLongError(f"others go to {host} before us for {wait:.1f} s")

    def _until_start(self, host: str, gate: _Gate) -> float:
        until = self.put_off_until(host)
        put_off = 0.0 if until is None else self._seconds_to(until)
        return max(gate.next_start - self._monotonic(), put_off)

    def _seconds_to(self, until: datetime) -> float:
        return (until - self._clock.now()).total_seconds()

    def _new(self, host: str) -> _Gate:
        gate = _Gate(asyncio.Semaphore(self._politeness.connections_per_host))
        self._gates[host] = gate
        return gate

    def _forget(self) -> None:
        """Drop the gates that nobody uses and whose interval has passed."""
        while self._left and self._left[0][0] <= self._monotonic():
            _, host = self._left.popleft()
            gate = self._gates.get(host)
            if gate and not gate.visitors and gate.next_start <= self._monotonic():
                del self._gates[host]
