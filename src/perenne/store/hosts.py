"""Hosts that asked us to come back later, what they needed last time, and whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from perenne.store.inserting import insert_missing, upsert
from perenne.store.tables.links import HostRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta

    from sqlalchemy.orm import Session


def put_off(session: Session, until: Mapping[str, datetime]) -> None:
    """Note when each host may be asked again; its last word counts."""
    rows = [{"host": host, "not_before": when} for host, when in sorted(until.items())]
    upsert(session, HostRow, rows, same=["host"])


def waiting(session: Session, now: datetime) -> dict[str, datetime]:
    """Return the hosts that may not be asked yet, and until when."""
    query = select(HostRow.host, HostRow.not_before).where(HostRow.not_before > now)
    return {host: until for host, until in session.execute(query) if until is not None}


def put_off_until(session: Session, host: str, now: datetime) -> datetime | None:
    """Return until when a host may not be asked, None where it may."""
    return session.scalar(
        select(HostRow.not_before).where(HostRow.host == host, HostRow.not_before > now)
    )


def take_turn(
    session: Session, name: str, now: datetime, interval: timedelta, longest: timedelta
) -> datetime:
    """Take the next free start of those who come one after the other, each `interval` apart.

    One that is further away than `longest` is the trace of a clock that went back.
    """
    insert_missing(session, HostRow, [{"host": name, "not_before": now}])
    mine = select(HostRow.not_before).where(HostRow.host == name).with_for_update()
    start = max(now, min(session.scalar(mine) or now, now + longest))
    following = update(HostRow).where(HostRow.host == name)
    session.execute(following.values(not_before=start + interval))
    return start


def need_browser_like(session: Session, seen: Mapping[str, datetime]) -> None:
    """Note when each host was seen to answer only requests with a browser's headers."""
    rows = [{"host": host, "browser_like_at": at} for host, at in sorted(seen.items())]
    upsert(session, HostRow, rows, same=["host"])


def needs_browser_like(session: Session, host: str, since: datetime) -> bool:
    """Tell whether a host was seen to need a browser's headers after `since`."""
    row = select(HostRow.host).where(HostRow.host == host, HostRow.browser_like_at > since)
    return session.scalar(row) is not None
