"""One report as a mail: text and HTML that say the same, the sheet to fill in attached."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from perenne.net.mailboxes import mailbox
from perenne.report.headers import MAIL
from perenne.report.html import html
from perenne.report.letter import letter
from perenne.report.sheet import csv_sheet, told
from perenne.report.text import text
from perenne.report.xlsx import xlsx_sheet
from perenne.texts import _

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.report.contents import Contents
    from perenne.settings import Settings

HTML_LIMIT = 90_000
"""Bytes; Gmail cuts a message at 102 kB of HTML, and the reader misses the end."""


def compose(
    contents: Contents, *, key: str, recipient: str, at: datetime, settings: Settings
) -> EmailMessage:
    """Return the mail of one report; the same arguments give the same Message-ID.

    `key` is that of the outbox. Raises `ValueError` where `recipient` or the sender of the
    settings is no mail address.
    """
    message = EmailMessage(policy=MAIL)
    plain, page, subject = bodies(contents, at, settings)
    message["Subject"] = subject
    address_it(message, settings, recipient)
    identify(message, key, at)
    _thread_it(message, contents, recipient)
    message.set_content(plain, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    _attach(message, contents, at, settings)
    return message


def bodies(contents: Contents, at: datetime, settings: Settings) -> tuple[str, str, str]:
    """Return the text, the HTML and the subject; both bodies are brief where one is too long."""
    zone, conduct = settings.schedule.zone, settings.report
    full = letter(contents, at, zone, conduct, mailed=True)
    page = html(full)
    if len(page.encode()) <= HTML_LIMIT:
        return text(full), page, full.subject
    brief = letter(contents, at, zone, conduct, brief=True, mailed=True)
    return text(brief), html(brief), brief.subject


def _attach(message: EmailMessage, contents: Contents, at: datetime, settings: Settings) -> None:
    """Attach the sheet, for a spreadsheet program and for any other."""
    zone = settings.schedule.zone
    rows, name = told(contents), _("links-{day}", day=at.astimezone(zone).date())
    message.add_attachment(
        xlsx_sheet(rows, zone),
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        filename=f"{name}.xlsx",
    )
    message.add_attachment(
        csv_sheet(rows, zone),
        maintype="text",
        subtype="csv",
        params={"charset": "utf-8"},
        filename=f"{name}.csv",
    )


def address_it(message: EmailMessage, settings: Settings, recipient: str) -> None:
    """Say from whom it comes, to whom it goes, and that no human wrote it."""
    sender = mailbox(settings.smtp.sender)
    human = mailbox(settings.smtp.reply_to) if settings.smtp.reply_to else sender
    message["From"] = sender
    message["To"] = mailbox(recipient)
    message["Reply-To"] = human
    wish = quote(_("Please send me no more reports"))
    message["List-Unsubscribe"] = f"<mailto:{human.addr_spec}?subject={wish}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: out-of-office robots stay silent


def identify(message: EmailMessage, key: str, at: datetime) -> None:
    """Date an addressed message, and give it the Message-ID of its key."""
    message["Date"] = format_datetime(at)
    message["Message-ID"] = _id(key, _domain(message))


def _thread_it(message: EmailMessage, contents: Contents, recipient: str) -> None:
    threads = [_id(f"{recipient}|{d.slug}", _domain(message)) for d in contents.dossiers]
    if threads:  # a thread per reader and dossier: its root is an ID that no message bears
        message["In-Reply-To"] = threads[0]
        message["References"] = " ".join(threads)


def _domain(message: EmailMessage) -> str:
    domain: str = message["From"].addresses[0].domain
    return domain


def _id(text: str, domain: str) -> str:
    return f"<{hashlib.sha256(text.encode()).hexdigest()[:32]}@{domain}>"
