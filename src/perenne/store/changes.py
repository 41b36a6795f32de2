"""What there is to tell: changes nobody told a recipient yet, and what is still broken."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, or_, select

from perenne.domain.links import Change
from perenne.domain.runs import RunStatus
from perenne.domain.stability import is_unstable
from perenne.domain.states import Flip, State
from perenne.store.flips import flips
from perenne.store.following import followed
from perenne.store.lapses import lapsed, with_lapses
from perenne.store.link_statuses import statuses
from perenne.store.recipients import normal_address
from perenne.store.statuses import MailStatus
from perenne.store.tables.dossiers import CitationRow, DossierRow, ReferenceRow
from perenne.store.tables.due import DueRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.observations import FlipRow
from perenne.store.tables.reports import OutboxRow, ReportedRow
from perenne.store.tables.runs import RunRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Exists, Select
    from sqlalchemy.orm import Session

    from perenne.domain.links import LinkStatus

    Told = dict[FlipRow, list[DossierRow]]


def unreported(session: Session, recipient_address: str, *, now: datetime) -> list[Change]:
    """Return the flips that an address follows and was not told yet, the oldest first.

    Left out: what happened before it subscribed or before the dossier cited the link, what
    a human dismissed, and dossiers that are paused or retired. The links tell the citations
    in the dossiers that the address follows, and no others.
    """
    address = normal_address(recipient_address)
    told: Told = defaultdict(list)
    for flip, dossier in session.execute(_flips(address, now)):
        told[flip].append(dossier)
    shown = {(flip.link_id, d.id) for flip, dossiers in told.items() for d in dossiers}
    ids = sorted({link_id for link_id, _ in shown})
    links = {status.id: status for status in statuses(session, ids, shown=shown, now=now)}
    past = flips(session, ids)
    return [
        _change(flip, dossiers, links[flip.link_id], past[flip.link_id])
        for flip, dossiers in told.items()
    ]


def standing(
    session: Session, address: str, *, now: datetime, told_at: datetime | None = None
) -> list[LinkStatus]:
    """Return the broken and undecided links that an address follows, dismissed ones left out.

    Their citations say where a dismissal has lapsed since `told_at`, the last time that the
    address was told of how links stand; None for never.
    """
    mine = followed(normal_address(address), now)
    query = (
        select(mine.c.link_id, mine.c.dossier_id)
        .join(LinkRow, LinkRow.id == mine.c.link_id)
        .where(LinkRow.state.in_((State.BROKEN, State.UNDECIDED)))
    )
    shown = set(session.execute(query))
    ids = sorted({link_id for link_id, _ in shown})
    lapses = lapsed(session, mine, now=now, told_at=told_at)
    return with_lapses(statuses(session, ids, shown=shown, now=now), lapses)


def checked_counts(session: Session, address: str, *, now: datetime) -> dict[State, int]:
    """Return how many of the links that an address follows are in each state."""
    mine = followed(normal_address(address), now)
    query = (
        select(LinkRow.state, func.count(LinkRow.id.distinct()))
        .join(mine, mine.c.link_id == LinkRow.id)
        .group_by(LinkRow.state)
    )
    return dict.fromkeys(State, 0) | dict(session.execute(query).all())


def unsettled(session: Session, dossier_id: int) -> int:
    """Return how many links of a dossier may still turn out broken before its first mail.

    A link that a completed run tried and could not check is not waited for.
    """
    open_ = or_(
        LinkRow.state == State.SUSPECT,
        and_(LinkRow.state == State.NEW, ~_tried()),
    )
    query = (
        select(func.count(LinkRow.id.distinct()))
        .join(CitationRow, CitationRow.link_id == LinkRow.id)
        .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
        .where(ReferenceRow.dossier_id == dossier_id, CitationRow.withdrawn_at.is_(None), open_)
    )
    return session.scalar(query) or 0


def _flips(address: str, now: datetime) -> Select[FlipRow, DossierRow]:
    mine = followed(address, now)
    told = exists().where(
        ReportedRow.flip_id == FlipRow.id,
        ReportedRow.outbox_id == OutboxRow.id,
        OutboxRow.recipient == address,
        OutboxRow.status != MailStatus.PARKED,  # refused for good: nobody has read it
    )
    return (
        select(FlipRow, DossierRow)
        .join(mine, mine.c.link_id == FlipRow.link_id)
        .join(DossierRow, DossierRow.id == mine.c.dossier_id)
        .where(FlipRow.id > mine.c.after_flip, FlipRow.at >= mine.c.cited_since, ~told)
        .order_by(FlipRow.id, DossierRow.id)
    )


def _change(
    flip: FlipRow, dossiers: list[DossierRow], link: LinkStatus, all_flips: dict[int, Flip]
) -> Change:
    before = [each for id_, each in all_flips.items() if id_ < flip.id]
    return Change(
        flip_id=flip.id,
        at=flip.at,
        old_state=flip.old_state,
        old_kind=flip.old_kind,
        new_state=flip.new_state,
        new_kind=flip.new_kind,
        link=link,
        was_unstable=is_unstable(before, flip.at),
        unstable=is_unstable([*before, all_flips[flip.id]], flip.at),
        baseline=all(d.baseline_at is None or flip.at <= d.baseline_at for d in dossiers),
    )


def _tried() -> Exists:
    return exists().where(
        DueRow.link_id == LinkRow.id,
        DueRow.done_at.is_not(None),
        DueRow.run_id == RunRow.id,
        RunRow.status == RunStatus.COMPLETED,
    )
