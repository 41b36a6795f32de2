"""How often one kind of question may be put to the archive."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from perenne.clock import Clock

Sleep = Callable[[float], Awaitable[None]]


class Pace:
    """At most so many starts a minute, evenly spread, and none while put off.

    The archive counts by network and blocks for an hour whoever ignores a refusal for a minute.
    """

    def __init__(self, per_minute: int, clock: Clock, sleep: Sleep = asyncio.sleep) -> None:
        self._interval = timedelta(minutes=1) / per_minute
        self._clock = clock
        self._sleep = sleep
        self._next: datetime | None = None
        self._put_off_until: datetime | None = None

    @property
    def is_put_off(self) -> bool:
        """Tell whether the archive asked us to stay away for now."""
        return self._put_off_until is not None and self._clock.now() < self._put_off_until

    def put_off(self, seconds: float) -> None:
        """Stay away for so many seconds."""
        self._put_off_until = self._clock.now() + timedelta(seconds=seconds)

    async def turn(self) -> None:
        """Wait for the next free start."""
        now = self._clock.now()
        start = max(now, min(self._next or now, now + self._interval))
        self._next = start + self._interval
        if start > now:
            await self._sleep((start - now).total_seconds())
