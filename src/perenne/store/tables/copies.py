"""Copies of pages in files of our own, and the tries that gave none."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from perenne.store.tables.base import Base, Id
from perenne.store.tables.links import LinkRow


class CopyFileRow(Base):
    """A WARC file; `length` and `sha256` of all its bytes, once it is closed."""

    __tablename__ = "copy_files"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True)
    begun_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    length: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[str | None]


class CopyRow(Base):
    """A copy of a link: `length` bytes of a file from `offset` on, every hop of the way included.

    `url`, `at`, `payload_digest`: those of the last record, as it bears them. `same_as`: the copy
    that holds its payload, where another does. `version` is what tells that it has changed since.
    """

    __tablename__ = "copies"

    id: Mapped[Id]
    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id), index=True)
    file_id: Mapped[int] = mapped_column(ForeignKey(CopyFileRow.id), index=True)
    offset: Mapped[int] = mapped_column(BigInteger)
    length: Mapped[int] = mapped_column(BigInteger)
    url: Mapped[str]
    at: Mapped[datetime]
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(index=True)
    payload_digest: Mapped[str]
    same_as: Mapped[int | None] = mapped_column(ForeignKey("copies.id"))
    version: Mapped[str]


class CopyTryRow(Base):
    """The last try to copy a link, where it gave no copy, and why."""

    __tablename__ = "copy_tries"

    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id), primary_key=True)
    at: Mapped[datetime]
    code: Mapped[str]
