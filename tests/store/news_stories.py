"""Two dossiers, two readers, and what these are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.store_stories import DAY, MONDAY, add, check, reference

from perenne.domain.people import Pace
from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.store import (
    changes,
    outbox,
    recipients,
)

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.domain.links import Change
    from perenne.store.database import Database

LEA, TOM = "lea@centre.example", "tom@reseau.example"
LAW, NEWS, FIRE = "https://law.example/1", "https://news.example/1", "https://fire.example/1"
LATER = MONDAY + 10 * DAY


def two_dossiers(database: Database) -> None:
    """Two dossiers share a link; Léa follows the first, Tom everything."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW), reference("Presse", NEWS), centre="Pantin")
        add(session, "feu", reference("Feu", FIRE), reference("Loi aussi", LAW), centre="Angers")
        recipients.subscribe(session, LEA, Pace.WEEKLY, dossier_slug="eau")
        recipients.subscribe(session, TOM, Pace.NIGHTLY)


def die(database: Database, *urls: str, first: datetime = MONDAY) -> None:
    """Let links live one night, and be confirmed dead two nights later."""
    check(database, dict.fromkeys(urls, VerdictKind.OK), first)
    for n in (1, 2):
        check(database, dict.fromkeys(urls, VerdictKind.GONE), first + n * DAY)


def news(database: Database, address: str, now: datetime = LATER) -> list[Change]:
    """Return what is not told yet."""
    with database.reading() as session:
        return changes.unreported(session, address, now=now)


def deaths(database: Database, address: str, now: datetime = LATER) -> list[str]:
    """Return the links whose death is not told yet."""
    told = news(database, address, now)
    return [change.link.url for change in told if change.new_state is State.BROKEN]


def standing(database: Database, address: str, now: datetime = LATER) -> list[str]:
    """Return the links that stay broken or undecided."""
    with database.reading() as session:
        return [status.url for status in changes.standing(session, address, now=now)]


def tell(database: Database, address: str, key: str = "1") -> int:
    """Put all news in a message, and return its id."""
    flips = [change.flip_id for change in news(database, address)]
    with database.transaction() as session:
        outbox.put(
            session,
            key=f"{address}|report|{key}",
            recipient=address,
            kind="report",
            period=key,
            subject="Liens",
            message=b"Subject: Liens\r\n\r\n",
            message_id=f"<{key}@perenne.example>",
            flip_ids=flips,
            at=LATER,
        )
        return outbox.all_messages(session)[-1].id
