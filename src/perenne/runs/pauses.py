"""Pauses of long jobs, which end when the service is asked to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress


class Stopped(Exception):  # noqa: N818 - no error: the service was asked to stop
    """Raised in a pause between two steps of a long job, where nothing is half done."""


def until(stop: asyncio.Event) -> Callable[[float], Awaitable[None]]:
    """Return a sleep that ends, by `Stopped`, as soon as `stop` is set."""

    async def sleep(seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), seconds)
        if stop.is_set():
            raise Stopped

    return sleep
