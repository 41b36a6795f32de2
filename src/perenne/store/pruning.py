"""Drops what nobody needs any more; nothing of what links did is among it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, exists, or_, select, tuple_
from sqlalchemy.orm import aliased

from perenne.domain.runs import RunKind, RunStatus
from perenne.store.changing import count
from perenne.store.statuses import RequestStatus
from perenne.store.tables.archives import ArchiveRequestRow
from perenne.store.tables.due import DueRow
from perenne.store.tables.runs import RunRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Exists
    from sqlalchemy.orm import Session

AT_ONCE = 10_000
"""Lines: SQLite keeps other writers waiting for some hundredths of a second."""


def forget_work(session: Session, limit: int = AT_ONCE) -> int:
    """Drop at most `limit` lines of ended runs, the oldest first; return how many.

    Kept is the last line of each link in a completed run, and what is newer: it tells that the
    link was tried, and when its present interval was extended last (`store.changes`,
    `store.clusters`). The runs themselves stay: history refers to them.
    """
    useless = (
        select(DueRow.run_id, DueRow.link_id)
        .join(RunRow, RunRow.id == DueRow.run_id)
        .where(_ended(), or_(DueRow.done_at.is_(None), _done_again()))
        .order_by(DueRow.run_id, DueRow.link_id)
        .limit(limit)
    )
    return count(session, delete(DueRow).where(tuple_(DueRow.run_id, DueRow.link_id).in_(useless)))


def forget_requests(session: Session, *, ended_before: datetime) -> int:
    """Drop the requests to the archive that came to nothing, and were made again; return how many.

    A page that the archive does not take is asked for every week: its last request tells that.
    Those that ended lately count for what may be sent in a day.
    """
    later = aliased(ArchiveRequestRow)
    again = exists().where(
        later.link_id == ArchiveRequestRow.link_id, later.day > ArchiveRequestRow.day
    )
    vain = ArchiveRequestRow.status.in_(_VAIN), ArchiveRequestRow.changed_at < ended_before
    return count(session, delete(ArchiveRequestRow).where(*vain, again))


_VAIN = (RequestStatus.FAILED, RequestStatus.REFUSED, RequestStatus.UNKNOWN)


def _ended() -> ColumnElement[bool]:
    """Tell that a run is closed for good: an interrupted night may be taken up again."""
    asked = and_(RunRow.status == RunStatus.INTERRUPTED, RunRow.kind != RunKind.NIGHTLY)
    return or_(RunRow.status.in_((RunStatus.COMPLETED, RunStatus.VOID)), asked)


def _done_again() -> Exists:
    """Tell that a completed run has checked the same link later."""
    later, run = aliased(DueRow), aliased(RunRow)
    return exists().where(
        later.link_id == DueRow.link_id,
        or_(
            later.done_at > DueRow.done_at,
            and_(later.done_at == DueRow.done_at, later.run_id > DueRow.run_id),
        ),
        run.id == later.run_id,
        run.status == RunStatus.COMPLETED,
    )
