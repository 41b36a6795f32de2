"""Who does a run: claimed by a row, taken over when its holder has died.

A holder is dead when its lease has run out, or at once when it lived on this very machine and its
process is gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from perenne.domain.runs import RunKind, RunStatus
from perenne.runs.closing import settle, settle_together
from perenne.runs.holders import gone, holder
from perenne.runs.orders import Order
from perenne.runs.service import Service
from perenne.store import runs
from perenne.store.database import Session

LEASE = timedelta(minutes=2)
"""A holder commits, and so renews its lease, every second."""


@dataclass(frozen=True)
class Claim:
    """A run that is ours to do; `resumed` where another began it."""

    run_id: int
    resumed: bool


def claim(service: Service, order: Order) -> Claim | None:
    """Take over this night's unfinished run, or else begin one; None where another has it."""
    now = service.clock.now()
    with service.database.transaction() as session:
        tonight = _tidy(session, service, now)
        if order.kind is RunKind.NIGHTLY and tonight is not None:
            mine = tonight.dead and runs.take_over(
                session, tonight.run_id, tonight.holder, holder(), now
            )
            return Claim(tonight.run_id, resumed=True) if mine else None
        begun = runs.claim(
            session,
            order.kind,
            scheduled_for=order.scheduled_for,
            night=service.night(now),
            holder=holder(),
            at=now,
        )
        return None if begun is None else Claim(begun, resumed=False)


@dataclass(frozen=True)
class Tonight:
    """This night's unfinished run, and whether its holder is dead."""

    run_id: int
    holder: str
    dead: bool


def _tidy(session: Session, service: Service, now: datetime) -> Tonight | None:
    """Settle what dead holders left behind with what they saw; return this night's run."""
    tonight = None
    for run in runs.unfinished(session):
        dead = run.interrupted or _dead(run.holder, run.heartbeat_at, now)
        if run.kind is RunKind.NIGHTLY and run.night == service.night(now):
            tonight = Tonight(run.id, run.holder, dead)
        elif dead and runs.take_over(session, run.id, run.holder, holder(), now):
            settle_together(session, run.id)
            counts = settle(service, session, run.id)
            runs.finish(session, run.id, RunStatus.COMPLETED, counts, now)
    return tonight


def _dead(name: str, heartbeat: datetime, now: datetime) -> bool:
    return now - heartbeat > LEASE or gone(name)
