"""A second look at suspects, some hours after they began to fail: most faults pass.

A link that is well again is so at once, and its dossier is not kept waiting; one that still fails
counts for the night of this look, as on demand. Nothing is written to anybody: the night does that.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

from perenne.domain.runs import RunKind
from perenne.rules.clusters import RULE
from perenne.runs.night import Pass, one_pass
from perenne.runs.nights import next_night
from perenne.runs.orders import Following, Order
from perenne.runs.service import Service
from perenne.runs.signs import LEASE
from perenne.store import attention

SLOT = timedelta(hours=1)
"""Of several workers one takes each slot: its beginning is the instant the run is planned for."""
MARGIN = timedelta(minutes=5)
"""Before the end of a slot, in which none begins: who has the next one must see our work list."""
LEFT_TO_THE_NIGHT = timedelta(hours=1)
"""Before a night, in which no second look begins: the night looks at everything."""


async def recheck(service: Service, stop: asyncio.Event) -> Pass | None:
    """Look at the suspects whose last look is `recheck_hours` old; None where there is none.

    None too where the settings want no second look (0), or where it is no time to begin one. What
    a run under way will look at is left to it, and the next night ends this one.
    """
    now = service.clock.now()
    slot = _slot(service, now)
    waiting = await asyncio.to_thread(_waiting, service, now) if slot else []
    if not waiting:
        return None
    order = Order(RunKind.RECHECK, waiting, slot)
    async with ended_by_the_night(service, now, stop) as ended:
        return await one_pass(service, order, Following(stop=ended))


def _slot(service: Service, now: datetime) -> datetime | None:
    """Return for when a look that begins now is planned; None where it is no time for one."""
    night = next_night(service.settings.schedule, now)
    begun = now - (now - datetime.min.replace(tzinfo=UTC)) % SLOT
    never = not service.settings.schedule.recheck_hours
    too_late = now >= begun + SLOT - MARGIN or now >= night - LEFT_TO_THE_NIGHT
    return None if never or too_late else begun


def _waiting(service: Service, now: datetime) -> list[int]:
    hours = timedelta(hours=service.settings.schedule.recheck_hours)
    with service.database.reading() as session:
        return attention.suspects(
            session, checked_before=now - hours, at_work_since=now - LEASE, but_by=RULE
        )


@asynccontextmanager
async def ended_by_the_night(
    service: Service, now: datetime, stop: asyncio.Event
) -> AsyncIterator[asyncio.Event]:
    """Give an event that is set when `stop` is, or when the next night begins."""
    ended = asyncio.Event()
    night = next_night(service.settings.schedule, now)

    async def wait() -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), (night - now).total_seconds())
        ended.set()

    waiting = asyncio.create_task(wait())
    try:
        yield ended
    finally:
        waiting.cancel()
