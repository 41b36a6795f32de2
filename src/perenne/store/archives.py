"""Requests to web archives."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from perenne.store.changing import changed
from perenne.store.inserting import insert_first
from perenne.store.statuses import RequestStatus
from perenne.store.tables.archives import ArchiveRequestRow
from perenne.store.tables.links import LinkRow
from perenne.store.values import batches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date, datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

OPEN = (RequestStatus.QUEUED, RequestStatus.SUBMITTED)


@dataclass(frozen=True, slots=True)
class ArchiveRequest:
    """A wish to have the page at `url` captured. `attempts` counts the tries that ended.

    `fingerprint` is that of the page's main text when it was asked for.
    """

    id: int
    link_id: int
    url: str
    day: date
    status: RequestStatus
    job_id: str | None
    requested_at: datetime
    submitted_at: datetime | None
    next_try_at: datetime | None
    changed_at: datetime
    attempts: int
    code: str | None
    answer: str | None
    fingerprint: str


def request(
    session: Session, link_id: int, day: date, at: datetime, *, fingerprint: str = ""
) -> bool:
    """Queue a link for capture; False where it was asked for that day already."""
    row = {
        "link_id": link_id,
        "day": day,
        "status": RequestStatus.QUEUED,
        "requested_at": at,
        "next_try_at": at,
        "changed_at": at,
        "attempts": 0,
        "fingerprint": fingerprint,
    }
    return insert_first(session, ArchiveRequestRow, row) is not None


def next_requests(
    session: Session, now: datetime, limit: int, *, only: Collection[RequestStatus] = OPEN
) -> list[ArchiveRequest]:
    """Return at most `limit` open requests whose next step is due, the longest due first."""
    query = (
        _requests()
        .where(ArchiveRequestRow.status.in_(only), ArchiveRequestRow.next_try_at <= now)
        .order_by(ArchiveRequestRow.next_try_at, ArchiveRequestRow.id)
        .limit(limit)
    )
    return [_request(row, url) for row, url in session.execute(query)]


def reserve(session: Session, wanted: ArchiveRequest, until: datetime) -> bool:
    """Keep a request from other workers until then; False where one was quicker."""
    mine = update(ArchiveRequestRow).where(
        ArchiveRequestRow.id == wanted.id,
        ArchiveRequestRow.status == wanted.status,
        ArchiveRequestRow.next_try_at == wanted.next_try_at,
    )
    return changed(session, mine.values(next_try_at=until))


def submitted(session: Session, request_id: int, job_id: str | None, at: datetime) -> bool:
    """Note that a request was sent, with the archive's job id; False where it is not queued."""
    queued = update(ArchiveRequestRow).where(
        ArchiveRequestRow.id == request_id, ArchiveRequestRow.status.in_(OPEN)
    )
    values = {"status": RequestStatus.SUBMITTED, "job_id": job_id, "submitted_at": at}
    return changed(session, queued.values(**values, changed_at=at))


def outcome(
    session: Session,
    request_id: int,
    status: RequestStatus,
    *,
    code: str | None,
    answer: str | None,
    next_try_at: datetime | None,
    at: datetime,
) -> bool:
    """Note what the archive said; any status but `submitted` ends a try.

    `answer` is what it sent, as text. With status `queued`, `next_try_at` is the next try.
    """
    tries = int(status is not RequestStatus.SUBMITTED)
    change = update(ArchiveRequestRow).where(ArchiveRequestRow.id == request_id)
    return changed(
        session,
        change.values(
            status=status,
            code=code,
            answer=answer,
            next_try_at=next_try_at,
            changed_at=at,
            attempts=ArchiveRequestRow.attempts + tries,
        ),
    )


def note(session: Session, request_id: int, code: str) -> None:
    """Note why an open request is not sent; that is no try."""
    open_ = update(ArchiveRequestRow).where(
        ArchiveRequestRow.id == request_id, ArchiveRequestRow.status.in_(OPEN)
    )
    session.execute(open_.values(code=code))


def put_off_host(session: Session, link_id: int, until: datetime) -> None:
    """Send nothing of a link's host before; what was sent already is followed all the same."""
    host = select(LinkRow.host).where(LinkRow.id == link_id).scalar_subquery()
    of_host = select(LinkRow.id).where(LinkRow.host == host)
    waiting = update(ArchiveRequestRow).where(
        ArchiveRequestRow.status == RequestStatus.QUEUED,
        ArchiveRequestRow.next_try_at < until,
        ArchiveRequestRow.link_id.in_(of_host),
    )
    session.execute(waiting.values(next_try_at=until))


def counts(session: Session) -> dict[RequestStatus, int]:
    """Return how many requests have each status."""
    query = select(ArchiveRequestRow.status, func.count()).group_by(ArchiveRequestRow.status)
    return dict.fromkeys(RequestStatus, 0) | dict(session.execute(query).all())


def failures(session: Session) -> dict[str, int]:
    """Return how many requests wait, or were given up, for each code of a failure."""
    query = select(ArchiveRequestRow.code, func.count()).group_by(ArchiveRequestRow.code)
    ended_well = ArchiveRequestRow.status == RequestStatus.CAPTURED
    rows = session.execute(query.where(ArchiveRequestRow.code.is_not(None), ~ended_well))
    return {code: count for code, count in rows if code is not None}


def oldest_waiting(session: Session) -> datetime | None:
    """Return when the oldest request that has not come to its end was made."""
    query = select(func.min(ArchiveRequestRow.requested_at))
    return session.scalar(query.where(ArchiveRequestRow.status.in_(OPEN)))


def submitted_since(session: Session, since: datetime) -> int:
    """Return how many requests were sent at `since` or later."""
    query = select(func.count()).select_from(ArchiveRequestRow)
    return session.scalar(query.where(ArchiveRequestRow.submitted_at >= since)) or 0


def latest_request(session: Session, link_id: int) -> ArchiveRequest | None:
    """Return the newest request of a link."""
    newest = _requests().where(ArchiveRequestRow.link_id == link_id)
    order = (ArchiveRequestRow.day.desc(), ArchiveRequestRow.id.desc())
    found = session.execute(newest.order_by(*order)).first()
    return _request(*found) if found else None


def latest_requests(session: Session, link_ids: Iterable[int]) -> dict[int, ArchiveRequest]:
    """Return by link its newest request; links without one are left out."""
    found: dict[int, ArchiveRequest] = {}
    for batch in batches(link_ids):
        query = _requests().where(ArchiveRequestRow.link_id.in_(batch))
        order = (ArchiveRequestRow.day, ArchiveRequestRow.id)
        for row, url in session.execute(query.order_by(*order)):
            found[row.link_id] = _request(row, url)
    return found


def _requests() -> Select[ArchiveRequestRow, str]:
    return (
        select(ArchiveRequestRow, LinkRow.url)
        .join(LinkRow, LinkRow.id == ArchiveRequestRow.link_id)
        .execution_options(populate_existing=True)
    )


def _request(row: ArchiveRequestRow, url: str) -> ArchiveRequest:
    stored = {
        field.name: getattr(row, field.name)
        for field in fields(ArchiveRequest)
        if field.name != "url"
    }
    return ArchiveRequest(**stored, url=url)
