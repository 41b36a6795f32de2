"""Runs: claimed once, worked off, taken over when their holder dies, closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, literal, or_, select, update

from perenne.domain.links import Link
from perenne.domain.runs import Run, RunKind, RunStatus
from perenne.domain.verdicts import VerdictKind
from perenne.store import readings
from perenne.store.attention import resting
from perenne.store.changing import changed
from perenne.store.inserting import insert, insert_first, insert_missing
from perenne.store.links import cited_ids, links
from perenne.store.tables.dossiers import CitationRow
from perenne.store.tables.due import DueRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.runs import RunRow
from perenne.store.values import batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from sqlalchemy import Update
    from sqlalchemy.orm import Session

    from perenne.store.attention import Rest


_NOT_AT_ITS_END = (RunStatus.RUNNING, RunStatus.INTERRUPTED, RunStatus.VOID)


def claim(
    session: Session,
    kind: RunKind,
    *,
    scheduled_for: datetime | None,
    night: date,
    holder: str,
    at: datetime,
) -> int | None:
    """Start a run and return its id, or None where another holder has started this very one.

    `scheduled_for` is the instant it was planned for; None, on demand, is never taken.
    """
    row: dict[str, object] = {
        "kind": kind,
        "scheduled_for": scheduled_for,
        "night": night,
        "started_at": at,
        "status": RunStatus.RUNNING,
        "holder": holder,
        "heartbeat_at": at,
        "counts": {},
    }
    return insert_first(session, RunRow, row)


def enqueue(session: Session, run_id: int, link_ids: Iterable[int]) -> None:
    """Add links to the work of a run; those that are there already stay as they are."""
    for batch in batches(link_ids, 5_000):
        rows = [{"run_id": run_id, "link_id": link_id} for link_id in batch]
        insert_missing(session, DueRow, rows)


def enqueue_cited(session: Session, run_id: int, rest: Rest | None = None) -> None:
    """Add all links cited by active dossiers to the work of a run, but those that `rest`.

    The database does it by itself: a million of ids would be forty megabytes here.
    """
    cited = cited_ids().with_only_columns(literal(run_id), CitationRow.link_id).order_by(None)
    if rest is not None:
        cited = cited.where(CitationRow.link_id.not_in(resting(rest)))
    adding = insert(session, DueRow).from_select(["run_id", "link_id"], cited)
    session.execute(adding.on_conflict_do_nothing())


def count_due(session: Session, run_id: int) -> int:
    """Return how many links a run has not done yet."""
    undone = select(func.count()).select_from(DueRow).where(DueRow.run_id == run_id)
    return session.scalar(undone.where(DueRow.done_at.is_(None))) or 0


def due_hosts(session: Session, run_id: int) -> list[tuple[str, int]]:
    """Return the hosts of what a run has not done yet, with their numbers of links, most first."""
    query = (
        select(LinkRow.host, func.count())
        .join(DueRow, DueRow.link_id == LinkRow.id)
        .where(DueRow.run_id == run_id, DueRow.done_at.is_(None))
        .group_by(LinkRow.host)
        .order_by(func.count().desc(), LinkRow.host)
    )
    return [(host, count) for host, count in session.execute(query)]


def due_links(session: Session, run_id: int, host: str, after: int, limit: int) -> list[Link]:
    """Return links of a host that a run has not done yet, in the order of their ids.

    They come with what is known of their pages. `after` is the id of the last one returned.
    """
    query = (
        select(LinkRow.id)
        .join(DueRow, DueRow.link_id == LinkRow.id)
        .where(DueRow.run_id == run_id, DueRow.done_at.is_(None))
        .where(LinkRow.host == host, LinkRow.id > after)
        .order_by(LinkRow.id)
        .limit(limit)
    )
    ids = list(session.scalars(query))
    pages = readings.known(session, ids)
    return [replace(link, known=pages.get(link.id or 0)) for link in links(session, ids)]


def heartbeat(session: Session, run_id: int, holder: str, at: datetime) -> bool:
    """Say that the holder is alive; False where the run is no longer its own."""
    beat = _running(run_id).where(RunRow.holder == holder).values(heartbeat_at=at)
    return changed(session, beat)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A run that was not brought to its end; an interrupted one has no holder at work."""

    id: int
    kind: RunKind
    holder: str
    heartbeat_at: datetime
    night: date
    interrupted: bool


