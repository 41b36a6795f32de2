"""The queue of pages to be saved: what goes in, and the work on it.

The nightly check never waits for the archive: it puts requests in, and a worker takes them out
at the archive's pace, whenever it is there.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from perenne.archive.anonymous import AnonymousSave
from perenne.archive.cdx import Index
from perenne.archive.claims import Claims
from perenne.archive.policy import Facts, Reason, decide
from perenne.archive.session import Way
from perenne.archive.spn2 import SavePageNow
from perenne.archive.worker import Worker
from perenne.store import archives
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from perenne.archive.answers import Submitter
    from perenne.archive.pace import Sleep
    from perenne.clock import Clock
    from perenne.domain.links import Result
    from perenne.net.service import ServiceClient
    from perenne.settings import Settings
    from perenne.store.database import Database, Session

PATIENCE = timedelta(minutes=2)
"""How long to stay for what is under way: a job, or our next turn."""
IDLE_SECONDS = 30.0


def enqueue(
    session: Session, results: Iterable[Result], settings: Settings, now: datetime
) -> Counter[Reason]:
    """Queue what the policy wants saved of recorded links; returns how often each reason held.

    Nothing is queued while nothing can be submitted.
    """
    reasons: Counter[Reason] = Counter()
    for result in results:
        if settings.wayback.enabled and result.link.id is not None:
            reasons[_enqueue(session, result.link.id, result, settings, now)] += 1
    return reasons


def _enqueue(
    session: Session, link_id: int, result: Result, settings: Settings, now: datetime
) -> Reason:
    page = _page(result, settings, now)
    decision = decide(page)
    if decision.save:  # on its face: what is remembered of it is asked of live pages only
        decision = decide(_remembered(session, link_id, page))
    if decision.save:
        archives.request(session, link_id, now.date(), now, fingerprint=result.fingerprint)
    return decision.reason


def _page(result: Result, settings: Settings, now: datetime) -> Facts:
    return Facts(
        address=result.verdict.moved_to or result.link.url,
        kind=result.verdict.kind,
        now=now.astimezone(UTC),
        recapture_days=settings.wayback.recapture_days,
        noarchive=result.noarchive,
        fingerprint=result.fingerprint,
    )


def _remembered(session: Session, link_id: int, page: Facts) -> Facts:
    capture = archives.last_capture(session, link_id)
    page = replace(page, last_capture=capture.timestamp if capture else None)
    request = archives.latest_request(session, link_id)
    if request is None:
        return page
    return replace(
        page,
        asked_at=request.requested_at,
        waiting=request.status in archives.OPEN,
        unmet=request.status not in (*archives.OPEN, RequestStatus.CAPTURED),
        captured_fingerprint=request.fingerprint,
    )


async def work(
    database: Database,
    settings: Settings,
    clock: Clock,
    client: ServiceClient,
    *,
    until_empty: bool = True,
    sleep: Sleep = asyncio.sleep,
) -> None:
    """Send what is queued and follow what was sent, at the archive's pace.

    Returns when nothing more is to be done within `PATIENCE`, unless it is to go on for ever.
    Whatever stops it, another call goes on where it was. Raises `DatabaseError`.
    """
    worker = _worker(database, settings, clock, client, sleep)
    while worker is not None:
        if await worker.step():
            continue
        wait = worker.idle_for(PATIENCE)
        if wait is None and until_empty:
            return
        await sleep(IDLE_SECONDS if wait is None else wait)


def _worker(
    database: Database, settings: Settings, clock: Clock, client: ServiceClient, sleep: Sleep
) -> Worker | None:
    if not settings.wayback.enabled:
        return None
    way = Way.of(settings, client.environment)
    submitter = _submitter(settings, clock, client, way)
    claims = Claims(settings.wayback)
    return Worker(database, claims, submitter, Index.of(way, clock, sleep), clock)


def _submitter(settings: Settings, clock: Clock, client: ServiceClient, way: Way) -> Submitter:
    keys = settings.wayback.keys
    if keys is None:
        return AnonymousSave(way, clock)
    return SavePageNow(client, settings.wayback.url, keys)
