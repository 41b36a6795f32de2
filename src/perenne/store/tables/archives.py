"""Copies in web archives, requests to make them, and searches for those of others."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from perenne.domain.captures import Verification
from perenne.store.statuses import LookUpStatus, RequestStatus
from perenne.store.tables.base import Base, Digest, Id, words
from perenne.store.tables.links import LinkRow


class CaptureRow(Base):
    """A memento of a link. `source` says how we learnt of it.

    While it is pending it is looked at again at `check_at`; `nearest` is what was shown instead.
    """

    __tablename__ = "captures"
    __table_args__ = (
        UniqueConstraint("link_id", "url_digest"),
        Index(None, "verification", "check_at"),
    )

    id: Mapped[Id]
    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id))
    url: Mapped[str]
    url_digest: Mapped[Digest]
    timestamp: Mapped[datetime]
    source: Mapped[str]
    verified_at: Mapped[datetime | None]
    found_at: Mapped[datetime]
    verification: Mapped[Verification] = mapped_column(words(Verification, "verification"))
    check_at: Mapped[datetime | None]
    code: Mapped[str]
    nearest: Mapped[str]


class ArchiveRequestRow(Base):
    """A wish to have a link captured: at most one for a link and day."""

    __tablename__ = "archive_requests"
    __table_args__ = (
        UniqueConstraint("link_id", "day"),
        Index(None, "status", "next_try_at"),
        Index(None, "submitted_at"),
    )

    id: Mapped[Id]
    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id))
    day: Mapped[date]
    status: Mapped[RequestStatus] = mapped_column(words(RequestStatus, "status"))
    job_id: Mapped[str | None]
    requested_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    next_try_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]
    attempts: Mapped[int]
    code: Mapped[str | None]
    answer: Mapped[str | None]
    fingerprint: Mapped[str]


class LookUpRow(Base):
    """How the last search for captures of a link in one archive ended."""

    __tablename__ = "look_ups"

    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id), primary_key=True)
    archive: Mapped[str] = mapped_column(primary_key=True)
    status: Mapped[LookUpStatus] = mapped_column(words(LookUpStatus, "status"))
    code: Mapped[str]
    looked_at: Mapped[datetime]
    next_try_at: Mapped[datetime | None]
