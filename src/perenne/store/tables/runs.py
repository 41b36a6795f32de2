"""Runs, and the work each has to do."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.verdicts import VerdictKind
from perenne.store.tables.base import Base, Counts, Id, Structure, words


class RunRow(Base):
    """One pass over a set of links. It is claimed by being the first to insert its row."""

    __tablename__ = "runs"
    __table_args__ = (UniqueConstraint("kind", "scheduled_for"),)

    id: Mapped[Id]
    kind: Mapped[RunKind] = mapped_column(words(RunKind, "kind"))
    scheduled_for: Mapped[datetime | None]
    """None on demand: such a run is never anybody else's."""
    night: Mapped[date]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    status: Mapped[RunStatus] = mapped_column(words(RunStatus, "status"), index=True)
    holder: Mapped[str]
    heartbeat_at: Mapped[datetime]
    counts: Mapped[Counts]


class DueRow(Base):
    """A link that a run has to check; once done, with the verdict given."""

    __tablename__ = "due"
    __table_args__ = (Index(None, "link_id"),)

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"), primary_key=True)
    link_id: Mapped[int] = mapped_column(ForeignKey("links.id"), primary_key=True)
    done_at: Mapped[datetime | None]
    kind: Mapped[VerdictKind | None] = mapped_column(words(VerdictKind, "kind"))
    evidence: Mapped[Structure | None]
    notes: Mapped[Structure | None]
    moved_to: Mapped[str | None]
    observation_id: Mapped[int | None] = mapped_column(ForeignKey("observations.id"))
    """None for an `unchecked` verdict, which is no observation of the link."""
