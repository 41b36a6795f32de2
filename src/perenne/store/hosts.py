"""Hosts that asked us to come back later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from perenne.store.inserting import upsert
from perenne.store.tables.links import HostRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session


def put_off(session: Session, until: Mapping[str, datetime]) -> None:
    """Note when each host may be asked again; its last word counts."""
    rows = [{"host": host, "not_before": when} for host, when in sorted(until.items())]
    upsert(session, HostRow, rows, same=["host"])


def waiting(session: Session, now: datetime) -> dict[str, datetime]:
    """Return the hosts that may not be asked yet, and until when."""
    query = select(HostRow.host, HostRow.not_before).where(HostRow.not_before > now)
    return {row.host: row.not_before for row in session.execute(query)}


def put_off_until(session: Session, host: str, now: datetime) -> datetime | None:
    """Return until when a host may not be asked, None where it may."""
    return session.scalar(
        select(HostRow.not_before).where(HostRow.host == host, HostRow.not_before > now)
    )
