"""Blocking calls with a hard deadline."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


async def within(seconds: float, work: Callable[[], T]) -> T:
    """Run `work` in a thread and wait at most so many seconds; raises `TimeoutError` after.

    The thread is a daemon: one that hangs for ever delays neither us nor the end of the process.
    """
    future: Future[T] = Future()
    thread = threading.Thread(target=_run, args=(work, future), name="archive", daemon=True)
    future.set_running_or_notify_cancel()
    thread.start()
    async with asyncio.timeout(seconds):
        return await asyncio.wrap_future(future)


def _run(work: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(work())
    finally:
        if not future.done():
            # The fault itself is shown by the thread's own hook.
            future.set_exception(RuntimeError("the call to the archive ended without an answer"))
