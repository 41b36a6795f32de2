"""The work on the queue of pages to be saved.

The nightly check never waits for the archive: it puts requests in, and a worker takes them out
at the archive's pace, whenever it is there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from perenne.archive.anonymous import AnonymousSave
from perenne.archive.cdx import Index
from perenne.archive.claims import Claims
from perenne.archive.session import Way
from perenne.archive.spn2 import SavePageNow
from perenne.archive.worker import Worker

if TYPE_CHECKING:
    from perenne.archive.answers import Submitter
    from perenne.archive.pace import Sleep
    from perenne.clock import Clock
    from perenne.net.service import ServiceClient
    from perenne.settings import Settings
    from perenne.store.database import Database

PATIENCE = timedelta(minutes=2)
"""How long to stay for what is under way: a job, or our next turn."""
IDLE_SECONDS = 30.0


class Step(Protocol):
    """Something that is worked on in steps."""

    async def step(self) -> bool:
        """Do the next thing that is due; False where there is none."""
        ...

    def idle_for(self, patience: timedelta) -> float | None:
        """Return the seconds until the next thing is due, None where that is too long."""
        ...


async def work(
    steps: Sequence[Step], *, until_empty: bool = True, sleep: Sleep = asyncio.sleep
) -> None:
    """Do what is due of all, in turns, at the archive's pace.

    Returns when nothing more is to be done within `PATIENCE`, unless it is to go on for ever.
    Whatever stops it, another call goes on where it was. Raises `DatabaseError`.
    """
    while True:
        done = [await each.step() for each in steps]  # each has its turn
        if any(done):
            continue
        waits = [wait for each in steps if (wait := each.idle_for(PATIENCE)) is not None]
        if not waits and until_empty:
            return
        await sleep(min(waits, default=IDLE_SECONDS))


def saving(
    database: Database, settings: Settings, clock: Clock, client: ServiceClient, sleep: Sleep
) -> list[Step]:
    """Return what sends the queued requests and follows them; nothing where none may be sent."""
    if not settings.wayback.enabled:
        return []
    way = Way.of(settings, client.environment)
    submitter = _submitter(settings, clock, client, way)
    index = Index.of(database, way, clock, sleep)
    return [Worker(database, Claims(settings.wayback), submitter, index, clock)]


def _submitter(settings: Settings, clock: Clock, client: ServiceClient, way: Way) -> Submitter:
    keys = settings.wayback.keys
    if keys is None:
        return AnonymousSave(way, clock)
    return SavePageNow(client, settings.wayback.url, keys)
