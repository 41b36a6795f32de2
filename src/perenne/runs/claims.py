"""Who does a run: claimed by a row, taken over when its holder has died.

A holder is ``host:pid``. It is dead when its lease has run out, or at once when it lived on
this very machine and its process is gone.
"""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta

from perenne.domain.links import RunKind, RunStatus
from perenne.runs.closing import settle
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
        if order.kind is RunKind.NIGHTLY:
            taken = _take_over(session, service, now)
            if taken is not None:
                return Claim(taken, resumed=True)
        begun = runs.claim(
            session,
            order.kind,
            scheduled_for=order.scheduled_for,
            night=service.night(now),
            holder=holder(),
            at=now,
        )
        return None if begun is None else Claim(begun, resumed=False)


def _take_over(session: Session, service: Service, now: datetime) -> int | None:
    """Take this night's unfinished run; settle those of earlier nights with what they saw."""
    tonight, taken = service.night(now), None
    for run_id, name, heartbeat, night in runs.unfinished(session, RunKind.NIGHTLY, night=tonight):
        if not (
            _dead(name, heartbeat, now) and runs.take_over(session, run_id, name, holder(), now)
        ):
            continue
        if night == tonight:
            taken = run_id
        else:
            counts = settle(service, session, run_id)
            runs.finish(session, run_id, RunStatus.COMPLETED, counts, now)
    return taken


def holder() -> str:
    """Return the name under which this process holds a run."""
    return f"{socket.gethostname()}:{os.getpid()}"


def _dead(name: str, heartbeat: datetime, now: datetime) -> bool:
    if now - heartbeat > LEASE:
        return True
    host, _, pid = name.rpartition(":")
    return host == socket.gethostname() and not _lives(int(pid))


def _lives(pid: int) -> bool:
    """Tell whether a process of that number, other than this one, is there."""
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
