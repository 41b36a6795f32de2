"""Several processes at work on one pass, each on the hosts that are its own.

Python runs on one core; a night of thousands of hosts has use for all. Each process has its
engine and reads its own lanes; what it sees comes back through a pipe, and is stored by the one
writer here. A worker whose parent is gone leaves at once.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import zlib
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from perenne.checking import Checker
from perenne.domain.links import Link, Result
from perenne.net.engine import Engine
from perenne.runs.executor import LaneExecutor
from perenne.runs.lanes import Lane, due_lanes
from perenne.runs.leases import HostLeases
from perenne.runs.service import Outside, Service
from perenne.store.database import DatabaseError, open_database

SECONDS_BETWEEN_SENDINGS = 0.1
_SIGNALS = {signal.SIGINT, signal.SIGTERM}
"""Blocked while a worker starts, so that none comes before it knows what to do with them."""

_OBJECTS_BETWEEN_COLLECTIONS = 20_000
"""A page makes thousands of objects, none of them in a circle."""


class WorkerLostError(Exception):
    """A worker process ended before its work did."""


Inbox = asyncio.Queue[list[Link | Result] | Exception | None]


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


class ProcessExecutor:
    """Checks the links of a run in `len(shares)` processes."""

    def __init__(
        self, shares: list[Share], taken: Callable[[Link], None] = lambda _link: None
    ) -> None:
        self._shares = shares
        self._taken = taken
        self._pipes: list[Connection] = []
        self._stopped = False

    def stop(self) -> None:
        """Take no further link; what is on the wire is finished and handed out."""
        self._stopped = True
        for pipe in self._pipes:
            _tell_to_stop(pipe)

    async def run(self) -> AsyncGenerator[Result, None]:
        """Start the workers and hand out what they see; `WorkerLostError` where one is gone."""
        results: Inbox = asyncio.Queue()
        context = multiprocessing.get_context("spawn")
        workers: list[SpawnProcess] = []
        try:
            for share in self._shares:
                ours, theirs = context.Pipe()
                self._pipes.append(ours)
                worker = context.Process(target=_work, args=(theirs, share), daemon=True)
                _start(worker)
                workers.append(worker)
                theirs.close()
                asyncio.get_running_loop().add_reader(ours.fileno(), _receive, ours, results)
                if self._stopped:
                    _tell_to_stop(ours)
            for _ in self._shares:
                while (batch := await results.get()) is not None:
                    if isinstance(batch, Exception):
                        raise batch
                    for news in batch:
                        if isinstance(news, Link):
                            self._taken(news)
                        else:
                            yield news
        finally:
            for pipe in self._pipes:
                asyncio.get_running_loop().remove_reader(pipe.fileno())
                pipe.close()
            for worker in workers:
                worker.join(timeout=5)


def _tell_to_stop(pipe: Connection) -> None:
    with suppress(OSError):  # it has ended by itself
        pipe.send(None)


def _start(worker: SpawnProcess) -> None:
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        worker.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


def _receive(pipe: Connection, results: Inbox) -> None:
    """Take one message: results, None at the end of the work, an error where the worker died."""
    try:
        message = pipe.recv()
    except (EOFError, OSError):
        message = WorkerLostError()
    if not isinstance(message, list):  # its last word
        asyncio.get_running_loop().remove_reader(pipe.fileno())
    results.put_nowait(message)


def _work(pipe: Connection, share: Share) -> None:
    """Be a worker: signals are for the parent, which tells us when to stop."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
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
            asyncio.get_running_loop().add_reader(pipe.fileno(), _obey, pipe, executor)
            async for result in executor.run():
                sending.add(result)
            sending.end()


def _obey(pipe: Connection, executor: LaneExecutor) -> None:
    """Stop when the parent says so, and leave when it is gone."""
    try:
        pipe.recv()
    except (EOFError, OSError):
        os._exit(1)
    executor.stop()


class _Sending:
    """Sends news by the batch: a message for each would cost more than the check."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._batch: list[Link | Result] = []

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
