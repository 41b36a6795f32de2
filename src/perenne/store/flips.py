"""The flips of links, the oldest first: kept for ever."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from perenne.domain.states import Flip
from perenne.store.tables.observations import FlipRow
from perenne.store.values import batches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


def flips(session: Session, link_ids: Iterable[int]) -> dict[int, dict[int, Flip]]:
    """Return by link its flips, by their ids."""
    found: dict[int, dict[int, Flip]] = defaultdict(dict)
    for batch in batches(link_ids):
        query = select(FlipRow).where(FlipRow.link_id.in_(batch))
        for row in session.scalars(query.order_by(FlipRow.at, FlipRow.id)):
            found[row.link_id][row.id] = _flip(row)
    return found


def _flip(row: FlipRow) -> Flip:
    return Flip(row.at, row.old_state, row.old_kind, row.new_state, row.new_kind)
