"""Hosts that one process visits at a time: taken, kept and given back by rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, update

from perenne.store.changing import changed
from perenne.store.inserting import insert
from perenne.store.tables.leases import LeaseRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session


def take(session: Session, host: str, holder: str, now: datetime, until: datetime) -> str:
    """Take a host until an instant; return who has it then, and let it know that it is wanted."""
    statement = insert(session, LeaseRow).values(
        host=host, holder=holder, until=until, wanted=False
    )
    # One that ends far beyond ours was taken by a clock that was ahead.
    ended = or_(LeaseRow.until <= now, LeaseRow.until > until + (until - now))
    free = or_(ended, LeaseRow.holder == holder)
    mine = statement.on_conflict_do_update(
        index_elements=["host"],
        set_={"holder": holder, "until": until, "wanted": False},
        where=free,
    )
    session.execute(mine)
    has_it = session.scalar(select(LeaseRow.holder).where(LeaseRow.host == host)) or ""
    if has_it != holder:
        session.execute(update(LeaseRow).where(LeaseRow.host == host).values(wanted=True))
    return has_it


def keep(session: Session, host: str, holder: str, until: datetime) -> bool:
    """Keep a host for longer; False where another wants it, or has it."""
    own = (LeaseRow.host == host, LeaseRow.holder == holder)
    if not changed(session, update(LeaseRow).where(*own).values(until=until)):
        return False
    return not session.scalar(select(LeaseRow.wanted).where(*own))


def give_back(session: Session, hosts: Iterable[str], holder: str) -> None:
    """Let others have the hosts."""
    session.execute(
        delete(LeaseRow).where(LeaseRow.host.in_(list(hosts)), LeaseRow.holder == holder)
    )
