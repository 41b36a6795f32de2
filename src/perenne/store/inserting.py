"""INSERT as both databases speak it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.dialects import postgresql
    from sqlalchemy.orm import Session

    from perenne.store.tables.base import Base

Rows = list[dict[str, Any]]


def insert(session: Session, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """Return an INSERT that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    if session.get_bind().dialect.name != "postgresql":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - slow; there where it is spoken

    return postgresql.insert(table)


def insert_missing(session: Session, table: type[Base], rows: Rows) -> None:
    """Insert the rows that are not there yet, whichever unique constraint says so."""
    if rows:
        session.execute(insert(session, table).on_conflict_do_nothing(), rows)


def insert_first(session: Session, table: type[Base], row: dict[str, Any]) -> int | None:
    """Insert a row and return its id, or None where another was there first."""
    claim = insert(session, table).values(row).on_conflict_do_nothing()
    id_: int | None = session.scalar(claim.returning(table.__table__.c.id))
    return id_


def upsert(session: Session, table: type[Base], rows: Rows, same: Sequence[str]) -> None:
    """Insert rows; where the columns `same` agree with one that is there, replace its others."""
    if not rows:
        return
    statement = insert(session, table)
    others = {name: statement.excluded[name] for name in rows[0] if name not in same}
    session.execute(statement.on_conflict_do_update(index_elements=same, set_=others), rows)
