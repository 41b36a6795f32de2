"""How many links are checked at once, and where: the executor's business alone.

`LaneExecutor` works in this process: one lane per host, so many lanes open at once;
`processes.ProcessExecutor` in several. A night knows nothing of them but `Executor`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator
from typing import Protocol

from perenne.checking import Checker, Postponed
from perenne.domain.links import Link, Result
from perenne.runs.lanes import Lane
from perenne.settings import Politeness
from perenne.store.errors import DatabaseError

_MOST_WAITING = 256
"""Results that nobody has taken yet; beyond, lanes wait."""
_LEAST_AGAIN, _SHARE_AGAIN = 8, 4
"""At least so many second opinions at once, and one for so many lanes."""


class Executor(Protocol):
    """Checks the links of a pass and hands out results as they come, in any order."""

    def run(self) -> AsyncGenerator[Result, None]:
        """Do the work; each link gives one result."""
        ...

    def stop(self) -> None:
        """Take no further link; what is on the wire is finished and handed out."""
        ...


class LaneExecutor:
    """One lane per host, so many of them at once, in this process."""

    def __init__(
        self, checker: Checker, politeness: Politeness, work: Iterable[Lane], lanes: int = 0
    ) -> None:
        self._checker = checker
        self._work = work
        self._width = politeness.connections_per_host
        lanes = lanes or politeness.lanes
        self._open = asyncio.Semaphore(lanes)
        self._again = asyncio.Semaphore(max(_LEAST_AGAIN, lanes // _SHARE_AGAIN))
        self._room = asyncio.Semaphore(_MOST_WAITING)
        self._tasks = asyncio.TaskGroup()
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        """Take no further link; second opinions that still wait are given up."""
        self._stopped.set()

    async def run(self) -> AsyncGenerator[Result, None]:
        """Check the links, opening the next lane as soon as one is free."""
        results: asyncio.Queue[Result | None] = asyncio.Queue()
        feeding = asyncio.create_task(self._feed(results))
        feeding.add_done_callback(lambda _: results.put_nowait(None))
        try:
            while (result := await results.get()) is not None:
                yield result
                self._room.release()
            await feeding
        except BaseExceptionGroup as group:
            raise _database_error(group) or group from None
        finally:
            # To its end: what still asks when the engine closes would be written down as a fault.
            feeding.cancel()
            await asyncio.gather(feeding, return_exceptions=True)

    async def _feed(self, results: asyncio.Queue[Result | None]) -> None:
        async with self._tasks:
            for lane in self._work:
                await self._open.acquire()
                if self._stopped.is_set():
                    return
                self._tasks.create_task(self._lane(lane, results))

    async def _lane(self, lane: Lane, results: asyncio.Queue[Result | None]) -> None:
        """Check one host's links, `width` of them at once, and free the lane."""
        try:
            remaining = lane.links()
            async with asyncio.TaskGroup() as workers:
                for _ in range(min(self._width, lane.size)):
                    workers.create_task(self._check(remaining, results))
        finally:
            self._open.release()

    async def _check(
        self, remaining: Iterator[Link], results: asyncio.Queue[Result | None]
    ) -> None:
        for link in remaining:
            if self._stopped.is_set():
                return
            await self._hand_out(await self._checker.check(link), results)
            # Links that need no request would keep the loop from those that have one open.
            await asyncio.sleep(0)

    async def _hand_out(
        self, outcome: Result | Postponed, results: asyncio.Queue[Result | None]
    ) -> None:
        if isinstance(outcome, Result):
            await self._room.acquire()
            results.put_nowait(outcome)
        else:
            self._tasks.create_task(self._later(outcome, results))

    async def _later(self, postponed: Postponed, results: asyncio.Queue[Result | None]) -> None:
        """Wait outside the lane, which others use meanwhile; then pass the gate as they do.

        Those who look again have places of their own: lanes that are long would keep them waiting.
        """
        if await _happens_within(self._stopped, postponed.seconds):
            return
        async with self._again:
            if self._stopped.is_set():
                return
            outcome = await self._checker.resume(postponed)
        await self._hand_out(outcome, results)


async def _happens_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False


def _database_error(group: BaseExceptionGroup) -> DatabaseError | None:
    """Return what a database said, where it is what ended the lanes: it has its own sentence."""
    said: BaseException | None = group.subgroup(DatabaseError)
    while isinstance(said, BaseExceptionGroup):
        said = said.exceptions[0]
    return said if isinstance(said, DatabaseError) else None
