"""The files that copies lie in, each with the sum of its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from perenne.store.changing import changed
from perenne.store.inserting import insert_first
from perenne.store.tables.copies import CopyFileRow, CopyRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class CopyFile:
    """A file; `length` and `sha256` are None until it is closed.

    `used`: the bytes that copies are known to lie in.
    """

    id: int
    name: str
    length: int | None
    sha256: str | None
    used: int


def begin(session: Session, name: str, at: datetime) -> int | None:
    """Note that a file is begun; None where there is one of that name."""
    return insert_first(session, CopyFileRow, {"name": name, "begun_at": at})


def close(session: Session, file_id: int, length: int, sha256: str, at: datetime) -> bool:
    """Note what a file holds, for good; False where it was closed before."""
    open_ = update(CopyFileRow).where(CopyFileRow.id == file_id, CopyFileRow.closed_at.is_(None))
    return changed(session, open_.values(length=length, sha256=sha256, closed_at=at))


def forget(session: Session, file_id: int) -> None:
    """Forget a file in which nothing is."""
    session.execute(delete(CopyFileRow).where(CopyFileRow.id == file_id))


def files(session: Session) -> list[CopyFile]:
    """Return all files, in the order in which they were begun."""
    used = func.coalesce(func.max(CopyRow.offset + CopyRow.length), 0)
    query = (
        select(CopyFileRow.id, CopyFileRow.name, CopyFileRow.length, CopyFileRow.sha256, used)
        .outerjoin(CopyRow, CopyRow.file_id == CopyFileRow.id)
        .group_by(CopyFileRow.id, CopyFileRow.name, CopyFileRow.length, CopyFileRow.sha256)
        .order_by(CopyFileRow.id)
    )
    return [CopyFile(*row) for row in session.execute(query)]