def unfinished(session: Session) -> list[Unfinished]:
    """Return the runs that still run, or whose holder died, and interrupted nights.

    An interrupted check on demand is not among them: what it saw was settled when it stopped.
    """
    night = and_(RunRow.status == RunStatus.INTERRUPTED, RunRow.kind == RunKind.NIGHTLY)
    query = (
        select(
            RunRow.id,
            RunRow.kind,
            RunRow.holder,
            RunRow.heartbeat_at,
            RunRow.night,
            RunRow.status == RunStatus.INTERRUPTED,
        )
        .where(or_(RunRow.status == RunStatus.RUNNING, night))
        .order_by(RunRow.id)
    )
    return [Unfinished(*row) for row in session.execute(query)]


def void(session: Session, night: date) -> Unfinished | None:
    """Return the run of a night that our own outage made void: it may be tried again."""
    query = (
        select(RunRow)
        .where(RunRow.kind == RunKind.NIGHTLY, RunRow.night == night)
        .where(RunRow.status == RunStatus.VOID)
        .order_by(RunRow.id.desc())
        .limit(1)
    )
    row = session.scalar(query)
    if row is None:
        return None
    return Unfinished(row.id, row.kind, row.holder, row.heartbeat_at, row.night, interrupted=True)


def try_again(session: Session, run_id: int) -> None:
    """Make undone again what a run could not check."""
    unchecked = DueRow.run_id == run_id, DueRow.kind == VerdictKind.UNCHECKED
    session.execute(update(DueRow).where(*unchecked).values(done_at=None))


def take_over(
    session: Session, run_id: int, old_holder: str, new_holder: str, at: datetime
) -> bool:
    """Make an unfinished run one's own again; False where another was quicker.

    `at` becomes its heartbeat. An interrupted or void run runs again.
    """
    mine = update(RunRow).where(RunRow.id == run_id, RunRow.holder == old_holder)
    live = mine.where(RunRow.status.in_(_NOT_AT_ITS_END))
    return changed(
        session,
        live.values(holder=new_holder, heartbeat_at=at, status=RunStatus.RUNNING, finished_at=None),
    )


def finish(
    session: Session, run_id: int, status: RunStatus, counts: Mapping[str, int], at: datetime
) -> bool:
    """Close a run; False where it was closed already."""
    end = _running(run_id).values(status=status, counts=dict(counts), finished_at=at)
    return changed(session, end)


def get(session: Session, run_id: int) -> Run | None:
    """Return a run."""
    row = session.get(RunRow, run_id, populate_existing=True)
    return _run(row) if row else None


def latest(
    session: Session, kind: RunKind | None = None, status: RunStatus | None = None
) -> Run | None:
    """Return the run that started last, of one kind or of any, and so with its status."""
    query = select(RunRow).order_by(RunRow.started_at.desc(), RunRow.id.desc()).limit(1)
    if kind is not None:
        query = query.where(RunRow.kind == kind)
    if status is not None:
        query = query.where(RunRow.status == status)
    row = session.scalar(query.execution_options(populate_existing=True))
    return _run(row) if row else None


def _running(run_id: int) -> Update:
    return update(RunRow).where(RunRow.id == run_id, RunRow.status == RunStatus.RUNNING)


def _run(row: RunRow) -> Run:
    return Run(
        id=row.id,
        kind=row.kind,
        started_at=row.started_at,
        night=row.night,
        status=row.status,
        finished_at=row.finished_at,
        counts=row.counts,
    )
