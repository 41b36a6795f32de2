"""What the administrator is told: once for each outage of our own, and never a reader."""

from __future__ import annotations

from perenne.domain.exchanges import Failure
from perenne.domain.runs import RunStatus
from perenne.report.notice import notice
from perenne.runs.service import Service
from perenne.store import outbox, runs
from perenne.texts import _
from perenne.texts.failures import network_sentence


def warn_administrator(service: Service, cause: Failure) -> bool:
    """Put a mail in the outbox: no site answers us; False where this outage was told already.

    The outage lasts until a run comes to its end.
    """
    address = service.settings.report.administrator
    if not address:
        return False
    now = service.clock.now()
    with service.database.transaction() as session:
        last = runs.latest(session, status=RunStatus.COMPLETED)
        period = f"after run {last.id if last else 0}"
        key = f"{address}|outage|{period}"
        message = notice(
            _("Pérenne could check nothing: no site answers"),
            [
                _("This night no site answers, not even those that always do:"),
                network_sentence(cause),
                _("Nothing was counted against any link, and the readers were told nothing."),
                _("We try again until noon. This mail is not repeated while the outage lasts."),
            ],
            key=key,
            recipient=address,
            at=now,
            settings=service.settings,
        )
        return outbox.put(
            session,
            key=key,
            recipient=address,
            kind="outage",
            period=period,
            subject=str(message["Subject"]),
            message=message.as_bytes(),
            message_id=str(message["Message-ID"]),
            flip_ids=(),
            at=now,
        )
