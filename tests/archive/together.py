"""Several workers at once, in a time that passes only while all of them sleep."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from heapq import heappop, heappush
from typing import TypeVar

from perenne.archive.pace import Sleep
from perenne.clock import SetClock

T = TypeVar("T")


class Together:
    """A sleep for so many workers: while one of them is busy, no time passes."""

    def __init__(self, clock: SetClock, workers: int) -> None:
        self._clock = clock
        self._awake = workers
        self._asleep: list[tuple[datetime, int, asyncio.Event]] = []
        self._number = 0

    async def __call__(self, seconds: float) -> None:
        """Sleep until the clock says so."""
        self._number += 1
        until = self._clock.now() + timedelta(seconds=seconds)
        woken = asyncio.Event()
        heappush(self._asleep, (until, self._number, woken))
        self.leave()
        await woken.wait()

    def leave(self) -> None:
        """Stop being awake, for a while or for good; who wakes first, wakes when all sleep."""
        self._awake -= 1
        if self._awake == 0 and self._asleep:
            until, _, woken = heappop(self._asleep)
            self._clock.instant = max(self._clock.now(), until)
            self._awake += 1
            woken.set()


async def together(clock: SetClock, *works: Callable[[Sleep], Awaitable[T]]) -> list[T]:
    """Let workers work at once; each is given the sleep to use."""
    sleep = Together(clock, len(works))

    async def one(work: Callable[[Sleep], Awaitable[T]]) -> T:
        try:
            return await work(sleep)
        finally:
            sleep.leave()

    return await asyncio.gather(*map(one, works))
