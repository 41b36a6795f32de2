"""Live pages on their way to the archive, which no check ever waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from perenne.archive import queue
from perenne.domain.links import Result
from perenne.net.service import ServiceClient
from perenne.runs.service import Service
from perenne.store.database import Session


def wish(service: Service, session: Session, results: Sequence[Result]) -> None:
    """Put on the queue what the policy wants saved of these results."""
    queue.enqueue(session, results, service.settings, service.clock.now())


async def work_queue(
    service: Service, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Submit what waits and follow it, until nothing more can be done now."""
    async with ServiceClient(service.settings) as client:
        await queue.work(service.database, service.settings, service.clock, client, sleep=sleep)
