"""Live pages on their way to the archive, which no check ever waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from perenne.archive import queue, wishes
from perenne.archive.pace import Sleep
from perenne.archive.verifier import Verifier, playback_of
from perenne.domain.links import Result
from perenne.net.service import ServiceClient
from perenne.runs import finding
from perenne.runs.copies import judge_of
from perenne.runs.service import Service
from perenne.store.database import Session


def wish(service: Service, session: Session, results: Sequence[Result]) -> None:
    """Put on the queue what the policy wants saved of these results."""
    wishes.enqueue(session, results, service.settings, service.clock.now())


async def find_lost(service: Service, sleep: Sleep = asyncio.sleep) -> None:
    """Look for what others saved of pages that fail."""
    await finding.find_lost(service, sleep)


async def work_queue(service: Service, sleep: Sleep = asyncio.sleep) -> None:
    """Submit what waits and follow it, look at what was saved, until nothing more is due now."""
    async with ServiceClient(service.settings) as client:
        steps = queue.saving(service.database, service.settings, service.clock, client, sleep)
        await queue.work([*steps, verifier(service, client, sleep)], sleep=sleep)


def verifier(service: Service, client: ServiceClient, sleep: Sleep) -> Verifier:
    """Return what looks at captures some time after they were made."""
    database, settings, clock = service.database, service.settings, service.clock
    playback = playback_of(settings.wayback.url, database, settings, clock, client, sleep)
    return Verifier(database, settings, clock, playback, judge_of(service))
