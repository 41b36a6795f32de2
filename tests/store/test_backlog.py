"""What waits, and which mails need a human."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.news_stories import LAW, LEA, NEWS, TOM, two_dossiers
from tests.store.store_stories import DAY, MONDAY, check, ids_of, start

from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.verdicts import VerdictKind
from perenne.store import backlog, dossiers, links, outbox, recipients, runs
from perenne.store.backlog import StuckMail
from perenne.store.dossiers import DossierStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from perenne.store.database import Database

REFUSED = "smtp_recipient_refused: 550 5.1.1 No such user"
BUSY = "smtp_temporary: 451 4.3.0 Later"


@pytest.fixture
def library(database: Database) -> Database:
    """Two dossiers, and their two readers."""
    two_dossiers(database)
    return database


def put(session: Session, recipient: str, day: int = 0) -> int:
    """Put a mail of a day in the outbox; return its id."""
    key = f"{recipient} {day}"
    outbox.put(
        session,
        key=key,
        recipient=recipient,
        kind="news",
        period=str(day),
        subject="1 lien cassé",
        message=b"",
        message_id=f"<{key}>",
        flip_ids=[],
        at=MONDAY + day * DAY,
    )
    return next(each.id for each in outbox.all_messages(session) if each.key == key)


def test_links_wait_in_runs_that_are_not_over(library: Database) -> None:
    """Those under way, and a night that was interrupted; not what nobody will look at."""
    with library.transaction() as session:
        assert backlog.links_due(session) == 0
        running = start(session, ids_of(session, LAW, NEWS))
        assert backlog.links_due(session) == 2
        runs.finish(session, running, RunStatus.INTERRUPTED, {}, MONDAY)
        asked = start(session, ids_of(session, LAW), MONDAY + DAY, RunKind.CHECK)
        assert backlog.links_due(session) == 3
        runs.finish(session, asked, RunStatus.INTERRUPTED, {}, MONDAY + DAY)
        assert backlog.links_due(session) == 2


def test_suspects_are_those_of_active_dossiers(library: Database) -> None:
    """Each once, however many dossiers cite it."""
    check(library, {LAW: VerdictKind.GONE, NEWS: VerdictKind.GONE}, MONDAY)
    with library.transaction() as session:
        assert backlog.suspects(session) == 2
        dossiers.set_status(session, "eau", DossierStatus.PAUSED)
        assert backlog.suspects(session) == 1
        assert links.cited(session)


def test_a_mail_that_a_server_puts_off_is_waiting(library: Database) -> None:
    """It is told with what the server said, until it has left."""
    with library.transaction() as session:
        mail = put(session, LEA)
        assert (backlog.mails_waiting(session), backlog.mails_failing(session)) == (1, [])
        outbox.retry_at(session, mail, MONDAY + DAY, BUSY)
        [stuck] = backlog.mails_failing(session)
        assert stuck == StuckMail(LEA, MONDAY, BUSY)
        assert stuck.code == "smtp_temporary"
        outbox.sent(session, mail, MONDAY + DAY)
        assert (backlog.mails_waiting(session), backlog.mails_failing(session)) == (0, [])


def test_a_refused_mail_is_told_until_its_address_is_mended(library: Database) -> None:
    """It takes a later mail: the mailbox was full."""
    with library.transaction() as session:
        outbox.park(session, put(session, LEA), REFUSED)
        outbox.sent(session, put(session, TOM, 1), MONDAY + DAY)
        later = put(session, LEA, 1)
        assert backlog.mails_parked(session) == [StuckMail(LEA, MONDAY, REFUSED)]
        outbox.sent(session, later, MONDAY + DAY)
        assert backlog.mails_parked(session) == []


def test_a_refused_mail_is_told_until_its_address_is_removed(library: Database) -> None:
    """Léa has left the centre."""
    with library.transaction() as session:
        outbox.sent(session, put(session, LEA, 0), MONDAY)
        outbox.park(session, put(session, LEA, 1), REFUSED)
        assert len(backlog.mails_parked(session)) == 1
        recipients.unsubscribe(session, LEA, dossier_slug="eau")
        assert backlog.mails_parked(session) == []
