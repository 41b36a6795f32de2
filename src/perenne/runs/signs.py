"""Signs of life: whether a worker lives, and whether somebody is at a run."""

from __future__ import annotations

from datetime import datetime, timedelta

from perenne.runs.holders import gone
from perenne.store.runs import Unfinished
from perenne.store.workers import WorkerRecord

LEASE = timedelta(minutes=2)
"""A holder commits, and so renews its lease, every second."""
SILENCE = timedelta(minutes=5)
"""After which a worker counts as dead: closing the night of a million links takes a minute."""


def lives(worker: WorkerRecord, now: datetime) -> bool:
    """Tell whether a worker is at work, as far as this machine can know."""
    heard_lately = now - worker.heartbeat_at <= SILENCE
    return worker.stopped_at is None and heard_lately and not gone(worker.holder)


def left_behind(run: Unfinished, now: datetime) -> bool:
    """Tell whether nobody is at a run any more."""
    return run.interrupted or now - run.heartbeat_at > LEASE or gone(run.holder)
