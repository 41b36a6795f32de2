"""What was seen of links, and what changed in what is believed of them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.store.tables.base import Base, Id, Structure, words
from perenne.store.tables.links import LinkRow
from perenne.store.tables.runs import RunRow


class ObservationRow(Base):
    """An interval in which a link gave the same verdict on the same evidence.

    The rest (notes, status, hops, title, fingerprint, whether the page refuses archives, when
    its course closes) is as seen by the last check of it.
    `is_open`: the next check may extend it; a link has at most one such (`tables.schema`).
    """

    __tablename__ = "observations"
    __table_args__ = (
        Index(None, "link_id", "first_at"),
        CheckConstraint("first_at <= last_at", name="in_order"),
        CheckConstraint("count > 0", name="counted"),
    )

    id: Mapped[Id]
    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id))
    kind: Mapped[VerdictKind] = mapped_column(words(VerdictKind, "kind"))
    evidence: Mapped[Structure]
    notes: Mapped[Structure]
    moved_to: Mapped[str | None]
    http_status: Mapped[int | None]
    final_url: Mapped[str]
    hops: Mapped[Structure]
    page_title: Mapped[str]
    fingerprint: Mapped[str]
    noarchive: Mapped[bool | None]
    closes_at: Mapped[datetime | None]
    first_run: Mapped[int] = mapped_column(ForeignKey(RunRow.id))
    last_run: Mapped[int] = mapped_column(ForeignKey(RunRow.id))
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    count: Mapped[int]
    is_open: Mapped[bool]


class FlipRow(Base):
    """A recorded change of what is believed of a link, the verdict included where alive."""

    __tablename__ = "flips"
    __table_args__ = (Index(None, "link_id", "at"),)

    id: Mapped[Id]
    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id))
    run_id: Mapped[int] = mapped_column(ForeignKey(RunRow.id))
    observation_id: Mapped[int | None] = mapped_column(ForeignKey("observations.id"))
    at: Mapped[datetime]
    old_state: Mapped[State] = mapped_column(words(State, "old_state"))
    old_kind: Mapped[VerdictKind | None] = mapped_column(words(VerdictKind, "old_kind"))
    new_state: Mapped[State] = mapped_column(words(State, "new_state"))
    new_kind: Mapped[VerdictKind | None] = mapped_column(words(VerdictKind, "new_kind"))
