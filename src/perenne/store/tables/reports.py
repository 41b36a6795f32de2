"""Who is told, what is to be sent, and which changes were told to whom."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from perenne.domain.people import Pace
from perenne.store.statuses import MailStatus
from perenne.store.tables.base import Base, Id, words
from perenne.store.tables.dossiers import CentreRow, DossierRow
from perenne.store.tables.observations import FlipRow


class RecipientRow(Base):
    """An address, and what it follows: a dossier, a centre, or (with neither) everything.

    `after_flip` is the newest flip at that moment: what happened before is no news to it.
    """

    __tablename__ = "recipients"
    __table_args__ = (
        CheckConstraint("dossier_id IS NULL OR centre_id IS NULL", name="one_scope"),
        UniqueConstraint("address", "dossier_id"),  # NULLs repeat in both: see `tables.schema`
        UniqueConstraint("address", "centre_id"),
    )

    id: Mapped[Id]
    address: Mapped[str]
    pace: Mapped[Pace] = mapped_column(words(Pace, "pace"))
    dossier_id: Mapped[int | None] = mapped_column(ForeignKey(DossierRow.id))
    centre_id: Mapped[int | None] = mapped_column(ForeignKey(CentreRow.id))
    after_flip: Mapped[int]


class OutboxRow(Base):
    """A mail composed once, sent until the server takes it or refuses it for good."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "status", "next_try_at"), Index(None, "recipient"))

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(unique=True)
    recipient: Mapped[str]
    kind: Mapped[str]
    period: Mapped[str]
    subject: Mapped[str]
    message: Mapped[bytes] = mapped_column(LargeBinary)
    message_id: Mapped[str]
    status: Mapped[MailStatus] = mapped_column(words(MailStatus, "status"))
    attempts: Mapped[int]
    next_try_at: Mapped[datetime]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    last_error: Mapped[str | None]


class ReportedRow(Base):
    """A flip that a message tells of."""

    __tablename__ = "reported"
    __table_args__ = (Index(None, "flip_id"),)

    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"), primary_key=True)
    flip_id: Mapped[int] = mapped_column(ForeignKey(FlipRow.id), primary_key=True)
