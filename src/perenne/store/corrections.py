"""What readers corrected: links they were told of, which their dossiers no longer cite."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import aliased

from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.store.following import follows
from perenne.store.link_statuses import cited_in, statuses
from perenne.store.recipients import normal_address
from perenne.store.statuses import DossierStatus
from perenne.store.tables.dossiers import CitationRow, DossierRow, ReferenceRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.observations import FlipRow
from perenne.store.tables.reports import OutboxRow, RecipientRow, ReportedRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Exists
    from sqlalchemy.orm import Session

    from perenne.domain.links import CitedIn, LinkStatus


def corrected(session: Session, address: str, since: datetime) -> list[LinkStatus]:
    """Return the links that dossiers which an address follows have ceased to cite after `since`.

    Only those that wanted mending, and of which the address was told. Their citations are those
    that are gone.
    """
    address = normal_address(address)
    gone: dict[int, dict[int, CitedIn]] = defaultdict(dict)
    query = (
        select(CitationRow, ReferenceRow, DossierRow)
        .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
        .join(DossierRow, DossierRow.id == ReferenceRow.dossier_id)
        .join(LinkRow, LinkRow.id == CitationRow.link_id)
        .join(RecipientRow, follows())
        .where(RecipientRow.address == address, CitationRow.withdrawn_at > since)
        .where(DossierRow.status == DossierStatus.ACTIVE, ~_cited_still(), _told(address))
        .where(
            or_(
                LinkRow.state == State.BROKEN,
                and_(LinkRow.state == State.ALIVE, LinkRow.kind == VerdictKind.MOVED),
            )
        )
        .order_by(DossierRow.id, ReferenceRow.position, CitationRow.id)
    )
    for citation, reference, dossier in session.execute(query):
        gone[citation.link_id][citation.id] = cited_in(citation, reference, dossier)
    return [
        replace(status, citations=tuple(gone[status.id or 0].values()))
        for status in statuses(session, sorted(gone))
    ]


def _cited_still() -> Exists:
    """Tell whether the same dossier cites the link at another place."""
    other, reference = aliased(CitationRow), aliased(ReferenceRow)
    return exists().where(
        other.link_id == CitationRow.link_id,
        other.withdrawn_at.is_(None),
        reference.id == other.reference_id,
        reference.dossier_id == DossierRow.id,
    )


def _told(address: str) -> Exists:
    return exists().where(
        FlipRow.link_id == CitationRow.link_id,
        ReportedRow.flip_id == FlipRow.id,
        ReportedRow.outbox_id == OutboxRow.id,
        OutboxRow.recipient == address,
    )
