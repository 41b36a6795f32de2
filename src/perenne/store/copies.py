"""Copies of pages in files of our own: where they lie, and what there is to copy."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, select

from perenne.domain.verdicts import VerdictKind
from perenne.store.inserting import upsert
from perenne.store.links import cited_ids
from perenne.store.tables.copies import CopyFileRow, CopyRow, CopyTryRow
from perenne.store.tables.dossiers import CitationRow, DossierRow, ReferenceRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.tables.readings import ReadingRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Select
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cited link as it was last seen, its last copy, and its last try that gave none.

    `fingerprint` is of its main text, `digest` of what was read of it; "" where there is none.
    """

    link_id: int
    kind: VerdictKind
    fingerprint: str
    digest: str
    noarchive: bool
    copied_at: datetime | None
    copied_version: str | None
    tried_at: datetime | None
    code: str | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy: see `tables.copies.CopyRow`."""

    link_id: int
    file_id: int
    offset: int
    length: int
    url: str
    at: datetime
    size: int
    sha256: str
    payload_digest: str
    version: str
    same_as: int | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """A copy whose payload others share; `file` is the name of the one it lies in."""

    id: int
    url: str
    at: datetime
    payload_digest: str
    file: str


@dataclass(frozen=True, slots=True)
class Held:
    """Where the bytes of a copy lie; `title` is that of a reference that cites it."""

    id: int
    file: str
    offset: int
    length: int
    same_as: int | None
    title: str = ""


def candidates(session: Session) -> Iterator[Candidate]:
    """Yield all links that active dossiers cite and that were seen."""
    newest = (
        select(CopyRow.link_id, func.max(CopyRow.id).label("id"))
        .group_by(CopyRow.link_id)
        .subquery()
    )
    query = (
        select(
            LinkRow.id,
            ObservationRow.kind,
            ObservationRow.fingerprint,
            func.coalesce(ReadingRow.digest, ""),
            func.coalesce(ReadingRow.noarchive, False),
            CopyRow.at,
            CopyRow.version,
            CopyTryRow.at,
            CopyTryRow.code,
        )
        .join(ObservationRow, and_(ObservationRow.link_id == LinkRow.id, ObservationRow.is_open))
        .outerjoin(ReadingRow, ReadingRow.link_id == LinkRow.id)
        .outerjoin(newest, newest.c.link_id == LinkRow.id)
        .outerjoin(CopyRow, CopyRow.id == newest.c.id)
        .outerjoin(CopyTryRow, CopyTryRow.link_id == LinkRow.id)
        .where(LinkRow.id.in_(cited_ids().order_by(None)))
        .order_by(LinkRow.id)
    )
    return (Candidate(*row) for row in session.execute(query))


def add(session: Session, copy: Copy) -> int:
    """Note a copy, which is the end of all tries; return its id."""
    row = CopyRow(**asdict(copy))
    session.add(row)
    session.execute(delete(CopyTryRow).where(CopyTryRow.link_id == copy.link_id))
    session.flush()
    return row.id


def refuse(session: Session, link_id: int, code: str, at: datetime) -> None:
    """Note that a try gave no copy, and why."""
    upsert(session, CopyTryRow, [{"link_id": link_id, "at": at, "code": code}], same=["link_id"])


def original(session: Session, sha256: str) -> Original | None:
    """Return the newest copy that holds a payload of this sum."""
    query = (
        select(CopyRow.id, CopyRow.url, CopyRow.at, CopyRow.payload_digest, CopyFileRow.name)
        .join(CopyFileRow, CopyFileRow.id == CopyRow.file_id)
        .where(CopyRow.sha256 == sha256, CopyRow.same_as.is_(None))
        .order_by(CopyRow.id.desc())
        .limit(1)
    )
    found = session.execute(query).first()
    return Original(*found) if found else None


def of_link(session: Session, link_id: int) -> list[tuple[datetime, int]]:
    """Return when each copy of a link was made, and the bytes of its payload, oldest first."""
    query = select(CopyRow.at, CopyRow.size).where(CopyRow.link_id == link_id)
    return [(at, size) for at, size in session.execute(query.order_by(CopyRow.id))]


def of_dossier(session: Session, slug: str) -> list[Held]:
    """Return the copies of all that a dossier cites, in the order of its references."""
    query = (
        _held()
        .add_columns(ReferenceRow.title)
        .join(CitationRow, CitationRow.link_id == CopyRow.link_id)
        .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
        .join(DossierRow, DossierRow.id == ReferenceRow.dossier_id)
        .where(DossierRow.slug == slug, CitationRow.withdrawn_at.is_(None))
        .order_by(ReferenceRow.position, CitationRow.id, CopyRow.id)
    )
    copies: dict[int, Held] = {}
    for row in session.execute(query):
        copies.setdefault(row.id, Held(*row))
    return list(copies.values())


def held(session: Session, ids: Collection[int]) -> list[Held]:
    """Return where some copies lie."""
    query = _held().where(CopyRow.id.in_(ids)).order_by(CopyRow.id)
    return [Held(*row) for row in session.execute(query)]


def _held() -> Select[int, str, int, int, int | None]:
    columns = (CopyRow.id, CopyFileRow.name, CopyRow.offset, CopyRow.length, CopyRow.same_as)
    return select(*columns).join(CopyFileRow, CopyFileRow.id == CopyRow.file_id)
