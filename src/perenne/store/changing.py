"""UPDATE that says whether it found what it was to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from sqlalchemy import CursorResult, Delete, Update
    from sqlalchemy.orm import Session


def count(session: Session, statement: Update | Delete) -> int:
    """Run the statement and return how many rows it touched."""
    return cast("CursorResult[Any]", session.execute(statement)).rowcount


def changed(session: Session, statement: Update | Delete) -> bool:
    """Run the statement and tell whether it touched a row."""
    return count(session, statement) > 0
