"""All that is told of links, gathered by a handful of queries for each batch."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from perenne.domain.captures import Verification
from perenne.domain.links import CAPTURE, KINDS, Capture, CitedIn, LinkStatus, Replacement
from perenne.domain.states import State
from perenne.store.overlays import active
from perenne.store.statuses import DossierStatus
from perenne.store.tables.archives import CaptureRow
from perenne.store.tables.dossiers import CentreRow, CitationRow, DossierRow, ReferenceRow
from perenne.store.tables.links import LinkRow, ReplacementRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.values import batches, hops_of, verdict_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session

    from perenne.domain.people import Overlay

    Shown = Collection[tuple[int, int]] | None
    Grouped = dict[int, list[Any]]

_FAILING = {State.SUSPECT, State.BROKEN, State.UNDECIDED}
"""Then a copy is proposed in the place of the page."""


def statuses(
    session: Session,
    link_ids: Iterable[int],
    *,
    shown: Shown = None,
    now: datetime | None = None,
) -> list[LinkStatus]:
    """Return the links in the order of `link_ids`.

    `shown` restricts the citations told to those pairs of (link id, dossier id). They tell what
    humans say of the link as of `now`; without it, nothing.
    """
    told: list[LinkStatus] = []
    for batch in batches(link_ids):
        told += _batch(session, batch, shown, now)
    return told


def _batch(
    session: Session, ids: list[int], shown: Shown, now: datetime | None
) -> list[LinkStatus]:
    query = select(LinkRow).where(LinkRow.id.in_(ids)).execution_options(populate_existing=True)
    rows = {row.id: row for row in session.scalars(query)}
    seen = {row.link_id: row for row in _open_observations(session, ids)}
    said = active(session, ids, now) if now else {}
    citations, captures = _citations(session, ids, shown, said), _captures(session, ids)
    replacements = _replacements(session, ids)
    return [
        LinkStatus(
            url=row.url,
            state=row.state,
            id=row.id,
            since=row.since,
            last_alive=row.last_alive,
            last_checked=row.last_checked,
            replacements=tuple(
                each
                for each in replacements[row.id]
                if row.state in _FAILING or each.kind != CAPTURE
            ),
            captures=tuple(captures[row.id]),
            citations=tuple(citations[row.id]),
            said=tuple(each for each in said.get(row.id, ()) if each.centre is None),
            permalink=row.permalink or "",
            **_observed(seen.get(row.id)),
        )
        for row in (rows[id_] for id_ in ids if id_ in rows)
    ]


def _observed(row: ObservationRow | None) -> dict[str, Any]:
    if row is None:
        return {"verdict": None}
    return {
        "verdict": verdict_of(row),
        "http_status": row.http_status,
        "final_url": row.final_url,
        "hops": hops_of(row.hops),
    }


def _open_observations(session: Session, ids: list[int]) -> Iterable[ObservationRow]:
    query = select(ObservationRow).where(ObservationRow.link_id.in_(ids), ObservationRow.is_open)
    return session.scalars(query)


def _citations(
    session: Session, ids: list[int], shown: Shown, said: dict[int, list[Overlay]]
) -> Grouped:
    query = (
        select(CitationRow, ReferenceRow, DossierRow, CentreRow.name)
        .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
        .join(DossierRow, DossierRow.id == ReferenceRow.dossier_id)
        .outerjoin(CentreRow, CentreRow.id == DossierRow.centre_id)
        .where(CitationRow.link_id.in_(ids), CitationRow.withdrawn_at.is_(None))
        .where(DossierRow.status != DossierStatus.RETIRED)
        .order_by(DossierRow.title, DossierRow.id, ReferenceRow.position, CitationRow.id)
    )
    found: Grouped = defaultdict(list)
    for citation, reference, dossier, centre in session.execute(query):
        if shown is None or (citation.link_id, dossier.id) in shown:
            here = [o for o in said.get(citation.link_id, ()) if o.centre in (None, centre)]
            found[citation.link_id].append(cited_in(citation, reference, dossier, here))
    return found


def cited_in(
    citation: CitationRow,
    reference: ReferenceRow,
    dossier: DossierRow,
    said: Iterable[Overlay] = (),
) -> CitedIn:
    """Return where a citation stands, with what is said of its link there."""
    return CitedIn(
        as_written=citation.as_written,
        dossier=dossier.title,
        slug=dossier.slug,
        section=reference.section,
        title=reference.title,
        authors=tuple(reference.authors),
        place=citation.place,
        said=tuple(said),
    )


def _captures(session: Session, ids: list[int]) -> Grouped:
    query = select(CaptureRow).where(
        CaptureRow.link_id.in_(ids), CaptureRow.verification == Verification.VERIFIED
    )
    found: Grouped = defaultdict(list)
    for row in session.scalars(query.order_by(CaptureRow.timestamp.desc(), CaptureRow.id)):
        found[row.link_id].append(Capture(row.url, row.timestamp, row.verification))
    return found


def _replacements(session: Session, ids: list[int]) -> Grouped:
    query = select(ReplacementRow).where(ReplacementRow.link_id.in_(ids))
    found: Grouped = defaultdict(list)
    for row in sorted(session.scalars(query), key=_place):
        found[row.link_id].append(
            Replacement(row.url, row.kind, row.why, row.confidence, row.created_at)
        )
    return found


def _place(row: ReplacementRow) -> tuple[int, float, int]:
    kind = KINDS.index(row.kind) if row.kind in KINDS else len(KINDS)
    return kind, -row.confidence, row.id
