"""A short mail to whoever runs the service: words alone, no report."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

from perenne.report.headers import MAIL
from perenne.report.mail import address_it, identify
from perenne.report.text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from perenne.settings import Settings


def notice(
    subject: str,
    sentences: Iterable[str],
    *,
    key: str,
    recipient: str,
    at: datetime,
    settings: Settings,
) -> EmailMessage:
    """Return the mail, each sentence a paragraph; the same `key` gives the same Message-ID."""
    message = EmailMessage(policy=MAIL)
    message["Subject"] = subject
    address_it(message, settings, recipient)
    identify(message, key, at)
    message.set_content(paragraphs(sentences), cte="quoted-printable")
    return message
