"""Documentation centres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from perenne.store.inserting import insert_missing
from perenne.store.tables.dossiers import CentreRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def ensure(session: Session, name: str | None) -> int | None:
    """Return the id of a centre, made where it is new; None for no centre."""
    name = " ".join((name or "").split())
    if not name:
        return None
    insert_missing(session, CentreRow, [{"name": name}])
    return session.scalar(select(CentreRow.id).where(CentreRow.name == name))
