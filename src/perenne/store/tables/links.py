"""Links and what is believed or proposed of them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.store.tables.base import Base, Digest, Id, words


class LinkRow(Base):
    """One canonical URL, with what is believed of it (`domain.states.Belief`)."""

    __tablename__ = "links"
    __table_args__ = (Index(None, "host", "id"),)

    id: Mapped[Id]
    key: Mapped[str]
    key_digest: Mapped[Digest] = mapped_column(unique=True)
    url: Mapped[str]
    host: Mapped[str]
    added_at: Mapped[datetime]
    state: Mapped[State] = mapped_column(words(State, "state"), default=State.NEW, index=True)
    kind: Mapped[VerdictKind | None] = mapped_column(words(VerdictKind, "kind"))
    since: Mapped[datetime | None]
    last_alive: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    failing_nights: Mapped[int] = mapped_column(default=0)
    all_definite: Mapped[bool] = mapped_column(default=True)
    undecided_nights: Mapped[int] = mapped_column(default=0)
    counted_night: Mapped[date | None]
    last_checked: Mapped[datetime | None]
    permalink: Mapped[str | None]
    """The lasting address that its page gave for itself when it was last seen alive."""


class HostRow(Base):
    """A host that asked us to come back later, or that needs a browser's headers."""

    __tablename__ = "hosts"

    host: Mapped[str] = mapped_column(primary_key=True)
    not_before: Mapped[datetime | None]
    browser_like_at: Mapped[datetime | None]
    """When it last refused a plain request and answered one with a browser's headers."""


class ReplacementRow(Base):
    """A proposed better address of a link."""

    __tablename__ = "replacements"
    __table_args__ = (
        UniqueConstraint("link_id", "url_digest"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    )

    id: Mapped[Id]
    link_id: Mapped[int] = mapped_column(ForeignKey("links.id"))
    url: Mapped[str]
    url_digest: Mapped[Digest]
    kind: Mapped[str]
    why: Mapped[str]
    confidence: Mapped[float] = mapped_column(Float)
    created_at: Mapped[datetime]
