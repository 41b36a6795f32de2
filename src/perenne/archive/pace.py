"""How often one kind of question may be put to an archive, by all workers together."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from perenne.clock import Clock
from perenne.store import hosts
from perenne.store.database import Database

Sleep = Callable[[float], Awaitable[None]]

_LONGEST_WAIT = timedelta(minutes=5)
"""For a turn: more than any number of workers would take, less than a clock that was set."""


class Pace:
    """At most so many starts a minute, evenly spread, and none while put off.

    The archive counts by network and blocks for an hour whoever ignores a refusal for a minute.
    `name` is that of the question, the same for all workers of the database.
    """

    def __init__(
        self, database: Database, name: str, per_minute: int, clock: Clock, sleep: Sleep
    ) -> None:
        self._database = database
        self._name = name
        self._interval = timedelta(minutes=1) / per_minute
        self._clock = clock
        self._sleep = sleep

    @property
    def is_put_off(self) -> bool:
        """Tell whether the archive asked us to stay away for now."""
        with self._database.reading() as session:
            return hosts.put_off_until(session, self._name, self._clock.now()) is not None

    def put_off(self, seconds: float) -> None:
        """Stay away for so many seconds."""
        with self._database.transaction() as session:
            hosts.put_off(session, {self._name: self._clock.now() + timedelta(seconds=seconds)})

    async def turn(self) -> None:
        """Wait for the next free start."""
        now = self._clock.now()
        with self._database.transaction() as session:
            start = hosts.take_turn(
                session, f"{self._name}/turn", now, self._interval, _LONGEST_WAIT
            )
        if start > now:
            await self._sleep((start - now).total_seconds())
