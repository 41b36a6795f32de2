"""Dossiers: found, listed, paused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select, update

from perenne.domain.states import State
from perenne.store.changing import changed
from perenne.store.overlays import dismissed
from perenne.store.statuses import DossierStatus
from perenne.store.tables.dossiers import CentreRow, CitationRow, DossierRow, ReferenceRow
from perenne.store.tables.links import LinkRow
from perenne.store.titles import normalised

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

__all__ = [
    "DossierRecord",
    "DossierStatus",
    "DossierSummary",
    "find",
    "mark_baseline",
    "records",
    "rename",
    "set_status",
    "slug_for",
    "summaries",
]

LONGEST_SLUG = 60
"""Characters: what a command line and a file name still bear well."""


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """A dossier as registered. `baseline_at` is None until its first mail was due."""

    id: int
    slug: str
    title: str
    centre: str | None
    file_name: str
    status: DossierStatus
    added_at: datetime
    refreshed_at: datetime
    baseline_at: datetime | None


@dataclass(frozen=True, slots=True)
class DossierSummary:
    """A dossier and how its links stand; each link counts once.

    Those that were `dismissed` count neither as broken, nor as undecided, nor as suspect; of those
    that are `new`, nothing conclusive was seen yet.
    """

    slug: str
    title: str
    centre: str | None
    status: DossierStatus
    references: int
    links: int
    broken: int
    undecided: int
    suspect: int
    new: int
    dismissed: int
    last_check: datetime | None


class Figure(NamedTuple):
    """How many links of a dossier are alike, and when one of them was checked last."""

    state: State
    dismissed: bool
    links: int
    last_check: datetime | None


def slug_for(title: str) -> str:
    """Return a title as a short identity: lower case, ASCII, hyphens; never empty."""
    ascii_only = normalised(title).encode("ascii", "ignore").decode().replace("_", " ")
    return "-".join(ascii_only.split())[:LONGEST_SLUG].strip("-") or "dossier"


def records(session: Session) -> list[DossierRecord]:
    """Return every dossier, by title."""
    return [_record(row, centre) for row, centre in session.execute(_all())]


def find(session: Session, slug: str) -> DossierRecord | None:
    """Return a dossier, None where there is none of that slug."""
    found = session.execute(_all().where(DossierRow.slug == slug)).first()
    return _record(*found) if found else None


def rename(session: Session, slug: str, title: str) -> bool:
    """Give a dossier another title, its slug stays; False where there is none."""
    return _change(session, slug, title=title)


def set_status(session: Session, slug: str, status: DossierStatus) -> bool:
    """Resume, pause or retire a dossier; False where there is none."""
    return _change(session, slug, status=status)


def mark_baseline(session: Session, dossier_id: int, at: datetime) -> bool:
    """Note that a dossier's first mail was due; only the first time counts."""
    first = update(DossierRow).where(DossierRow.id == dossier_id, DossierRow.baseline_at.is_(None))
    return changed(session, first.values(baseline_at=at))


def summaries(session: Session, now: datetime) -> list[DossierSummary]:
    """Return every dossier with its figures as of `now`, by title."""
    references, figures = _reference_counts(session), _link_figures(session, now)
    return [
        _summary(row, centre, references.get(row.id, 0), figures.get(row.id, []))
        for row, centre in session.execute(_all())
    ]


def _all() -> Select[DossierRow, str | None]:
    return (
        select(DossierRow, CentreRow.name)
        .outerjoin(CentreRow, CentreRow.id == DossierRow.centre_id)
        .order_by(DossierRow.title, DossierRow.id)
        .execution_options(populate_existing=True)
    )


def _record(row: DossierRow, centre: str | None) -> DossierRecord:
    return DossierRecord(
        id=row.id,
        slug=row.slug,
        title=row.title,
        centre=centre,
        file_name=row.file_name,
        status=row.status,
        added_at=row.added_at,
        refreshed_at=row.refreshed_at,
        baseline_at=row.baseline_at,
    )


def _change(session: Session, slug: str, **values: object) -> bool:
    return changed(session, update(DossierRow).where(DossierRow.slug == slug).values(**values))


def _reference_counts(session: Session) -> dict[int, int]:
    query = (
        select(ReferenceRow.dossier_id, func.count())
        .where(ReferenceRow.withdrawn_at.is_(None))
        .group_by(ReferenceRow.dossier_id)
    )
    return dict(session.execute(query).all())


def _link_figures(session: Session, now: datetime) -> dict[int, list[Figure]]:
    """Return by dossier how many links are in each state, dismissed or not."""
    cited = (
        select(ReferenceRow.dossier_id, CitationRow.link_id, dismissed(now).label("is_dismissed"))
        .join(CitationRow, CitationRow.reference_id == ReferenceRow.id)
        .join(DossierRow, DossierRow.id == ReferenceRow.dossier_id)
        .where(CitationRow.withdrawn_at.is_(None))
        .distinct()
        .subquery()
    )
    kinds = cited.c.dossier_id, LinkRow.state, cited.c.is_dismissed
    query = (
        select(*kinds, func.count(), func.max(LinkRow.last_checked))
        .join(LinkRow, LinkRow.id == cited.c.link_id)
        .group_by(*kinds)
    )
    figures: dict[int, list[Figure]] = {}
    for dossier_id, *figure in session.execute(query):
        figures.setdefault(dossier_id, []).append(Figure(*figure))
    return figures


def _summary(
    row: DossierRow,
    centre: str | None,
    references: int,
    figures: list[Figure],
) -> DossierSummary:
    checks = [figure.last_check for figure in figures if figure.last_check is not None]
    counts = dict.fromkeys(State, 0)
    counts |= {figure.state: figure.links for figure in figures if not figure.dismissed}
    return DossierSummary(
        slug=row.slug,
        title=row.title,
        centre=centre,
        status=row.status,
        references=references,
        links=sum(figure.links for figure in figures),
        broken=counts[State.BROKEN],
        undecided=counts[State.UNDECIDED],
        suspect=counts[State.SUSPECT],
        new=counts[State.NEW],
        dismissed=sum(figure.links for figure in figures if figure.dismissed),
        last_check=max(checks, default=None),
    )
