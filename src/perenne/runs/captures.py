"""Live pages on their way to the archive, which no check ever waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from perenne.archive import finder, queue
from perenne.domain.links import Result
from perenne.net.service import ServiceClient
from perenne.runs.service import Service
from perenne.store import links
from perenne.store.database import Session

LATELY = timedelta(days=2)
"""Two nights: a look-up that failed has a second chance."""


def wish(service: Service, session: Session, results: Sequence[Result]) -> None:
    """Put on the queue what the policy wants saved of these results."""
    queue.enqueue(session, results, service.settings, service.clock.now())


async def find_lost(
    service: Service, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Look for what others saved of the pages that began to fail lately.

    A page that is suspect tonight has its copy at hand should it be told as broken tomorrow.
    """
    with service.database.reading() as session:
        ids = links.lost(session, since=service.clock.now() - LATELY)
        lost = links.statuses(session, ids)
    async with ServiceClient(service.settings) as client:
        await finder.find_captures(
            service.database, service.settings, service.clock, client, lost, sleep=sleep
        )


async def work_queue(
    service: Service, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Submit what waits and follow it, until nothing more can be done now."""
    async with ServiceClient(service.settings) as client:
        await queue.work(service.database, service.settings, service.clock, client, sleep=sleep)
