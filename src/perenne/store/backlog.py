"""What waits to be done, counted: links, suspects, mails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.states import State
from perenne.store.links import cited_ids
from perenne.store.statuses import MailStatus
from perenne.store.tables.dossiers import CitationRow
from perenne.store.tables.due import DueRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.reports import OutboxRow, RecipientRow
from perenne.store.tables.runs import RunRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class StuckMail:
    """A mail that could not leave: for whom, written when, and what the server said last."""

    recipient: str
    since: datetime
    error: str

    @property
    def code(self) -> str:
        """Return the code of the `net.smtp.SmtpError` that the error begins with."""
        return self.error.partition(":")[0]


def links_due(session: Session) -> int:
    """Return how many links the runs under way, or a night left behind, have still to check."""
    night = and_(RunRow.status == RunStatus.INTERRUPTED, RunRow.kind == RunKind.NIGHTLY)
    query = (
        select(func.count())
        .select_from(DueRow)
        .join(RunRow, RunRow.id == DueRow.run_id)
        .where(DueRow.done_at.is_(None), or_(RunRow.status == RunStatus.RUNNING, night))
    )
    return session.scalar(query) or 0


def suspects(session: Session) -> int:
    """Return how many links of active dossiers fail, and are not confirmed yet."""
    cited = cited_ids().with_only_columns(CitationRow.link_id).order_by(None)
    query = select(func.count()).select_from(LinkRow).where(LinkRow.state == State.SUSPECT)
    return session.scalar(query.where(LinkRow.id.in_(cited))) or 0


def mails_waiting(session: Session) -> int:
    """Return how many mails are still to leave."""
    query = select(func.count()).where(OutboxRow.status == MailStatus.PENDING)
    return session.scalar(query) or 0


def mails_failing(session: Session) -> list[StuckMail]:
    """Return the mails that a server has put off, the oldest first: they are tried again."""
    put_off = OutboxRow.status == MailStatus.PENDING, OutboxRow.last_error.is_not(None)
    query = _STUCK.where(*put_off).order_by(OutboxRow.id)
    return [_stuck(*row) for row in session.execute(query)]


def mails_parked(session: Session) -> list[StuckMail]:
    """Return the mails that were refused for good, the oldest first.

    Left out: those of addresses that follow nothing any more, and those of addresses that have
    taken a later mail. Nobody has to mend these.
    """
    later = aliased(OutboxRow)
    taken = exists().where(
        later.recipient == OutboxRow.recipient,
        later.id > OutboxRow.id,
        later.status == MailStatus.SENT,
    )
    follows = exists().where(RecipientRow.address == OutboxRow.recipient)
    query = _STUCK.where(OutboxRow.status == MailStatus.PARKED, follows, ~taken)
    return [_stuck(*row) for row in session.execute(query.order_by(OutboxRow.id))]


def _stuck(recipient: str, since: datetime, error: str | None) -> StuckMail:
    return StuckMail(recipient, since, error or "")


_STUCK = select(OutboxRow.recipient, OutboxRow.created_at, OutboxRow.last_error)
