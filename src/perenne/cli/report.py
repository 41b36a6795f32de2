"""``perenne report``: what would be told, and what was."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from perenne.cli import mails
from perenne.cli.commands import Commands
from perenne.cli.context import Context
from perenne.cli.exits import ExitCode
from perenne.cli.formats import PreviewFormat, ReportFormat
from perenne.texts import _, plural

app = Commands()
for name, command, summary in (
    ("mails", mails.mails, _("List the mails that were written, and how each stands.")),
    ("mail", mails.mail, _("Show one of them.")),
    ("resend", mails.resend, _("Send one of them once more.")),
):
    app.command(name, help=summary)(command)
DossierOption = Annotated[str, typer.Option(help=_("One dossier only: its short name."))]
_FORM = typer.Option("--format", help=_("Form of the output."))


@app.command("show", help=_("Show how the links stand, as a report."))
def show(
    ctx: typer.Context,
    dossier: DossierOption = "",
    form: Annotated[ReportFormat, _FORM] = ReportFormat.TEXT,
) -> None:
    """Print the state of one dossier, or of all."""
    from perenne.cli.refusals import WorkbookOnTerminalError
    from perenne.runs.reporting import standing_report

    if form is ReportFormat.XLSX and sys.stdout.isatty():
        raise WorkbookOnTerminalError

    context: Context = ctx.obj
    with context.service() as service:
        sys.stdout.buffer.write(standing_report(service, dossier, form.value))


@app.command("preview", help=_("Show the mails that the next night would send; nothing leaves."))
def preview(
    ctx: typer.Context,
    dossier: DossierOption = "",
    form: Annotated[PreviewFormat, _FORM] = PreviewFormat.TEXT,
) -> None:
    """Print what every reader would be told now."""
    from perenne.runs.reporting import previews

    context: Context = ctx.obj
    with context.service() as service:
        empty = True
        for address, document in previews(service, dossier, form.value):
            empty = False
            typer.echo(_("To {address}:", address=address), err=True)
            sys.stdout.buffer.write(document)
        if empty:
            typer.echo(_("Nothing new to tell."))


@app.command("send", help=_("Write what is to be told, and send the mails that wait."))
def send(ctx: typer.Context, dossier: DossierOption = "") -> ExitCode:
    """Compose what is new, or how one dossier stands for all its readers; then deliver.

    Mails that could not leave are a failure, though they are tried again.
    """
    from perenne.cli.refusals import MailNotConfiguredError
    from perenne.runs.letters import write_letters
    from perenne.runs.outbox import deliver
    from perenne.runs.reporting import post_standing

    context: Context = ctx.obj
    with context.service() as service:
        if dossier:
            post_standing(service, dossier)
        else:
            write_letters(service)
        if not service.settings.smtp.host:
            raise MailNotConfiguredError
        outcomes = deliver(service)
    typer.echo(plural("{n} mail sent.", "{n} mails sent.", outcomes["sent"]))
    later, parked = outcomes["later"], outcomes["parked"]
    if later:
        waiting = plural(
            "{n} mail could not leave and waits.", "{n} mails could not leave and wait.", later
        )
        typer.echo(waiting, err=True)
    if parked:
        refused = plural(
            "{n} mail was refused for good.", "{n} mails were refused for good.", parked
        )
        typer.echo(refused, err=True)
    return ExitCode.FAILED if later or parked else ExitCode.OK
