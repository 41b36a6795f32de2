"""How searches for captures ended, by link and archive."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from perenne.store.changing import changed
from perenne.store.inserting import insert_missing, upsert
from perenne.store.statuses import LookUpStatus
from perenne.store.tables.archives import LookUpRow
from perenne.store.values import batches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class LookedUp:
    """How the last search in an archive ended; `next_try_at` is None where none is needed."""

    status: LookUpStatus
    code: str
    looked_at: datetime
    next_try_at: datetime | None


def claim(session: Session, link_id: int, archive: str, now: datetime, until: datetime) -> bool:
    """Keep a search that is due from other workers until then; False where one was quicker."""
    row = {
        "link_id": link_id,
        "archive": archive,
        "status": LookUpStatus.FAILED,
        "code": "interrupted",  # unless its end is stored
        "looked_at": now,
        "next_try_at": now,
    }
    insert_missing(session, LookUpRow, [row])
    mine = update(LookUpRow).where(
        LookUpRow.link_id == link_id, LookUpRow.archive == archive, LookUpRow.next_try_at <= now
    )
    return changed(session, mine.values(next_try_at=until))


def store(session: Session, link_id: int, archive: str, ended: LookedUp) -> None:
    """Note how a search ended."""
    row = {
        "link_id": link_id,
        "archive": archive,
        "status": ended.status,
        "code": ended.code,
        "looked_at": ended.looked_at,
        "next_try_at": ended.next_try_at,
    }
    upsert(session, LookUpRow, [row], same=["link_id", "archive"])


def reopen(session: Session, link_id: int, now: datetime) -> None:
    """Have the searches made again that found something: somebody would not have it."""
    found = LookUpRow.link_id == link_id, LookUpRow.status == LookUpStatus.FOUND
    session.execute(update(LookUpRow).where(*found).values(next_try_at=now))


def of_links(session: Session, link_ids: Iterable[int]) -> dict[int, dict[str, LookedUp]]:
    """Return by link and archive how the last searches ended."""
    found: dict[int, dict[str, LookedUp]] = defaultdict(dict)
    for batch in batches(link_ids):
        query = select(LookUpRow).where(LookUpRow.link_id.in_(batch))
        for row in session.scalars(query.order_by(LookUpRow.link_id, LookUpRow.archive)):
            ended = LookedUp(row.status, row.code, row.looked_at, row.next_try_at)
            found[row.link_id][row.archive] = ended
    return found


def counts(session: Session) -> dict[LookUpStatus, int]:
    """Return how many searches ended how."""
    query = select(LookUpRow.status, func.count()).group_by(LookUpRow.status)
    return dict.fromkeys(LookUpStatus, 0) | dict(session.execute(query).all())
