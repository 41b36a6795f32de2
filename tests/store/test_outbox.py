"""Mails are put once, claimed by one worker, and end sent or parked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import TYPE_CHECKING

from tests.store.store_stories import MONDAY

from perenne.store import outbox
from perenne.store.statuses import MailStatus

if TYPE_CHECKING:
    from perenne.store.database import Database

MINUTE = timedelta(minutes=1)
MAIL = "Subject: Liens cassés\r\n\r\nÀ corriger\r\n".encode()


def put(database: Database, key: str) -> bool:
    """Put a message without flips."""
    with database.transaction() as session:
        return outbox.put(
            session,
            key=key,
            recipient="Lea@Centre.example",
            kind="report",
            period="2026-W10",
            subject="Liens cassés",
            message=MAIL,
            message_id=f"<{key}@perenne.example>",
            flip_ids=[],
            at=MONDAY,
        )


def claimed(database: Database, minutes: float, limit: int = 10) -> list[str]:
    """Return the keys of the messages claimed some minutes after Monday's night."""
    with database.transaction() as session:
        return [m.key for m in outbox.due(session, MONDAY + minutes * MINUTE, limit)]


def test_a_message_of_the_same_key_is_put_once(database: Database) -> None:
    """The report of a period is composed once, even by two workers."""
    assert put(database, "a")
    assert not put(database, "a")
    assert put(database, "b")
    with database.reading() as session:
        messages = outbox.all_messages(session)
    assert [m.key for m in messages] == ["a", "b"]
    first = messages[0]
    assert (first.message, first.subject) == (MAIL, "Liens cassés")
    assert (first.recipient, first.status) == ("lea@centre.example", MailStatus.PENDING)


def test_a_claimed_message_is_left_to_its_worker_for_a_while(database: Database) -> None:
    """If the worker dies, another gets it, and knows that it is the second try."""
    put(database, "a")
    assert claimed(database, 0) == ["a"]
    assert claimed(database, 9) == []
    with database.transaction() as session:
        [again] = outbox.due(session, MONDAY + 10 * MINUTE, 10)
    assert (again.key, again.attempts) == ("a", 2)


def test_messages_are_claimed_a_few_at_a_time(database: Database) -> None:
    """The oldest first."""
    for key in "abc":
        put(database, key)
    assert claimed(database, 0, limit=2) == ["a", "b"]
    assert claimed(database, 0, limit=2) == ["c"]
    assert claimed(database, 0, limit=2) == []


def test_workers_at_once_never_get_the_same_message(database: Database) -> None:
    """They all ask at the same moment, each on a connection of its own."""
    keys = list("abcdef")
    for key in keys:
        put(database, key)
    together = Barrier(4)

    def work(_: int) -> list[str]:
        together.wait()
        return claimed(database, 0, limit=4)

    with ThreadPoolExecutor(4) as pool:
        got = [key for batch in pool.map(work, range(4)) for key in batch]
    got += claimed(database, 0)  # what all had seen and only one could claim
    assert sorted(got) == keys


def test_a_sent_message_is_never_due_again(database: Database) -> None:
    """Nor can it be parked or tried again."""
    put(database, "a")
    with database.transaction() as session:
        [mail] = outbox.due(session, MONDAY, 1)
        assert outbox.sent(session, mail.id, MONDAY + MINUTE)
        assert not outbox.park(session, mail.id, "too late")
        assert not outbox.retry_at(session, mail.id, MONDAY, "too late")
        assert not outbox.sent(session, mail.id, MONDAY + 2 * MINUTE)
    assert claimed(database, 1_000) == []
    with database.reading() as session:
        [kept] = outbox.all_messages(session)
    assert (kept.status, kept.sent_at, kept.attempts) == (MailStatus.SENT, MONDAY + MINUTE, 1)


def test_a_failed_try_is_made_again_when_it_is_time(database: Database) -> None:
    """With its reason for whoever looks."""
    put(database, "a")
    with database.transaction() as session:
        [mail] = outbox.due(session, MONDAY, 1)
        assert outbox.retry_at(session, mail.id, MONDAY + 30 * MINUTE, "451 try later")
    assert claimed(database, 29) == []
    assert claimed(database, 30) == ["a"]
    with database.reading() as session:
        [kept] = outbox.all_messages(session)
    assert (kept.last_error, kept.status) == ("451 try later", MailStatus.PENDING)


def test_a_parked_message_waits_for_a_human(database: Database) -> None:
    """It is never tried by itself."""
    put(database, "a")
    with database.transaction() as session:
        [mail] = outbox.due(session, MONDAY, 1)
        assert outbox.park(session, mail.id, "550 no such user")
    assert claimed(database, 1_000) == []
    with database.reading() as session:
        [kept] = outbox.all_messages(session)
    assert (kept.status, kept.last_error) == (MailStatus.PARKED, "550 no such user")
