"""Stores results as they come: one writer, in a thread of its own, fed by a queue.

Whatever was handed over is in the database at most a second later, so that a kill loses no
more than that. The same tick keeps the lease of the run. Where the database is slower than the
sites, whoever hands over waits, without keeping the loop from requests that are open.
"""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from perenne.domain.links import Result

SECONDS_BETWEEN_COMMITS = 1.0
LARGEST_BATCH = 200
MOST_WAITING = 1_000
_SECONDS_BETWEEN_LOOKS = 0.05


class Recorder:
    """A context in which `put` hands results over; leaving it stores the last of them.

    `store` writes one batch in one transaction (an empty batch keeps the lease alone). What it
    raises is raised again by the next `put`, or on leaving.
    """

    def __init__(self, store: Callable[[Sequence[Result]], None]) -> None:
        self._store = store
        self._queue: queue.SimpleQueue[Result | None] = queue.SimpleQueue()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._write, name="recorder", daemon=True)

    async def put(self, result: Result) -> None:
        """Hand a result over, once fewer than `MOST_WAITING` are not stored yet."""
        self._raise()
        self._queue.put(result)
        while self._queue.qsize() >= MOST_WAITING:
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
            self._raise()

    def __enter__(self) -> Self:
        """Start the writer."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Store what is left and stop the writer."""
        self._queue.put(None)
        self._thread.join()
        if error is None:
            self._raise()

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error

    def _write(self) -> None:
        try:
            open_ = True
            while open_:
                batch, open_ = self._collect()
                self._store(batch)
        except BaseException as error:  # noqa: BLE001 - handed to the thread that feeds us
            self._error = error

    def _collect(self) -> tuple[list[Result], bool]:
        """Return the results of the next second, and whether more may come."""
        batch: list[Result] = []
        until = time.monotonic() + SECONDS_BETWEEN_COMMITS
        while len(batch) < LARGEST_BATCH:
            try:
                result = self._queue.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                break
            if result is None:
                return batch, False
            batch.append(result)
        return batch, True
