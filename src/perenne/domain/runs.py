"""Runs: passes over links."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, unique


@unique
class RunKind(StrEnum):
    """Why links are looked at."""

    NIGHTLY = "nightly"
    """Once a night, at all that active dossiers cite."""
    CHECK = "check"
    """Because somebody asked."""
    RECHECK = "recheck"
    """Some hours after a link began to fail: it may have been a passing fault."""


@unique
class RunStatus(StrEnum):
    """How a run stands. A void run (our own outage) moves no state."""

    RUNNING = "running"
    COMPLETED = "completed"
    VOID = "void"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over a set of links."""

    id: int | None
    kind: RunKind
    started_at: datetime
    night: date
    status: RunStatus = RunStatus.RUNNING
    finished_at: datetime | None = None
    counts: dict[str, int] = field(default_factory=dict)
