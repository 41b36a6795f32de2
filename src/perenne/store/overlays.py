"""What humans said of links: written, taken back, and what of it holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_, select, update

from perenne.domain.people import Overlay, OverlayKind
from perenne.store import centres
from perenne.store.changing import changed
from perenne.store.tables.dossiers import CentreRow, CitationRow, DossierRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.overlays import OverlayRow
from perenne.store.values import batches

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import ColumnElement, Exists, Select
    from sqlalchemy.orm import Session

_COLUMNS = tuple(field.name for field in fields(Overlay) if field.name != "centre")


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


def end(session: Session, overlay_id: int, at: datetime, author: str | None = None) -> bool:
    """Take back what was said; False where it was taken back before."""
    running = OverlayRow.id == overlay_id, OverlayRow.ended_at.is_(None)
    taken_back = update(OverlayRow).where(*running).values(ended_at=at, ended_by=author)
    return changed(session, taken_back)


def hold(session: Session, link_ids: Iterable[int]) -> None:
    """Let nobody else say anything of these links before the transaction ends.

    On SQLite the transaction alone sees to that.
    """
    # In one order everywhere, so that two writers never wait for each other.
    for batch in batches(sorted(set(link_ids))):
        session.execute(
            select(LinkRow.id).where(LinkRow.id.in_(batch)).order_by(LinkRow.id).with_for_update()
        )


def active(session: Session, link_ids: Iterable[int], now: datetime) -> dict[int, list[Overlay]]:
    """Return by link what is said of it and has neither ended nor expired, the oldest first."""
    found: dict[int, list[Overlay]] = defaultdict(list)
    for batch in batches(link_ids):
        query = told().where(OverlayRow.link_id.in_(batch), in_force(now))
        for row, centre in session.execute(query):
            found[row.link_id].append(overlay(row, centre))
    return dict(found)


def all_of(session: Session, link_id: int) -> tuple[Overlay, ...]:
    """Return all that was ever said of a link, the oldest first."""
    query = told().where(OverlayRow.link_id == link_id)
    return tuple(overlay(row, centre) for row, centre in session.execute(query))


def told() -> Select[OverlayRow, str | None]:
    """Return the query of overlays with the names of their centres, the oldest first."""
    return (
        select(OverlayRow, CentreRow.name)
        .outerjoin(CentreRow, CentreRow.id == OverlayRow.centre_id)
        .order_by(OverlayRow.id)
        .execution_options(populate_existing=True)
    )


def overlay(row: OverlayRow, centre: str | None) -> Overlay:
    """Return the overlay of a row."""
    return Overlay(centre=centre, **{name: getattr(row, name) for name in _COLUMNS})


def in_force(now: datetime) -> ColumnElement[bool]:
    """Return the condition that an overlay has neither ended nor expired."""
    unexpired = or_(OverlayRow.until.is_(None), OverlayRow.until > now)
    return and_(OverlayRow.ended_at.is_(None), unexpired)


def concerns_dossier() -> ColumnElement[bool]:
    """Return the condition that an overlay was said for all, or for the dossier's own centre."""
    return or_(OverlayRow.centre_id.is_(None), OverlayRow.centre_id == DossierRow.centre_id)


def dismissed(now: datetime) -> Exists:
    """Return the condition that the link of a citation needs no telling in its dossier."""
    return exists().where(
        OverlayRow.link_id == CitationRow.link_id,
        OverlayRow.kind == OverlayKind.DISMISSED,
        concerns_dossier(),
        in_force(now),
    )
