"""The whole history of a link, nothing of which is ever deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from perenne.domain.links import Capture, CitedIn, Observation
from perenne.domain.states import Flip
from perenne.store import captures, look_ups, overlays
from perenne.store.flips import flips
from perenne.store.link_statuses import cited_in
from perenne.store.tables.dossiers import CitationRow, DossierRow, ReferenceRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.values import hops_of, verdict_of

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from perenne.domain.people import Overlay
    from perenne.store.look_ups import LookedUp


@dataclass(frozen=True, slots=True)
class PastCitation:
    """Where a link is or was cited; `withdrawn_at` is None while it is."""

    cited_in: CitedIn
    added_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class History:
    """All that is remembered of a link, each part the oldest first.

    `look_ups`: how the last searches for copies ended, by archive.
    """

    observations: tuple[Observation, ...]
    flips: tuple[Flip, ...]
    captures: tuple[Capture, ...]
    citations: tuple[PastCitation, ...]
    look_ups: dict[str, LookedUp]
    overlays: tuple[Overlay, ...]


def history(session: Session, link_id: int) -> History:
    """Return the whole history of a link."""
    return History(
        observations=_observations(session, link_id),
        flips=tuple(flips(session, [link_id])[link_id].values()),
        captures=tuple(captures.of_links(session, [link_id])[link_id]),
        citations=_citations(session, link_id),
        look_ups=look_ups.of_links(session, [link_id])[link_id],
        overlays=overlays.all_of(session, link_id),
    )


def _observations(session: Session, link_id: int) -> tuple[Observation, ...]:
    query = select(ObservationRow).where(ObservationRow.link_id == link_id)
    return tuple(
        Observation(
            verdict=verdict_of(row),
            first_at=row.first_at,
            last_at=row.last_at,
            count=row.count,
            http_status=row.http_status,
            final_url=row.final_url,
            hops=hops_of(row.hops),
        )
        for row in session.scalars(query.order_by(ObservationRow.first_at, ObservationRow.id))
    )


def _citations(session: Session, link_id: int) -> tuple[PastCitation, ...]:
    query = (
        select(CitationRow, ReferenceRow, DossierRow)
        .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
        .join(DossierRow, DossierRow.id == ReferenceRow.dossier_id)
        .where(CitationRow.link_id == link_id)
        .order_by(CitationRow.added_at, CitationRow.id)
    )
    return tuple(
        PastCitation(
            cited_in(citation, reference, dossier), citation.added_at, citation.withdrawn_at
        )
        for citation, reference, dossier in session.execute(query)
    )
