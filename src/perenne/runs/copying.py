"""Copies of what was seen alive, made once the night is over: it never waits for them.

One process at a time copies. Whatever stops it (a night that begins, a stop, a kill), another
call goes on where it was.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum, unique

from perenne.copies.folder import Folder
from perenne.copies.shelf import Shelf
from perenne.runs.claims import night_at_work
from perenne.runs.copyists import Copyists, undisturbed
from perenne.runs.leases import HostLeases
from perenne.runs.service import Service

GLANCE = 5.0
"""Seconds between two looks whether a night begins, or somebody asks to stop."""
TURN = "/copies"
"""What is leased as a host is, by whoever copies; no host has such a name."""

Sleep = Callable[[float], Awaitable[None]]


@unique
class End(StrEnum):
    """How copying ended."""

    DONE = "done"
    NIGHT = "night"
    """A night is being done, which comes first."""
    BUSY = "busy"
    """Another process is at it."""


@dataclass
class Copied:
    """What came of it: how many payloads were new, held already, or refused, by reason."""

    end: End = End.DONE
    counts: Counter[str] = field(default_factory=Counter)


async def copy_due(
    service: Service, sleep: Sleep = asyncio.sleep, *, glance: float = GLANCE
) -> Copied:
    """Copy what is due; nothing where no folder is configured.

    What `sleep` raises ends it; what is half done is left for another time. Raises `CopiesError`
    and `DatabaseError`.
    """
    folder = service.settings.copies.folder
    if folder is None:
        return Copied()
    if night_at_work(service):
        return Copied(End.NIGHT)
    turn = HostLeases(service)
    try:
        if not turn.take(TURN):
            return Copied(End.BUSY)
        return await _copy(service, Folder(folder), turn, sleep, glance)
    finally:
        turn.close([TURN])


async def _copy(
    service: Service, folder: Folder, turn: HostLeases, sleep: Sleep, glance: float
) -> Copied:
    copied = Copied()
    shelf = Shelf(folder, service.database, service.settings, service.clock)
    copyists = Copyists(service, shelf, folder, copied.counts)
    try:
        await undisturbed(asyncio.to_thread(shelf.open))
        watch = _interruption(service, turn, sleep, glance)
        copied.end = await _until_ended(copyists.copy_all(), watch)
    finally:
        await undisturbed(asyncio.to_thread(shelf.close))
    return copied


async def _until_ended(work: Awaitable[None], interruption: Awaitable[End]) -> End:
    """Do the work, unless it is interrupted."""
    working, watching = asyncio.ensure_future(work), asyncio.ensure_future(interruption)
    try:
        await asyncio.wait((working, watching), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            return watching.result()
        working.result()
        return End.DONE
    finally:
        for task in (working, watching):
            task.cancel()
        await asyncio.gather(working, watching, return_exceptions=True)


async def _interruption(service: Service, turn: HostLeases, sleep: Sleep, glance: float) -> End:
    """Keep our turn, until a night begins or the turn is another's."""
    while True:
        await sleep(glance)
        if await asyncio.to_thread(night_at_work, service):
            return End.NIGHT
        if not await asyncio.to_thread(turn.take, TURN):
            return End.BUSY
