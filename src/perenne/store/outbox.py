"""Mails composed once and sent until they arrive: never lost, never by two workers at once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from perenne.store.changing import changed
from perenne.store.inserting import insert_first, insert_missing
from perenne.store.recipients import normal_address
from perenne.store.statuses import MailStatus
from perenne.store.tables.reports import OutboxRow, ReportedRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Update
    from sqlalchemy.orm import Session

LEASE = timedelta(minutes=10)
"""How long a claimed message is left to its worker: longer than an SMTP dialogue may last."""


@dataclass(frozen=True, slots=True)
class Message:
    """A mail of the outbox. `attempts` counts the tries begun, this one included."""

    id: int
    key: str
    recipient: str
    kind: str
    period: str
    subject: str
    message: bytes
    message_id: str
    status: MailStatus
    attempts: int
    next_try_at: datetime
    created_at: datetime
    sent_at: datetime | None
    last_error: str | None


def put(
    session: Session,
    *,
    key: str,
    recipient: str,
    kind: str,
    period: str,
    subject: str,
    message: bytes,
    message_id: str,
    flip_ids: Iterable[int],
    at: datetime,
) -> bool:
    """Keep a whole RFC 5322 message for sending, with the flips it tells of.

    False, and nothing is kept, where the key (recipient, kind, period) was there already.
    """
    row = {
        "key": key,
        "recipient": normal_address(recipient),
        "kind": kind,
        "period": period,
        "subject": subject,
        "message": message,
        "message_id": message_id,
        "status": MailStatus.PENDING,
        "attempts": 0,
        "next_try_at": at,
        "created_at": at,
    }
    outbox_id = insert_first(session, OutboxRow, row)
    if outbox_id is None:
        return False
    told = [{"outbox_id": outbox_id, "flip_id": flip_id} for flip_id in sorted(set(flip_ids))]
    insert_missing(session, ReportedRow, told)
    return True


def latest(session: Session, recipient: str, kinds: Sequence[str] = ()) -> datetime | None:
    """Return when the last mail to an address was composed, of these kinds or of any.

    None for never. One that its server refused for good does not count: nobody has read it.
    """
    query = select(func.max(OutboxRow.created_at)).where(
        OutboxRow.recipient == normal_address(recipient), OutboxRow.status != MailStatus.PARKED
    )
    return session.scalar(query.where(OutboxRow.kind.in_(kinds)) if kinds else query)


def due(session: Session, now: datetime, limit: int, *, lease: timedelta = LEASE) -> list[Message]:
    """Claim at most `limit` messages that are due, the oldest first; commit before sending.

    No other worker gets them within `lease`; after it they are due again, should this one die.
    """
    query = (
        select(OutboxRow.id, OutboxRow.next_try_at)
        .where(OutboxRow.status == MailStatus.PENDING, OutboxRow.next_try_at <= now)
        .order_by(OutboxRow.next_try_at, OutboxRow.id)
        .limit(limit)
    )
    found = session.execute(query).all()
    mine = [id_ for id_, seen in found if _claim(session, id_, seen, now + lease)]
    rows = session.scalars(select(OutboxRow).where(OutboxRow.id.in_(mine)).order_by(OutboxRow.id))
    return [_message(row) for row in rows]


def sent(session: Session, message_id: int, at: datetime) -> bool:
    """Note that the server took a message; the id is the row's."""
    return changed(session, _pending(message_id).values(status=MailStatus.SENT, sent_at=at))


def retry_at(session: Session, message_id: int, when: datetime, error: str) -> bool:
    """Note why a message could not leave, and when it is tried again."""
    return changed(session, _pending(message_id).values(next_try_at=when, last_error=error))


def park(session: Session, message_id: int, error: str) -> bool:
    """Give a message up; what it tells of counts as not told."""
    return changed(session, _pending(message_id).values(status=MailStatus.PARKED, last_error=error))


def get(session: Session, message_id: int) -> Message | None:
    """Return a message; the id is the row's."""
    row = session.get(OutboxRow, message_id, populate_existing=True)
    return _message(row) if row else None


def newest(session: Session, limit: int) -> list[Message]:
    """Return the messages composed last, the newest first."""
    query = select(OutboxRow).order_by(OutboxRow.id.desc()).limit(limit)
    return [_message(row) for row in session.scalars(query)]


def send_again(session: Session, message_id: int, at: datetime) -> bool:
    """Make a message due once more, whatever became of it; False where there is none."""
    again = {
        "status": MailStatus.PENDING,
        "attempts": 0,
        "next_try_at": at,
        "sent_at": None,
        "last_error": None,
    }
    return changed(session, update(OutboxRow).where(OutboxRow.id == message_id).values(**again))


def all_messages(session: Session) -> list[Message]:
    """Return every message, the oldest first."""
    return [_message(row) for row in session.scalars(select(OutboxRow).order_by(OutboxRow.id))]


def _claim(session: Session, id_: int, seen: datetime, until: datetime) -> bool:
    mine = _pending(id_).where(OutboxRow.next_try_at == seen)
    return changed(session, mine.values(next_try_at=until, attempts=OutboxRow.attempts + 1))


def _pending(id_: int) -> Update:
    return update(OutboxRow).where(OutboxRow.id == id_, OutboxRow.status == MailStatus.PENDING)


def _message(row: OutboxRow) -> Message:
    return Message(**{field.name: getattr(row, field.name) for field in fields(Message)})
