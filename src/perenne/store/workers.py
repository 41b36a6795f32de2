"""Workers: they say that they live, and what of their jobs fails, for others to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from perenne.store.changing import count
from perenne.store.inserting import upsert
from perenne.store.tables.workers import WorkerRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Trouble:
    """A job whose last time failed: its name, when, and the technical cause."""

    job: str
    at: datetime
    cause: str


@dataclass(frozen=True, slots=True)
class WorkerRecord:
    """A worker. `stopped_at` is None while it lives, or where it vanished without a word."""

    holder: str
    started_at: datetime
    heartbeat_at: datetime
    stopped_at: datetime | None = None
    next_night: datetime | None = None
    troubles: tuple[Trouble, ...] = ()

    @property
    def failing(self) -> list[str]:
        """Return the names of the jobs that failed last time."""
        return [trouble.job for trouble in self.troubles]


def save(session: Session, worker: WorkerRecord) -> None:
    """Note how a worker is now."""
    row = {
        "holder": worker.holder,
        "started_at": worker.started_at,
        "heartbeat_at": worker.heartbeat_at,
        "stopped_at": worker.stopped_at,
        "next_night": worker.next_night,
        "troubles": [_trouble_json(trouble) for trouble in worker.troubles],
    }
    upsert(session, WorkerRow, [row], same=["holder"])


def all_workers(session: Session) -> list[WorkerRecord]:
    """Return the workers that are known, the one heard of last first."""
    query = select(WorkerRow).order_by(WorkerRow.heartbeat_at.desc(), WorkerRow.holder)
    return [_record(row) for row in session.scalars(query)]


def forget(session: Session, *, unheard_since: datetime) -> int:
    """Drop the workers not heard of since an instant, but the last of all; return how many.

    That one says when, and how, the service came to its end.
    """
    last = select(func.max(WorkerRow.heartbeat_at)).scalar_subquery()
    old = delete(WorkerRow).where(WorkerRow.heartbeat_at < unheard_since)
    return count(session, old.where(WorkerRow.heartbeat_at < last))


def _record(row: WorkerRow) -> WorkerRecord:
    return WorkerRecord(
        row.holder,
        row.started_at,
        row.heartbeat_at,
        row.stopped_at,
        row.next_night,
        tuple(_trouble(each) for each in row.troubles),
    )


def _trouble_json(trouble: Trouble) -> dict[str, str]:
    return {"job": trouble.job, "at": trouble.at.isoformat(), "cause": trouble.cause}


def _trouble(stored: dict[str, str]) -> Trouble:
    return Trouble(stored["job"], datetime.fromisoformat(stored["at"]), stored["cause"])
