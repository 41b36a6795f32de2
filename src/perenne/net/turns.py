"""Whose turn it is at a host, among the processes that share a database.

A process takes a host for itself alone, for a slice of some seconds, so that what the gate
counts (connections, intervals) is all there is. At the end of a slice another that waits comes
first. A host that nobody here visits any more is given back; so is every one at the end.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar

T = TypeVar("T")


def _forget(_host: str, _until: datetime) -> None:
    """Tell nobody."""


_RETRY = 0.1
"""Seconds between two tries to take a host."""


_LONGEST_REST = 5.0
"""Seconds for which the end of a pass waits so that the next visitor keeps the interval too."""


@dataclass(frozen=True)
class Patience:
    """Seconds for which a process keeps a host that others wait for, and one that it has left.

    The second is counted from the last visit and its interval: a lane comes again soon.
    """

    slice: float
    idle: float


PATIENCE = Patience(slice=3.0, idle=1.0)


class Leases(Protocol):
    """The rows that processes share; each call is one transaction."""

    def take(self, host: str) -> bool:
        """Take a host; False where another has it, who is told that it is wanted."""
        ...

    def keep(self, host: str) -> bool:
        """Keep a host; False where another wants it, or has it."""
        ...

    def give_back(self, hosts: list[str]) -> None:
        """Let others have hosts."""
        ...

    def put_off_until(self, host: str) -> datetime | None:
        """Return until when a host wants to be left alone, as any process has learnt."""
        ...

    def close(self, hosts: list[str]) -> None:
        """Let others have what is still held, and ask for nothing more."""
        ...


@dataclass
class _Turn:
    """A host here: ours or not, until when nobody else comes first, and how many visit it."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    idle: asyncio.Event = field(default_factory=asyncio.Event)
    ours: bool = False
    slice_ends: float = 0.0
    visitors: int = 0
    free_at: float = 0.0

    def __post_init__(self) -> None:
        """Nobody is there yet."""
        self.idle.set()


class Turns:
    """The turns of one engine. `monotonic` and `sleep` are those of its gates.

    `put_off` is told of hosts that want to be left alone, as another process has learnt.
    """

    def __init__(
        self,
        leases: Leases,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        patience: Patience = PATIENCE,
        put_off: Callable[[str, datetime], None] = _forget,
    ) -> None:
        self._leases = leases
        self._put_off = put_off
        self._patience = patience
        self._sleep = sleep
        self._monotonic = monotonic
        self._turns: dict[str, _Turn] = {}
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="leases")

    async def begin(self, host: str) -> None:
        """Wait until it is this process's turn at `host`, and count a visitor."""
        turn = self._turns.setdefault(host, _Turn())
        async with turn.lock:
            if turn.ours and self._monotonic() >= turn.slice_ends:
                await self._go_on(host, turn)
            while not turn.ours:
                await self._take(host, turn)
                if not turn.ours:
                    await self._sleep(_RETRY)
            turn.visitors += 1
            turn.idle.clear()

    def end(self, host: str, free_at: float) -> None:
        """A visitor leaves; the host may be visited again at `free_at` (monotonic)."""
        turn = self._turns.get(host)
        if turn is None:
            return
        turn.visitors -= 1
        turn.free_at = max(turn.free_at, free_at)
        if turn.visitors == 0:
            turn.idle.set()
            wait = max(0.0, turn.free_at - self._monotonic()) + self._patience.idle
            asyncio.get_running_loop().call_later(wait, self._leave, host)

    async def close(self) -> None:
        """Give everything back, once the intervals of the last visits have passed."""
        held = {host: turn for host, turn in self._turns.items() if turn.ours}
        rest = max((turn.free_at for turn in held.values()), default=0.0) - self._monotonic()
        if rest > 0:
            await self._sleep(min(rest, _LONGEST_REST))
        self._turns.clear()  # whoever is to leave later finds nothing to do
        self._threads.shutdown()
        self._leases.close(list(held))

    async def _take(self, host: str, turn: _Turn) -> None:
        """Try to take a host; one that is ours when the caller has left is given back later."""
        taking = asyncio.ensure_future(self._ask(self._leases.take, host))
        try:
            turn.ours = await asyncio.shield(taking)
        except asyncio.CancelledError:
            taking.add_done_callback(lambda taken: self._taken_late(host, turn, taken))
            raise
        turn.slice_ends = self._monotonic() + self._patience.slice
        if turn.ours:
            await self._learn(host)

    def _taken_late(self, host: str, turn: _Turn, taken: asyncio.Future[bool]) -> None:
        if not taken.cancelled() and taken.exception() is None and taken.result():
            turn.ours = True
            asyncio.get_running_loop().call_later(self._patience.idle, self._leave, host)

    async def _learn(self, host: str) -> None:
        until = await self._ask(self._leases.put_off_until, host)
        if until is not None:
            self._put_off(host, until)

    async def _go_on(self, host: str, turn: _Turn) -> None:
        """Begin another slice, or let others come first once our visitors have left."""
        if await self._ask(self._leases.keep, host):
            turn.slice_ends = self._monotonic() + self._patience.slice
            await self._learn(host)
            return
        await turn.idle.wait()
        await self._sleep(max(0.0, turn.free_at - self._monotonic()))
        turn.ours = False
        await self._ask(self._leases.give_back, [host])
        await self._sleep(2 * _RETRY)

    def _leave(self, host: str) -> None:
        """Give back a host that nobody has visited for a while."""
        turn = self._turns.get(host)
        if turn is None or turn.visitors or not turn.ours:
            return
        if turn.lock.locked():  # somebody is about to come, or gives up
            asyncio.get_running_loop().call_later(self._patience.idle, self._leave, host)
            return
        if self._monotonic() < turn.free_at + self._patience.idle / 2:
            return  # visited since; its own leaving comes later
        del self._turns[host]
        self._threads.submit(self._leases.give_back, [host])

    async def _ask(self, question: Callable[..., T], *given: object) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, question, *given)
