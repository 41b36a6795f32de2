"""What only a whole run can tell: links that end together, and their verdicts set right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from perenne.domain.links import Result
from perenne.store.links import links
from perenne.store.tables.due import DueRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.tables.readings import ReadingRow
from perenne.store.values import batches, evidence_columns, hops_of, verdict_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from perenne.domain.verdicts import Verdict

_ROWS = (DueRow, ObservationRow)
_FACTS = ("http_status", "final_url", "hops", "page_title", "fingerprint")


def ending_together(session: Session, run_id: int, at_least: int) -> list[Result]:
    """Return what a run has seen of links that left their address, so many to the same one."""
    elsewhere = (
        select(LinkRow.host, ObservationRow.final_url)
        .join(DueRow, DueRow.link_id == LinkRow.id)
        .join(ObservationRow, ObservationRow.id == DueRow.observation_id)
        .where(DueRow.run_id == run_id, ObservationRow.final_url != LinkRow.url)
        .group_by(LinkRow.host, ObservationRow.final_url)
        .having(func.count() >= at_least)
        .subquery()
    )
    query = (
        select(*_ROWS)
        .join(LinkRow, LinkRow.id == DueRow.link_id)
        .join(ObservationRow, ObservationRow.id == DueRow.observation_id)
        .join(
            elsewhere,
            (elsewhere.c.host == LinkRow.host)
            & (elsewhere.c.final_url == ObservationRow.final_url),
        )
        .where(DueRow.run_id == run_id)
        .order_by(DueRow.link_id)
    )
    seen = {due.link_id: (due, row) for due, row in session.execute(query)}
    return [
        Result(
            link=link,
            verdict=verdict_of(due),
            at=row.last_at,
            final_url=row.final_url,
            page_title=row.page_title,
            http_status=row.http_status,
            fingerprint=row.fingerprint,
            hops=hops_of(row.hops),
        )
        for link in links(session, list(seen))
        for due, row in (seen[link.id or 0],)
    ]


def amend(session: Session, run_id: int, verdicts: Mapping[int, Verdict]) -> None:
    """Give links of a run another verdict than was recorded, as if it had been seen first.

    The links are locked first, in the order of their ids, as by those who record.
    """
    for ids in batches(sorted(verdicts)):
        locked = select(LinkRow.id).where(LinkRow.id.in_(ids)).order_by(LinkRow.id)
        session.execute(locked.with_for_update(key_share=True))
        _amend(session, run_id, {link_id: verdicts[link_id] for link_id in ids})


def _amend(session: Session, run_id: int, verdicts: Mapping[int, Verdict]) -> None:
    query = (
        select(*_ROWS)
        .join(ObservationRow, ObservationRow.id == DueRow.observation_id)
        .where(DueRow.run_id == run_id, DueRow.link_id.in_(verdicts))
    )
    for due, row in list(session.execute(query)):
        verdict = verdicts[due.link_id]
        for name, value in evidence_columns(verdict).items():
            setattr(due, name, value)
        kept = _taken_back(session, run_id, row, verdict)
        session.flush()
        due.observation_id = kept.id
    # The page alone would tell something else: it is read again next time.
    session.execute(delete(ReadingRow).where(ReadingRow.link_id.in_(verdicts)))
    session.flush()


def _taken_back(
    session: Session, run_id: int, row: ObservationRow, verdict: Verdict
) -> ObservationRow:
    """Undo this run's part in an interval, and return the one that tells the verdict instead."""
    if row.count > 1:
        return _split(session, run_id, row, verdict)
    before = session.scalar(
        select(ObservationRow)
        .where(ObservationRow.link_id == row.link_id, ObservationRow.id < row.id)
        .order_by(ObservationRow.id.desc())
        .limit(1)
    )
    if before is None or not verdict_of(before).same_as(verdict):
        for name, value in evidence_columns(verdict).items():
            setattr(row, name, value)
        return row
    return _joined(session, run_id, before, row)


def _joined(
    session: Session, run_id: int, before: ObservationRow, row: ObservationRow
) -> ObservationRow:
    """Let the interval before go on: it tells the same already."""
    seen = {name: getattr(row, name) for name in ("is_open", "last_at", *_FACTS)}
    done = update(DueRow).where(DueRow.observation_id == row.id).values(observation_id=before.id)
    session.execute(done)
    session.delete(row)
    session.flush()  # a link has one open interval at most
    for name, value in seen.items():
        setattr(before, name, value)
    before.last_run, before.count = run_id, before.count + 1
    return before


def _split(session: Session, run_id: int, row: ObservationRow, verdict: Verdict) -> ObservationRow:
    """End an interval with the run before, and begin one that tells the verdict."""
    earlier = session.scalar(
        select(DueRow)
        .where(DueRow.observation_id == row.id, DueRow.run_id != run_id)
        .order_by(DueRow.done_at.desc())
        .limit(1)
    )
    new = ObservationRow(
        link_id=row.link_id,
        first_run=run_id,
        last_run=run_id,
        first_at=row.last_at,
        last_at=row.last_at,
        count=1,
        is_open=row.is_open,
        **{name: getattr(row, name) for name in _FACTS},
        **evidence_columns(verdict),
    )
    row.is_open, row.count = False, row.count - 1
    row.last_run = earlier.run_id if earlier else row.first_run
    row.last_at = (earlier.done_at if earlier else None) or row.first_at
    session.flush()
    session.add(new)
    return new
