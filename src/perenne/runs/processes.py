"""Several processes at work on one pass, each on the hosts that are its own.

Python runs on one core; a night of thousands of hosts has use for all. What the workers see
comes back through pipes, and is stored by the one writer here. A worker sees no more than is
taken from it: each is told how many of its results have been handed on.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from perenne.domain.links import Link, Result
from perenne.runs.workers import SIGNALS, Share, work


class WorkerLostError(Exception):
    """A worker process ended before its work did."""


Message = list[Link | Result] | Exception | None
Inbox = asyncio.Queue[tuple[Connection, Message]]


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
            _tell(pipe, None)

    async def run(self) -> AsyncGenerator[Result, None]:
        """Start the workers and hand out what they see; `WorkerLostError` where one is gone."""
        inbox: Inbox = asyncio.Queue()
        context = multiprocessing.get_context("spawn")
        workers: list[SpawnProcess] = []
        try:
            for share in self._shares:
                ours, theirs = context.Pipe()
                self._pipes.append(ours)
                worker = context.Process(target=work, args=(theirs, share), daemon=True)
                _start(worker)
                workers.append(worker)
                theirs.close()
                asyncio.get_running_loop().add_reader(ours.fileno(), _receive, ours, inbox)
                if self._stopped:
                    _tell(ours, None)
            at_work = len(self._shares)
            while at_work:
                pipe, message = await inbox.get()
                if isinstance(message, Exception):
                    raise message
                if message is None:
                    at_work -= 1
                    continue
                results = [news for news in message if isinstance(news, Result)]
                for link in (news for news in message if isinstance(news, Link)):
                    self._taken(link)
                for result in results:
                    yield result
                _tell(pipe, len(results))
        finally:
            for pipe in self._pipes:
                asyncio.get_running_loop().remove_reader(pipe.fileno())
                pipe.close()
            for worker in workers:
                worker.join(timeout=5)


def _tell(pipe: Connection, handed_on: int | None) -> None:
    """Tell a worker how many results were handed on, or, with None, to stop."""
    with suppress(OSError):  # it has ended by itself
        pipe.send(handed_on)


def _start(worker: SpawnProcess) -> None:
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        worker.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


def _receive(pipe: Connection, inbox: Inbox) -> None:
    """Take one message: results, None at the end of the work, an error where the worker died."""
    try:
        message: Message = pipe.recv()
    except (EOFError, OSError):
        message = WorkerLostError()
    if not isinstance(message, list):  # its last word
        asyncio.get_running_loop().remove_reader(pipe.fileno())
    inbox.put_nowait((pipe, message))
