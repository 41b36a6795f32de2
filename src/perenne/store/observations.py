"""What was seen of links: stored as it comes, as intervals that grow while nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from perenne.domain.links import Result
from perenne.domain.urls import host_of
from perenne.domain.verdicts import Family, VerdictKind
from perenne.store import hosts, readings
from perenne.store.histories import History, history
from perenne.store.tables.due import DueRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.values import batches, evidence_columns, hops_json, hops_of, verdict_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from perenne.domain.links import Link

    Fresh = dict[int, Result]

__all__ = ["History", "history", "latest", "record"]


def latest(session: Session, links: Iterable[Link]) -> dict[int, Result]:
    """Return by id what the last conclusive check of each link gave; unseen ones are left out."""
    found: dict[int, Result] = {}
    for batch in batches(links):
        known = {link.id: link for link in batch}
        query = select(ObservationRow).where(ObservationRow.link_id.in_(known))
        for row in session.scalars(query.where(ObservationRow.is_open)):
            found[row.link_id] = _result(row, known[row.link_id])
    return found


def record(session: Session, run_id: int, results: Sequence[Result]) -> int:
    """Store the results of links that a run had to check; return how many were new.

    A result of a link that the run has done already is ignored, so that work taken up again
    after a crash counts once. An `unchecked` verdict is kept with the run's work only.
    """
    fresh = _fresh(session, run_id, results)
    seen = {i: r for i, r in fresh.items() if r.verdict.kind is not VerdictKind.UNCHECKED}
    intervals, newest = _observe(session, run_id, seen)
    _mark_done(session, run_id, fresh, intervals)
    checked = [{"id": link_id, "last_checked": r.at} for link_id, r in seen.items()]
    _update(session, LinkRow, checked)
    _update(session, LinkRow, _permalinks(seen))
    readings.keep(session, {i: r for i, r in seen.items() if i in newest})
    hosts.put_off(session, _waits(fresh.values()))
    hosts.need_browser_like(
        session, {r.link.host: r.at for r in fresh.values() if r.needs_browser_like}
    )
    return len(fresh)


def _permalinks(seen: Fresh) -> list[dict[str, Any]]:
    """Return what living pages that were read give as their lasting address."""
    alive = {i: r.permalink for i, r in seen.items() if r.verdict.family is Family.ALIVE}
    return [
        {"id": link_id, "permalink": permalink or None}
        for link_id, permalink in alive.items()
        if permalink is not None
    ]


def _waits(results: Iterable[Result]) -> dict[str, datetime]:
    """Return until when the host that answered last wants to be left alone."""
    asked = ((host_of(r.final_url) or r.link.host, r.put_off) for r in results)
    return {host: until for host, until in asked if host and until}


def _fresh(session: Session, run_id: int, results: Sequence[Result]) -> Fresh:
    """Return by link id what is not recorded yet, its links locked against other runs."""
    given: Fresh = {}
    for result in results:
        if result.link.id is not None:
            given.setdefault(result.link.id, result)
    locked = select(LinkRow.id).where(LinkRow.id.in_(given)).order_by(LinkRow.id)
    session.execute(locked.with_for_update(key_share=True))
    undone = select(DueRow.link_id).where(
        DueRow.run_id == run_id, DueRow.link_id.in_(given), DueRow.done_at.is_(None)
    )
    return {link_id: given[link_id] for link_id in sorted(session.scalars(undone))}


def _observe(session: Session, run_id: int, seen: Fresh) -> tuple[dict[int, int], set[int]]:
    """Extend the open intervals or begin new ones.

    Return the id of each link's interval, and the links of which nothing newer is known.
    """
    query = select(ObservationRow).where(ObservationRow.link_id.in_(seen), ObservationRow.is_open)
    open_ = {row.link_id: row for row in session.scalars(query)}
    begun: list[ObservationRow] = []
    for link_id, result in seen.items():
        last = open_.get(link_id)
        if last is None or not _extends(last, result):
            begun.append(_begin(link_id, run_id, result, last))
        else:
            _extend(last, run_id, result)
    session.flush()  # an interval is closed before the next one opens
    session.add_all(begun)
    session.flush()
    told = {row.link_id: row for row in (*open_.values(), *begun)}
    newest = {link_id for link_id, row in told.items() if row.is_open}
    return {link_id: row.id for link_id, row in told.items()}, newest


def _extends(last: ObservationRow, result: Result) -> bool:
    return result.at >= last.last_at and verdict_of(last).same_as(result.verdict)


def _extend(last: ObservationRow, run_id: int, result: Result) -> None:
    last.last_run, last.last_at = run_id, result.at
    last.count += 1
    for name, value in _facts(result).items():
        setattr(last, name, value)


def _begin(
    link_id: int, run_id: int, result: Result, last: ObservationRow | None
) -> ObservationRow:
    # What another run has seen since is newer: the older sight is kept as an interval of its own.
    newest = last is None or result.at >= last.last_at
    if last is not None and newest:
        last.is_open = False
    return ObservationRow(
        link_id=link_id,
        first_run=run_id,
        last_run=run_id,
        first_at=result.at,
        last_at=result.at,
        count=1,
        is_open=newest,
        **_facts(result),
    )


def _facts(result: Result) -> dict[str, Any]:
    return {
        **evidence_columns(result.verdict),
        "http_status": result.http_status,
        "final_url": result.final_url,
        "hops": hops_json(result.hops),
        "page_title": result.page_title,
        "fingerprint": result.fingerprint,
        "noarchive": result.noarchive,
        "closes_at": result.closes_at,
    }


def _result(row: ObservationRow, link: Link) -> Result:
    return Result(
        link=link,
        verdict=verdict_of(row),
        at=row.last_at,
        hops=hops_of(row.hops),
        http_status=row.http_status,
        final_url=row.final_url,
        page_title=row.page_title,
        fingerprint=row.fingerprint,
        noarchive=bool(row.noarchive),
        closes_at=row.closes_at,
    )


def _mark_done(session: Session, run_id: int, fresh: Fresh, intervals: dict[int, int]) -> None:
    rows = [
        {
            "run_id": run_id,
            "link_id": link_id,
            "done_at": result.at,
            "observation_id": intervals.get(link_id),
            **evidence_columns(result.verdict),
        }
        for link_id, result in fresh.items()
    ]
    _update(session, DueRow, rows)


def _update(session: Session, table: type[DueRow | LinkRow], rows: list[dict[str, Any]]) -> None:
    if rows:
        session.execute(update(table), rows)
