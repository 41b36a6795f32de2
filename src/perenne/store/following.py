"""Which links an address follows, by its subscriptions to dossiers, centres or everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select

from perenne.store.overlays import dismissed
from perenne.store.statuses import DossierStatus
from perenne.store.tables.dossiers import CitationRow, DossierRow, ReferenceRow
from perenne.store.tables.reports import RecipientRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Subquery


def follows() -> ColumnElement[bool]:
    """Return the condition that a subscription covers a dossier."""
    return or_(
        RecipientRow.dossier_id == DossierRow.id,
        RecipientRow.centre_id == DossierRow.centre_id,
        and_(RecipientRow.dossier_id.is_(None), RecipientRow.centre_id.is_(None)),
    )


def followed(address: str, now: datetime) -> Subquery:
    """Select (link, dossier) pairs that an address follows, since when, and after which flip."""
    return (
        select(
            CitationRow.link_id,
            DossierRow.id.label("dossier_id"),
            func.min(CitationRow.added_at).label("cited_since"),
            func.min(RecipientRow.after_flip).label("after_flip"),
        )
        .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
        .join(DossierRow, DossierRow.id == ReferenceRow.dossier_id)
        .join(RecipientRow, follows())
        .where(RecipientRow.address == address, CitationRow.withdrawn_at.is_(None))
        .where(DossierRow.status == DossierStatus.ACTIVE, ~dismissed(now))
        .group_by(CitationRow.link_id, DossierRow.id)
        .subquery()
    )
