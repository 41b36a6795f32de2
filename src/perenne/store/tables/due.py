"""The work that each run has to do."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from perenne.domain.verdicts import VerdictKind
from perenne.store.tables.base import Base, Structure, words
from perenne.store.tables.links import LinkRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.tables.runs import RunRow


class DueRow(Base):
    """A link that a run has to check; once done, with the verdict given."""

    __tablename__ = "due"
    __table_args__ = (Index(None, "link_id"),)

    run_id: Mapped[int] = mapped_column(ForeignKey(RunRow.id), primary_key=True)
    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id), primary_key=True)
    done_at: Mapped[datetime | None]
    kind: Mapped[VerdictKind | None] = mapped_column(words(VerdictKind, "kind"))
    evidence: Mapped[Structure | None]
    notes: Mapped[Structure | None]
    moved_to: Mapped[str | None]
    observation_id: Mapped[int | None] = mapped_column(ForeignKey(ObservationRow.id))
    """None for an `unchecked` verdict, which is no observation of the link."""
