"""What humans said of links."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select, update

from perenne.domain.people import OverlayKind
from perenne.store import centres
from perenne.store.changing import changed
from perenne.store.tables.dossiers import CentreRow
from perenne.store.tables.overlays import OverlayRow
from perenne.store.values import batches

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Overlay:
    """What was said of a link, by whom and why, for a centre or for all, until when."""

    id: int
    link_id: int
    kind: OverlayKind
    author: str
    reason: str
    centre: str | None
    created_at: datetime
    until: datetime | None
    replacement: str | None


def dismiss(
    session: Session,
    link_id: int,
    *,
    author: str,
    reason: str,
    at: datetime,
    until: datetime | None = None,
    centre: str | None = None,
) -> int:
    """Say that a link needs no telling, and return the overlay's id."""
    return say(
        session,
        link_id,
        OverlayKind.DISMISSED,
        author=author,
        reason=reason,
        at=at,
        until=until,
        centre=centre,
    )


def say(
    session: Session,
    link_id: int,
    kind: OverlayKind,
    *,
    author: str,
    reason: str,
    at: datetime,
    until: datetime | None = None,
    centre: str | None = None,
    replacement: str | None = None,
) -> int:
    """Record what a human said of a link, and return the overlay's id."""
    row = OverlayRow(
        link_id=link_id,
        centre_id=centres.ensure(session, centre),
        kind=kind,
        author=author,
        reason=reason,
        until=until,
        created_at=at,
        replacement=replacement,
    )
    session.add(row)
    session.flush()
    return row.id


def end(session: Session, overlay_id: int, at: datetime) -> bool:
    """Take back what was said; False where it was taken back before."""
    running = OverlayRow.id == overlay_id, OverlayRow.ended_at.is_(None)
    return changed(session, update(OverlayRow).where(*running).values(ended_at=at))


def active(session: Session, link_ids: Iterable[int], now: datetime) -> dict[int, list[Overlay]]:
    """Return by link what is said of it and has neither ended nor expired."""
    found: dict[int, list[Overlay]] = defaultdict(list)
    for batch in batches(link_ids):
        query = (
            select(OverlayRow, CentreRow.name)
            .outerjoin(CentreRow, CentreRow.id == OverlayRow.centre_id)
            .where(OverlayRow.link_id.in_(batch), in_force(now))
            .order_by(OverlayRow.id)
        )
        for row, centre in session.execute(query):
            found[row.link_id].append(_overlay(row, centre))
    return dict(found)


def in_force(now: datetime) -> ColumnElement[bool]:
    """Return the condition that an overlay has neither ended nor expired."""
    unexpired = or_(OverlayRow.until.is_(None), OverlayRow.until > now)
    return and_(OverlayRow.ended_at.is_(None), unexpired)


def _overlay(row: OverlayRow, centre: str | None) -> Overlay:
    return Overlay(
        id=row.id,
        link_id=row.link_id,
        kind=row.kind,
        author=row.author,
        reason=row.reason,
        centre=centre,
        created_at=row.created_at,
        until=row.until,
        replacement=row.replacement,
    )
