"""The references of a registered dossier, as they were read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from perenne.domain.references import Citation, Place, PlaceKind, Reference
from perenne.store.tables.dossiers import CitationRow, ReferenceRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def of_dossier(session: Session, dossier_id: int) -> tuple[Reference, ...]:
    """Return the references that a dossier holds now, in the order of its file."""
    held = ReferenceRow.dossier_id == dossier_id, ReferenceRow.withdrawn_at.is_(None)
    cited = (
        select(CitationRow)
        .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
        .where(*held, CitationRow.withdrawn_at.is_(None))
        .order_by(CitationRow.id)
    )
    citations: dict[int, list[Citation]] = defaultdict(list)
    for row in session.scalars(cited):
        citation = Citation(row.as_written, row.url, _place(row.place))
        citations[row.reference_id].append(citation)
    rows = session.scalars(select(ReferenceRow).where(*held).order_by(ReferenceRow.position))
    return tuple(_reference(row, citations[row.id]) for row in rows)


def _reference(row: ReferenceRow, citations: list[Citation]) -> Reference:
    return Reference(
        title=row.title,
        place=_place(row.place),
        section=row.section,
        authors=tuple(row.authors),
        source=row.source,
        date=row.date,
        date_iso=row.date_iso,
        pages=row.pages,
        locations=tuple(row.locations),
        citations=tuple(citations),
    )


def _place(text: str) -> Place:
    kind, _colon, number = text.partition(":")
    return Place(PlaceKind(kind), int(number))
