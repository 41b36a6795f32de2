"""What is believed of links: read and moved in the transaction that closes a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, or_, select, update

from perenne.store.tables.due import DueRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.observations import FlipRow
from perenne.store.values import BATCH, batches, belief_columns, belief_of, verdict_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from perenne.domain.states import Belief, Flip
    from perenne.domain.verdicts import Verdict

    Update = tuple[int, Belief, Flip | None]


def pending(session: Session, run_id: int) -> Iterator[tuple[int, Belief, Verdict, datetime]]:
    """Yield (link id, belief, verdict, instant) for every verdict that a run has recorded.

    Left out: a verdict older than an instant at which the link is known to have been alive,
    since another run has looked later and is closed already.
    """
    after = 0
    while page := _page(session, run_id, after):
        for due, link in page:
            assert due.done_at is not None
            yield link.id, belief_of(link), verdict_of(due), due.done_at
        after = page[-1][1].id


def save(session: Session, run_id: int, updates: Iterable[Update]) -> int:
    """Store what is believed now, and the flips; return how many flips there were."""
    flips = 0
    for batch in batches(updates):
        beliefs = [{"id": link_id, **belief_columns(belief)} for link_id, belief, _ in batch]
        session.execute(update(LinkRow), beliefs)
        rows = _flips(session, run_id, batch)
        if rows:
            session.execute(insert(FlipRow), rows)
        flips += len(rows)
    return flips


def _page(session: Session, run_id: int, after: int) -> list[tuple[DueRow, LinkRow]]:
    query = (
        select(DueRow, LinkRow)
        .join(LinkRow, LinkRow.id == DueRow.link_id)
        .where(DueRow.run_id == run_id, DueRow.done_at.is_not(None), LinkRow.id > after)
        .where(or_(LinkRow.last_alive.is_(None), LinkRow.last_alive <= DueRow.done_at))
        .order_by(LinkRow.id)
        .limit(BATCH)
        .with_for_update(of=LinkRow, key_share=True)  # two runs may close at the same time
        .execution_options(populate_existing=True)
    )
    return [(due, link) for due, link in session.execute(query)]


def _flips(session: Session, run_id: int, updates: Sequence[Update]) -> list[dict[str, Any]]:
    flips = {link_id: flip for link_id, _, flip in updates if flip is not None}
    seen = select(DueRow.link_id, DueRow.observation_id).where(
        DueRow.run_id == run_id, DueRow.link_id.in_(flips)
    )
    observations = {row.link_id: row.observation_id for row in session.execute(seen)}
    return [
        {
            "link_id": link_id,
            "run_id": run_id,
            "observation_id": observations.get(link_id),
            "at": flip.at,
            "old_state": flip.old_state,
            "old_kind": flip.old_kind,
            "new_state": flip.new_state,
            "new_kind": flip.new_kind,
        }
        for link_id, flip in flips.items()
    ]
