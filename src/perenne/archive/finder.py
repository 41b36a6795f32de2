"""Finding what others saved of a page that is now broken, so that its readers are offered it."""

from __future__ import annotations

import asyncio
from collections import Counter
from enum import StrEnum, unique
from typing import TYPE_CHECKING

from perenne.archive.cdx import Excluded, Found, Index, LookUp, NoneFound
from perenne.archive.session import Way
from perenne.domain.urls import link_key, without_credentials
from perenne.store import archives

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perenne.archive.pace import Sleep
    from perenne.clock import Clock
    from perenne.domain.links import LinkStatus
    from perenne.net.service import ServiceClient
    from perenne.settings import Settings
    from perenne.store.database import Database


@unique
class Find(StrEnum):
    """How a look-up ended; a failed one is worth repeating another day."""

    FOUND = "found"
    NONE = "none"
    EXCLUDED = "excluded"
    FAILED = "failed"


async def find_captures(
    database: Database,
    settings: Settings,
    clock: Clock,
    client: ServiceClient,
    lost: Iterable[LinkStatus],
    *,
    sleep: Sleep = asyncio.sleep,
) -> Counter[Find]:
    """Look for the latest good capture of each link, and store it; returns how that went.

    At 24 look-ups a minute. Links that are not recorded, or whose capture is known, are left
    out. Raises `DatabaseError`.
    """
    index = Index.of(Way.of(settings, client.environment), clock, sleep)
    finds: Counter[Find] = Counter()
    for link in lost:
        if link.id is not None and not link.captures:
            answer = await _look_up(index, link)
            _store(database, link.id, answer, clock)
            finds[_find(answer)] += 1
    return finds


async def _look_up(index: Index, link: LinkStatus) -> LookUp:
    # What was saved after it was last seen alive may show its error page.
    return await index.latest(
        without_credentials(link_key(link.url)), until=link.last_alive or link.since
    )


def _store(database: Database, link_id: int, answer: LookUp, clock: Clock) -> None:
    if isinstance(answer, Found):
        with database.transaction() as session:
            archives.add_capture(session, link_id, answer.captures[0], "cdx", clock.now())


def _find(answer: LookUp) -> Find:
    match answer:
        case Found():
            return Find.FOUND
        case NoneFound():
            return Find.NONE
        case Excluded():
            return Find.EXCLUDED
        case _:
            return Find.FAILED
