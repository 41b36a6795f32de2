"""What humans say of links."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from perenne.domain.people import OverlayKind
from perenne.store.tables.base import Base, Id, words
from perenne.store.tables.dossiers import CentreRow
from perenne.store.tables.links import LinkRow


class OverlayRow(Base):
    """What a human said of a link, for one centre or (without one) for all, until a date."""

    __tablename__ = "overlays"

    id: Mapped[Id]
    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id), index=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey(CentreRow.id))
    kind: Mapped[OverlayKind] = mapped_column(words(OverlayKind, "kind"))
    author: Mapped[str]
    reason: Mapped[str]
    until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None]
    replacement: Mapped[str | None]
