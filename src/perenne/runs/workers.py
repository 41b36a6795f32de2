"""A worker process of a pass: its own engine, on the lanes of the hosts that are its own.

What it sees goes to its parent through a pipe. It leaves at once when its parent is gone.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import zlib
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing.connection import Connection

from perenne.checking import Checker
from perenne.domain.links import Link, Result
from perenne.net.engine import Engine
from perenne.runs.executor import LaneExecutor
from perenne.runs.lanes import Lane, due_lanes
from perenne.runs.leases import HostLeases
from perenne.runs.service import Outside, Service
from perenne.store.database import DatabaseError, open_database

SECONDS_BETWEEN_SENDINGS = 0.1
SIGNALS = {signal.SIGINT, signal.SIGTERM}
"""Blocked while a worker starts, so that none comes before it knows what to do with them."""

_OBJECTS_BETWEEN_COLLECTIONS = 20_000
"""A page makes thousands of objects, none of them in a circle."""
_MOST_ON_THEIR_WAY = 1_000
"""Results; a slow database keeps no more of them waiting, and lanes wait instead."""


@dataclass(frozen=True)
class Share:
    """What one worker needs to know."""

    outside: Outside
    run_id: int
    number: int
    of: int
    put_off: dict[str, datetime]

    def lanes(self, service: Service) -> Iterator[Lane]:
        """Yield the lanes of the hosts that are this worker's own."""
        for lane in due_lanes(service, self.run_id):
            if zlib.crc32(lane.host.encode()) % self.of == self.number:
                yield lane


def work(pipe: Connection, share: Share) -> None:
    """Be a worker: signals are for the parent, which tells us when to stop."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    gc.freeze()  # what was imported stays, and need not be looked through again and again
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        asyncio.run(_check(pipe, share))
    except DatabaseError as error:  # the parent has a sentence for it
        pipe.send(DatabaseError(error.code, error.detail))


def _engine_of(service: Service) -> Engine:
    """Return the engine of a worker, which shares the hosts with all others."""
    return Engine(service.settings, clock=service.clock, leases=HostLeases(service))


async def _check(pipe: Connection, share: Share) -> None:
    outside = share.outside
    with open_database(outside.settings.database_url) as database:
        service = Service(outside.settings, outside.clock, outside.site_of, database)
        async with _engine_of(service) as engine:
            for host, until in share.put_off.items():
                engine.gates.put_off(host, until)
            sending = _Sending(pipe)
            checker = Checker(
                engine, outside.settings, outside.clock, outside.site_of, taken=sending.add
            )
            lanes = outside.settings.politeness.lanes // share.of or 1
            executor = LaneExecutor(
                checker, outside.settings.politeness, share.lanes(service), lanes
            )
            asyncio.get_running_loop().add_reader(pipe.fileno(), _heed, pipe, executor, sending)
            async with aclosing(executor.run()) as results:
                async for result in results:
                    await sending.give(result)
            sending.end()


def _heed(pipe: Connection, executor: LaneExecutor, sending: _Sending) -> None:
    """Go on, or stop, as the parent says, and leave when it is gone."""
    try:
        handed_on = pipe.recv()
    except (EOFError, OSError):
        os._exit(1)
    if handed_on is None:
        executor.stop()
    else:
        sending.make_room(handed_on)


class _Sending:
    """Sends news by the batch: a message for each would cost more than the check."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._batch: list[Link | Result] = []
        self._room = asyncio.Semaphore(_MOST_ON_THEIR_WAY)

    async def give(self, result: Result) -> None:
        """Send a result soon; waits while too many are not handed on yet."""
        await self._room.acquire()
        self.add(result)

    def make_room(self, handed_on: int) -> None:
        """Let so many more go out."""
        for _ in range(handed_on):
            self._room.release()

    def add(self, news: Link | Result) -> None:
        """Send a link that is taken up, or a result, soon."""
        if not self._batch:
            asyncio.get_running_loop().call_later(SECONDS_BETWEEN_SENDINGS, self._send)
        self._batch.append(replace(news, known=None) if isinstance(news, Link) else news)

    def end(self) -> None:
        """Send what is left, and that it was the last."""
        self._send()
        self._pipe.send(None)

    def _send(self) -> None:
        batch, self._batch = self._batch, []
        if batch:
            self._pipe.send(batch)
