"""Sends what is in the outbox: at least once, and not again once the server has taken it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from perenne.log.events import event_log
from perenne.net.smtp import SmtpError, send
from perenne.runs.service import Service
from perenne.store import outbox
from perenne.store.outbox import Message

BATCH = 20
WAITS = (
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
)
"""Between tries; RFC 5321 §4.5.4.1 asks for 30 minutes and for four or five days in all."""
TRIES = 14
"""With these waits, some five days."""

_log = event_log("outbox")


def deliver(service: Service) -> Counter[str]:
    """Send what is due; return how many were ``sent``, put off (``later``) or ``parked``.

    Without a mail server nothing is tried, and nothing is lost.
    """
    outcomes: Counter[str] = Counter()
    if not service.settings.smtp.host:
        return outcomes
    while messages := _claim(service):
        outcomes.update(_send(service, message) for message in messages)
    return outcomes


def _claim(service: Service) -> list[Message]:
    with service.database.transaction() as session:
        return outbox.due(session, service.clock.now(), BATCH)


def _send(service: Service, message: Message) -> str:
    try:
        send(message.message, service.settings, message.recipient)
    except SmtpError as error:
        return _failed(service, message, error)
    with service.database.transaction() as session:
        outbox.sent(session, message.id, service.clock.now())
    _log.info("mail sent", message_id=message.message_id)
    return "sent"


def _failed(service: Service, message: Message, error: SmtpError) -> str:
    _log.warning("mail not sent", message_id=message.message_id, cause=str(error))
    with service.database.transaction() as session:
        if error.permanent or message.attempts >= TRIES:
            outbox.park(session, message.id, str(error))
            return "parked"
        wait = WAITS[min(message.attempts, len(WAITS)) - 1]
        outbox.retry_at(session, message.id, service.clock.now() + wait, str(error))
    return "later"
