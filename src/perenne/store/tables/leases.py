"""Who visits a host: one process at a time."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from perenne.store.tables.base import Base


class LeaseRow(Base):
    """A host that `holder` alone may visit until an instant; `wanted`: another waits for it."""

    __tablename__ = "leases"

    host: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]
    wanted: Mapped[bool]
