"""Who does a run: claimed by a row, taken over when its holder has died.

A holder is dead when its lease has run out, or at once when it lived on this very machine and its
process is gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from perenne.domain.runs import RunKind, RunStatus
from perenne.runs.closing import close
from perenne.runs.holders import holder
from perenne.runs.orders import Order
from perenne.runs.service import Service
from perenne.runs.signs import left_behind
from perenne.store import runs
from perenne.store.database import Session
from perenne.store.runs import Unfinished


@dataclass(frozen=True)
class Claim:
    """A run that is ours to do; `resumed` where another began it."""

    run_id: int
    resumed: bool


def claim(service: Service, order: Order) -> Claim | None:
    """Take over this night's unfinished run, or else begin one; None where another has it."""
    now = service.clock.now()
    _settle_left_behind(service, now)
    with service.database.transaction() as session:
        tonight = _tonight(service, session, now) if order.kind is RunKind.NIGHTLY else None
        if tonight is not None:
            if not left_behind(tonight, now) or not _take_over(session, tonight, now):
                return None
            runs.try_again(session, tonight.id)
            return Claim(tonight.id, resumed=True)
        begun = runs.claim(
            session,
            order.kind,
            scheduled_for=order.scheduled_for,
            night=service.night(now),
            holder=holder(),
            at=now,
        )
        return None if begun is None else Claim(begun, resumed=False)


def night_at_work(service: Service) -> bool:
    """Tell whether a night is being done, here or elsewhere."""
    now = service.clock.now()
    with service.database.reading() as session:
        open_ = runs.unfinished(session)
    return any(run.kind is RunKind.NIGHTLY and not left_behind(run, now) for run in open_)


def _settle_left_behind(service: Service, now: datetime) -> None:
    """Close what dead holders left behind with what they saw, but for this night's run."""
    with service.database.reading() as session:
        tonight = _tonight(service, session, now)
        dead = [run for run in runs.unfinished(session) if run != tonight and left_behind(run, now)]
    for run in dead:
        with service.database.transaction() as session:
            mine = _take_over(session, run, now)
        if mine:
            close(service, run.id, run.kind, RunStatus.COMPLETED)


def _tonight(service: Service, session: Session, now: datetime) -> Unfinished | None:
    night = service.night(now)
    nights = [run for run in runs.unfinished(session) if run.kind is RunKind.NIGHTLY]
    tonight = next((run for run in nights if run.night == night), None)
    return tonight or runs.void(session, night)


def _take_over(session: Session, run: Unfinished, now: datetime) -> bool:
    return runs.take_over(session, run.id, run.holder, holder(), now)
