"""Proposed better addresses: noted, and links for which there is none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, case, delete, exists, or_, select

from perenne.domain.links import CAPTURE
from perenne.domain.people import OverlayKind
from perenne.domain.states import State
from perenne.domain.urls import link_key
from perenne.domain.verdicts import VerdictKind
from perenne.store.inserting import upsert
from perenne.store.tables.links import LinkRow, ReplacementRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.tables.overlays import OverlayRow
from perenne.store.values import batches, digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy import ColumnElement, Exists
    from sqlalchemy.orm import Session

    from perenne.domain.links import Replacement

_FAILING = (State.SUSPECT, State.BROKEN)
_BEGUN = case((LinkRow.state == State.ALIVE, ObservationRow.first_at), else_=LinkRow.since)
"""When a link began to fail, or to lead elsewhere: `since` dates the whole of a long life."""


def propose(
    session: Session,
    link_id: int,
    replacements: Iterable[Replacement],
    at: datetime,
    *,
    instead_of: Collection[str] = (),
) -> None:
    """Note replacements of a link; one proposed before is described anew.

    `instead_of`: kinds of which whatever else was proposed before is dropped, but what somebody
    has accepted or rejected: how it was found stays known.
    """
    decided = _decided(session, link_id)
    old = select(ReplacementRow.id, ReplacementRow.url).where(ReplacementRow.link_id == link_id)
    found = session.execute(old.where(ReplacementRow.kind.in_(instead_of))).all()
    for batch in batches([id_ for id_, url in found if link_key(url) not in decided]):
        session.execute(delete(ReplacementRow).where(ReplacementRow.id.in_(batch)))
    rows = [
        {
            "link_id": link_id,
            "url": replacement.url,
            "url_digest": digest(replacement.url),
            "kind": replacement.kind,
            "why": replacement.why,
            "confidence": replacement.confidence,
            "created_at": at,
        }
        for replacement in replacements
    ]
    upsert(session, ReplacementRow, rows, same=["link_id", "url_digest"])


def unmended(session: Session, *, since: datetime) -> list[int]:
    """Return the links that began to fail, or to lead elsewhere, since then, without a proposal.

    What was proposed before, when they were well, counts for nothing. Those of which a proposal
    was turned down since then are among them, whatever else is proposed.
    """
    query = (
        select(LinkRow.id)
        .outerjoin(
            ObservationRow, and_(ObservationRow.link_id == LinkRow.id, ObservationRow.is_open)
        )
        .where(
            or_(
                LinkRow.state.in_(_FAILING),
                and_(LinkRow.state == State.ALIVE, LinkRow.kind == VerdictKind.MOVED),
            )
        )
        .where(or_(and_(since <= _BEGUN, ~exists().where(*_proposed())), _turned_down(since)))
        .order_by(LinkRow.id)
    )
    return list(session.scalars(query))


def _proposed() -> tuple[ColumnElement[bool], ...]:
    return (
        ReplacementRow.link_id == LinkRow.id,
        ReplacementRow.created_at >= _BEGUN,
        ReplacementRow.kind != CAPTURE,  # a copy is no address of the page
    )


def _turned_down(since: datetime) -> Exists:
    return exists().where(
        OverlayRow.link_id == LinkRow.id,
        OverlayRow.kind == OverlayKind.REPLACEMENT_REJECTED,
        OverlayRow.ended_at.is_(None),
        OverlayRow.created_at >= since,
    )


def _decided(session: Session, link_id: int) -> set[str]:
    """Return the keys of the addresses about which somebody's word holds."""
    query = select(OverlayRow.replacement).where(
        OverlayRow.link_id == link_id, OverlayRow.ended_at.is_(None)
    )
    return {link_key(url) for url in session.scalars(query) if url}
