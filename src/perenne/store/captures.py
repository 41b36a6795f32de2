"""Copies in web archives, and whether they were seen to show the page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from perenne.domain.captures import Verification
from perenne.domain.links import Capture
from perenne.store.changing import changed
from perenne.store.inserting import insert_missing
from perenne.store.tables.archives import CaptureRow
from perenne.store.tables.links import LinkRow
from perenne.store.values import batches, digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Waiting:
    """A capture that is to be looked at: `url` is the link's, `check_at` when it is due."""

    id: int
    link_id: int
    url: str
    capture: Capture
    found_at: datetime
    check_at: datetime
    nearest: str


def add(
    session: Session, link_id: int, capture: Capture, source: str, at: datetime, check_at: datetime
) -> None:
    """Note a capture of which somebody said that it is there; to be looked at from `check_at` on.

    One that is known already stays as it is; one that was lost is looked for again.
    """
    row = {**_row(link_id, capture, source, at), "verified_at": None, "check_at": check_at}
    insert_missing(session, CaptureRow, [row])
    lost = update(CaptureRow).where(
        CaptureRow.link_id == link_id,
        CaptureRow.url_digest == row["url_digest"],
        CaptureRow.verification == Verification.LOST,
    )
    anew = {"verification": Verification.PENDING, "check_at": check_at, "found_at": at}
    session.execute(lost.values(anew))


def add_verified(
    session: Session, link_id: int, captures: Iterable[Capture], source: str, at: datetime
) -> None:
    """Note captures that were seen to show the page, whatever was known of them."""
    none = {"verified_at": None, "check_at": None}
    rows = [{**_row(link_id, capture, source, at), **none} for capture in captures]
    insert_missing(session, CaptureRow, rows)
    same = CaptureRow.url_digest.in_([row["url_digest"] for row in rows])
    seen = update(CaptureRow).where(CaptureRow.link_id == link_id, same)
    verified = {"verification": Verification.VERIFIED, "verified_at": at, "code": ""}
    session.execute(seen.values(**verified, check_at=None))


def next_waiting(session: Session, now: datetime) -> Waiting | None:
    """Return the pending capture that has been due for the longest."""
    query = (
        select(CaptureRow, LinkRow.url)
        .join(LinkRow, LinkRow.id == CaptureRow.link_id)
        .where(CaptureRow.verification == Verification.PENDING, CaptureRow.check_at <= now)
        .order_by(CaptureRow.check_at, CaptureRow.id)
        .limit(1)
        .execution_options(populate_existing=True)
    )
    found = session.execute(query).first()
    return _waiting(*found) if found else None


def reserve(session: Session, waiting: Waiting, until: datetime) -> bool:
    """Keep a capture from other workers until then; False where one was quicker."""
    mine = update(CaptureRow).where(
        CaptureRow.id == waiting.id,
        CaptureRow.verification == Verification.PENDING,
        CaptureRow.check_at == waiting.check_at,
    )
    return changed(session, mine.values(check_at=until))


def settle(
    session: Session,
    capture_id: int,
    verification: Verification,
    *,
    code: str,
    nearest: str,
    check_at: datetime | None,
    at: datetime,
) -> None:
    """Note what a look at a capture gave; `check_at` is the next look where it stays pending."""
    change = update(CaptureRow).where(CaptureRow.id == capture_id)
    values = {"code": code, "nearest": nearest, "check_at": check_at, "verification": verification}
    verified_at = at if verification is Verification.VERIFIED else None
    session.execute(change.values(**values, verified_at=verified_at))


def of_links(session: Session, link_ids: Iterable[int]) -> dict[int, list[Capture]]:
    """Return by link all its captures, whatever they show, the oldest first."""
    found: dict[int, list[Capture]] = defaultdict(list)
    for batch in batches(link_ids):
        query = select(CaptureRow).where(CaptureRow.link_id.in_(batch))
        for row in session.scalars(query.order_by(CaptureRow.timestamp, CaptureRow.id)):
            found[row.link_id].append(_capture(row))
    return found


def last(session: Session, link_id: int) -> Capture | None:
    """Return the newest capture of a link, whatever it shows."""
    return next(reversed(of_links(session, [link_id])[link_id]), None)


def counts(session: Session) -> dict[Verification, int]:
    """Return how many captures were seen to be what."""
    query = select(CaptureRow.verification, func.count()).group_by(CaptureRow.verification)
    return dict.fromkeys(Verification, 0) | dict(session.execute(query).all())


def _row(link_id: int, capture: Capture, source: str, at: datetime) -> dict[str, object]:
    return {
        "link_id": link_id,
        "url": capture.url,
        "url_digest": digest(capture.url),
        "timestamp": capture.timestamp,
        "source": source,
        "found_at": at,
        "verification": Verification.PENDING,
        "code": "",
        "nearest": "",
    }


def _capture(row: CaptureRow) -> Capture:
    return Capture(row.url, row.timestamp, row.verification, row.code)


def _waiting(row: CaptureRow, url: str) -> Waiting:
    assert row.check_at is not None  # a pending one has a next look
    return Waiting(row.id, row.link_id, url, _capture(row), row.found_at, row.check_at, row.nearest)
