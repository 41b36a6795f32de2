"""Passes over links."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from perenne.domain.runs import RunKind, RunStatus
from perenne.store.tables.base import Base, Counts, Id, words


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
