"""When links were cited: the dates of the references, or else of the dossiers."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from perenne.store.statuses import DossierStatus
from perenne.store.tables.dossiers import CitationRow, DossierRow, ReferenceRow
from perenne.store.values import batches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class CitedAt:
    """The end of the day, month or year of a citation; `by_reference`: that its reference says."""

    at: datetime
    by_reference: bool


def cited_at(session: Session, link_ids: Iterable[int]) -> dict[int, CitedAt]:
    """Return by link the earliest date of the references that cite it.

    Where none has a date, that of the oldest dossier; links that nobody cites are left out.
    """
    found: dict[int, list[CitedAt]] = defaultdict(list)
    for batch in batches(link_ids):
        query = (
            select(CitationRow.link_id, ReferenceRow.date_iso, DossierRow.added_at)
            .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
            .join(DossierRow, DossierRow.id == ReferenceRow.dossier_id)
            .where(CitationRow.link_id.in_(batch), CitationRow.withdrawn_at.is_(None))
            .where(DossierRow.status != DossierStatus.RETIRED)
        )
        for link_id, date_iso, added_at in session.execute(query):
            dated = end_of(date_iso)
            found[link_id].append(CitedAt(dated or added_at, by_reference=dated is not None))
    return {link_id: _earliest(dates) for link_id, dates in found.items()}


def end_of(date_iso: str) -> datetime | None:
    """Return the last second of YYYY, YYYY-MM or YYYY-MM-DD, None for anything else."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", date_iso, re.ASCII)
    if parts is None:
        return None
    try:
        year, month = int(parts[1]), int(parts[2] or 12)
        day = int(parts[3] or calendar.monthrange(year, month)[1])
        return datetime.combine(datetime(year, month, day, tzinfo=UTC), time(23, 59, 59), UTC)
    except ValueError:
        return None


def _earliest(dates: list[CitedAt]) -> CitedAt:
    return min(dates, key=lambda each: (not each.by_reference, each.at))


def cited_beside(session: Session, link_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return by link id the other URLs that its references cite, in their order."""
    found: dict[int, list[str]] = defaultdict(list)
    other = aliased(CitationRow)
    for batch in batches(link_ids):
        query = (
            select(CitationRow.link_id, other.url)
            .join(other, other.reference_id == CitationRow.reference_id)
            .where(CitationRow.link_id.in_(batch), CitationRow.withdrawn_at.is_(None))
            .where(other.link_id != CitationRow.link_id, other.withdrawn_at.is_(None))
            .order_by(CitationRow.link_id, other.id)
        )
        for link_id, url in session.execute(query):
            found[link_id].append(url)
    return dict(found)
