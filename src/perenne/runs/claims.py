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


def claim(service: Service, kind: RunKind, scheduled_for: datetime) -> Claim | None:
    """Take over this night's abandoned run, or else begin one; None where another has it."""
    now = service.clock.now()
    with service.database.transaction() as session:
        taken = _take_over(session, service, kind, now)
        if taken is not None:
            return Claim(taken, resumed=True)
        begun = runs.claim(
            session,
            kind,
            scheduled_for=scheduled_for,
            night=service.night(scheduled_for),
            holder=holder(),
            at=now,
        )
        return None if begun is None else Claim(begun, resumed=False)


def _take_over(session: Session, service: Service, kind: RunKind, now: datetime) -> int | None:
    """Take one abandoned run of this night; close the older ones, whose night is over."""
    taken = None
    for run in runs.unfinished(session, kind):
        if not _dead(run.holder, run.heartbeat_at, now):
            continue
        if not runs.take_over(session, run.id, run.holder, holder(), now):
            continue
        if taken is None and run.night == service.night(now):
            taken = run.id
        else:
            runs.finish(session, run.id, RunStatus.INTERRUPTED, {}, now)
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
