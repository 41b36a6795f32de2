"""``perenne report mails|mail|resend``: the mails that were written, and how each stands."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.exits import ExitCode
from perenne.texts import _

if TYPE_CHECKING:
    from datetime import tzinfo

    from perenne.runs.service import Service
    from perenne.store.outbox import Message

Number = Annotated[int, typer.Argument(help=_("Its number in the list."), metavar="N")]


def mails(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option(min=1, help=_("How many, the newest first."))] = 20,
) -> None:
    """List the mails that were written, and how each stands."""
    from perenne.store import outbox

    context: Context = ctx.obj
    with context.service() as service, service.database.reading() as session:
        written = outbox.newest(session, limit)
    for message in written:
        typer.echo(f"{message.id:>5}  {_how_it_stands(message, context.zone())}")
        typer.echo(f"       {message.recipient} · {message.subject}")
        if message.last_error and message.sent_at is None:
            typer.echo(f"       {message.last_error}")
    if not written:
        typer.echo(_("No mail was written yet."))


def mail(ctx: typer.Context, number: Number) -> None:
    """Print the words of one mail, as it left or will leave."""
    import email
    from email.policy import default

    context: Context = ctx.obj
    with context.service() as service:
        message = email.message_from_bytes(_found(service, number).message, policy=default)
    body = message.get_body(("plain",))
    typer.echo(_("To: {address}", address=message["To"]))
    typer.echo(_("Subject: {subject}", subject=message["Subject"]) + "\n")
    sys.stdout.write(body.get_content() if body else "")


def resend(ctx: typer.Context, number: Number) -> ExitCode:
    """Send a mail once more, the same to the letter, whatever became of it."""
    from perenne.cli.refusals import MailNotConfiguredError
    from perenne.runs.outbox import deliver
    from perenne.store import outbox

    context: Context = ctx.obj
    with context.service() as service:
        if not service.settings.smtp.host:
            raise MailNotConfiguredError
        message = _found(service, number)
        with service.database.transaction() as session:
            outbox.send_again(session, message.id, service.clock.now())
        deliver(service)
        message = _found(service, number)
    typer.echo(_how_it_stands(message, context.zone()))
    return ExitCode.OK if message.sent_at else ExitCode.FAILED


def _found(service: Service, number: int) -> Message:
    from perenne.cli.refusals import UnknownMailError
    from perenne.store import outbox

    with service.database.reading() as session:
        message = outbox.get(session, number)
    if message is None:
        raise UnknownMailError(number)
    return message


def _how_it_stands(message: Message, zone: tzinfo) -> str:
    from perenne.report.dates import minute
    from perenne.store.statuses import MailStatus

    if message.status is MailStatus.SENT:
        return _("sent on {when}", when=minute(message.sent_at, zone))
    if message.status is MailStatus.PARKED:
        return _("refused by the mail server for good")
    when = minute(message.next_try_at, zone)
    if message.attempts:
        return _("could not leave; next try on {when}", when=when)
    return _("waiting since {when}", when=minute(message.created_at, zone))
