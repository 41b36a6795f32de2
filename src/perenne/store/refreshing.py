"""The references and citations of a dossier, brought to what its file holds now.

Rows are kept, withdrawn or restored, never deleted: the history of each stays readable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from perenne.domain.urls import link_key
from perenne.store.matching import Entry, match
from perenne.store.tables.dossiers import CitationRow, ReferenceRow
from perenne.store.values import batches, place_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from perenne.domain.references import Citation, Reference

    LinkIds = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Change:
    """The titles of the references that came, went and changed, and how many stayed as they were.

    With the links cited before and after.
    """

    added: tuple[str, ...]
    withdrawn: tuple[str, ...]
    changed: tuple[str, ...]
    kept: int
    links_before: set[int]
    links_after: set[int]


@dataclass(slots=True)
class _Known:
    """A reference of the database with its citations, those withdrawn included."""

    row: ReferenceRow
    citations: list[CitationRow]

    def links(self) -> frozenset[int]:
        """Return the links it cites, or cited when it was withdrawn."""
        gone = self.row.withdrawn_at is not None
        return frozenset(c.link_id for c in self.citations if gone or c.withdrawn_at is None)

    def says(self) -> tuple[object, ...] | None:
        """Return all that it says, None for one that is withdrawn, or is not written yet."""
        row = self.row
        if row.id is None or row.withdrawn_at is not None:
            return None
        live = {(c.link_id, c.as_written) for c in self.citations if c.withdrawn_at is None}
        whole = (row.section, row.title, row.source, row.date, row.pages)
        return (*whole, list(row.authors), list(row.locations), live)


def refresh(
    session: Session,
    dossier_id: int,
    references: Sequence[Reference],
    link_ids: LinkIds,
    at: datetime,
) -> Change:
    """Make the dossier hold `references`; `link_ids` has the links of all their citations."""
    known = _known(session, dossier_id)
    before = _cited(known)
    matched = match(
        [Entry(_links_of(r, link_ids), r.title) for r in references],
        [Entry(k.links(), k.row.title) for k in known],
    )
    stays = set(matched.values())
    gone = [k for position, k in enumerate(known) if position not in stays]
    withdrawn = _withdraw(gone, at)
    held = [
        known[matched[p]] if p in matched else _Known(_new(session, dossier_id, at), [])
        for p in range(len(references))
    ]
    said = [entry.says() for entry in held]
    _rewrite(session, held, references, link_ids, at)
    compared = list(zip(held, said, strict=True))
    changed = [entry for entry, earlier in compared if earlier and entry.says() != earlier]
    added = [entry for entry, earlier in compared if earlier is None]
    return Change(
        added=_titles(added),
        withdrawn=_titles(withdrawn),
        changed=_titles(changed),
        kept=len(held) - len(added) - len(changed),
        links_before=before,
        links_after=_cited(held),
    )


def _titles(entries: Iterable[_Known]) -> tuple[str, ...]:
    return tuple(entry.row.title for entry in entries)


def _known(session: Session, dossier_id: int) -> list[_Known]:
    """Return the references of a dossier, those in use before those withdrawn."""
    query = select(ReferenceRow).where(ReferenceRow.dossier_id == dossier_id)
    order = (ReferenceRow.withdrawn_at.is_not(None), ReferenceRow.position, ReferenceRow.id)
    known = {row.id: _Known(row, []) for row in session.scalars(query.order_by(*order))}
    for batch in batches(known):
        cited = select(CitationRow).where(CitationRow.reference_id.in_(batch))
        for citation in session.scalars(cited.order_by(CitationRow.id)):
            known[citation.reference_id].citations.append(citation)
    return list(known.values())


def _cited(entries: Iterable[_Known]) -> set[int]:
    return {c.link_id for e in entries for c in e.citations if c.withdrawn_at is None}


def _links_of(reference: Reference, link_ids: LinkIds) -> frozenset[int]:
    return frozenset(link_ids[link_key(c.url)] for c in reference.citations)


def _withdraw(entries: list[_Known], at: datetime) -> list[_Known]:
    live = [entry for entry in entries if entry.row.withdrawn_at is None]
    for entry in live:
        entry.row.withdrawn_at = at
        _withdraw_citations(entry.citations, at)
    return live


def _withdraw_citations(citations: Iterable[CitationRow], at: datetime) -> None:
    for citation in citations:
        citation.withdrawn_at = citation.withdrawn_at or at


def _rewrite(
    session: Session,
    held: Sequence[_Known],
    references: Sequence[Reference],
    link_ids: LinkIds,
    at: datetime,
) -> None:
    for position, (entry, reference) in enumerate(zip(held, references, strict=True)):
        _describe(entry.row, reference, position)
    session.flush()  # new references have their ids now
    for entry, reference in zip(held, references, strict=True):
        _cite(session, entry, reference.citations, link_ids, at)
    session.flush()


def _new(session: Session, dossier_id: int, at: datetime) -> ReferenceRow:
    row = ReferenceRow(dossier_id=dossier_id, added_at=at)
    session.add(row)
    return row


def _describe(row: ReferenceRow, reference: Reference, position: int) -> None:
    row.position = position
    row.withdrawn_at = None
    row.place = place_text(reference.place)
    row.authors, row.locations = list(reference.authors), list(reference.locations)
    row.section, row.title, row.source = reference.section, reference.title, reference.source
    row.date, row.date_iso, row.pages = reference.date, reference.date_iso, reference.pages


def _cite(
    session: Session,
    entry: _Known,
    citations: Iterable[Citation],
    link_ids: LinkIds,
    at: datetime,
) -> None:
    rest = list(entry.citations)
    for citation in citations:
        link_id = link_ids[link_key(citation.url)]
        row = _same_citation(rest, link_id, citation.as_written)
        if row is None:
            row = CitationRow(reference_id=entry.row.id, link_id=link_id, added_at=at)
            session.add(row)
            entry.citations.append(row)
        else:
            rest.remove(row)
        row.as_written, row.url = citation.as_written, citation.url
        row.place, row.withdrawn_at = place_text(citation.place), None
    _withdraw_citations(rest, at)


def _same_citation(rows: list[CitationRow], link_id: int, as_written: str) -> CitationRow | None:
    """Return the citation of that link: written the same way, or else in use, or else any."""
    same = [row for row in rows if row.link_id == link_id]
    same.sort(key=lambda row: (row.as_written != as_written, row.withdrawn_at is not None, row.id))
    return same[0] if same else None
