"""Dismissals that have ended: what was kept from a reader is told again, once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import or_

from perenne.domain.people import OverlayKind
from perenne.store.overlays import concerns_dossier, overlay, told
from perenne.store.tables.dossiers import DossierRow
from perenne.store.tables.observations import FlipRow
from perenne.store.tables.overlays import OverlayRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Select, Subquery
    from sqlalchemy.orm import Session

    from perenne.domain.links import CitedIn, LinkStatus
    from perenne.domain.people import Overlay

    Lapses = dict[tuple[int, str], Overlay]


def lapsed(
    session: Session, followed: Subquery, *, now: datetime, told_at: datetime | None
) -> Lapses:
    """Return by link id and slug the last dismissal that has ended since `told_at`.

    `followed`: the pairs (link, dossier) that are told and not dismissed now, with the newest
    flip at the time of the subscription (`after_flip`): what ended before is no news either.
    """
    found: Lapses = {}
    for row, centre, slug, subscribed in session.execute(_ended(followed, now)):
        said = overlay(row, centre)
        since = max((each for each in (told_at, subscribed) if each), default=None)
        if said.end and (since is None or said.end > since):
            found[said.link_id, slug] = said
    return found


def with_lapses(links: Iterable[LinkStatus], lapses: Lapses) -> list[LinkStatus]:
    """Return the links, whose citations tell the dismissals that have lapsed."""
    return [replace(link, citations=tuple(_lapsed(link, lapses))) for link in links]


def _lapsed(link: LinkStatus, lapses: Lapses) -> Iterable[CitedIn]:
    for citation in link.citations:
        yield replace(citation, lapsed=lapses.get((link.id or 0, citation.slug)))


def _ended(followed: Subquery, now: datetime) -> Select[OverlayRow, str | None, str, datetime]:
    return (
        told()
        .add_columns(DossierRow.slug, FlipRow.at)
        .join(followed, followed.c.link_id == OverlayRow.link_id)
        .join(DossierRow, DossierRow.id == followed.c.dossier_id)
        .outerjoin(FlipRow, FlipRow.id == followed.c.after_flip)
        .where(OverlayRow.kind == OverlayKind.DISMISSED, concerns_dossier())
        .where(or_(OverlayRow.ended_at.is_not(None), OverlayRow.until <= now))
    )
