"""What reading a page gave, kept so that the same bytes need not be read again."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from perenne.store.tables.base import Base
from perenne.store.tables.links import LinkRow


class ReadingRow(Base):
    """The validators and the digest of a page, and on what else its verdict rests.

    The verdict itself is that of the link's open observation.
    """

    __tablename__ = "readings"

    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id), primary_key=True)
    url: Mapped[str]
    etag: Mapped[str]
    last_modified: Mapped[str]
    digest: Mapped[str]
    basis: Mapped[str]
    noarchive: Mapped[bool]
    read_at: Mapped[datetime]
