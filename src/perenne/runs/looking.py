"""Looks at links: the executor at work, its results believed or held back."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from typing import TypeVar

from perenne.checking import Checker
from perenne.domain.exchanges import Failure
from perenne.domain.links import Result
from perenne.domain.runs import RunStatus
from perenne.log.events import event_log
from perenne.net.engine import Engine
from perenne.net.turns import Leases
from perenne.runs.canaries import Canaries
from perenne.runs.executor import Executor
from perenne.runs.orders import Following
from perenne.runs.outage import OutageWatch, OwnOutageError
from perenne.runs.processes import WorkerLostError
from perenne.runs.service import Outside

_log = event_log("run")
T = TypeVar("T")
Put = Callable[[Result], Awaitable[None]]
"""Takes a result over; may keep the pass waiting."""


@dataclass(frozen=True)
class Ended:
    """How a pass ended; `cause`: what kept us from all sites, where our own outage made it void."""

    status: RunStatus
    cause: Failure | None = None


async def look(
    outside: Outside,
    executor_for: Callable[[Checker], Executor],
    put: Put,
    following: Following,
    leases: Leases | None = None,
    known_good: Sequence[str] = (),
) -> Ended:
    """Do the work of an executor, hand every believed result to `put`; tell how the pass ended.

    `known_good`: addresses that answered lately; where there are any, the outside world is asked
    before anything else whether it is there.
    """
    async with Engine(outside.settings, clock=outside.clock, leases=leases) as engine:
        for host, until in following.put_off.items():
            engine.gates.put_off(host, until)
        checker = Checker(
            engine, outside.settings, outside.clock, outside.site_of, taken=following.taken
        )
        executor = executor_for(checker)
        canaries = Canaries(engine, outside.settings.network.canaries, known_good)
        watch = OutageWatch(canaries.trouble)
        with _stopping(executor, following.stop):
            try:
                if known_good:
                    await watch.world_answers()
                async with aclosing(executor.run()) as results:
                    async for result in results:
                        canaries.remember(result)
                        for believed in await watch.believe(result):
                            await _hand_on(believed, put, following)
                last = await watch.finish()
                # Before the engine closes, which may take a moment.
                ended = RunStatus.INTERRUPTED if following.stop.is_set() else RunStatus.COMPLETED
            except WorkerLostError:
                _log.error("run.worker_lost")
                return Ended(RunStatus.INTERRUPTED)
            except OwnOutageError as error:
                for result in watch.unchecked():
                    await _hand_on(result, put, following)
                return Ended(RunStatus.VOID, error.cause)
        for result in last:
            await _hand_on(result, put, following)
    return Ended(ended)


async def _hand_on(result: Result, put: Put, following: Following) -> None:
    await put(result)
    following.seen(result)


@contextmanager
def _stopping(executor: Executor, stop: asyncio.Event) -> Iterator[None]:
    """Stop the executor once `stop` is set."""

    async def relay() -> None:
        await stop.wait()
        executor.stop()

    task = asyncio.ensure_future(relay())
    try:
        yield
    finally:
        task.cancel()


async def stoppable(work: Coroutine[None, None, T], stop: asyncio.Event) -> T:
    """Do `work`; SIGTERM and the first Ctrl-C set `stop`, the second leaves at once."""

    def ask() -> None:
        if stop.is_set():
            os._exit(LEFT_AT_ONCE)
        stop.set()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ask)
    return await work


LEFT_AT_ONCE = 3
"""The exit code of what could not be done; what was seen a second before is stored."""
