"""Who does the nights."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from perenne.store.tables.base import Base, Structure


class WorkerRow(Base):
    """A worker that says every few seconds that it lives, or one that stopped, or vanished."""

    __tablename__ = "workers"

    holder: Mapped[str] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
    heartbeat_at: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    next_night: Mapped[datetime | None]
    troubles: Mapped[Structure]
    """Its jobs whose last time failed: job, instant and cause of each."""
