"""The sub-commands, put together."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from perenne import __version__
from perenne.cli import (
    add,
    archive,
    check,
    config,
    database,
    decisions,
    demo,
    dismiss,
    doctor,
    dossier,
    explain,
    export,
    history,
    mend,
    read,
    replacements,
    report,
    run,
    status,
    wacz,
    worker,
)
from perenne.cli.commands import Commands
from perenne.cli.context import Context
from perenne.texts import LANGUAGES, _

app = Commands(
    help=_("Pérenne keeps the links of documentary dossiers alive."),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"perenne {__version__}")
        raise typer.Exit


def _known(language: str) -> str:
    if language and language not in LANGUAGES:
        raise typer.BadParameter(f"'{language}' is not one of {', '.join(LANGUAGES)}.")
    return language


@app.callback()
def everywhere(
    ctx: typer.Context,
    lang: Annotated[
        str, typer.Option(help=_("Language: fr or en."), callback=_known, show_default=False)
    ] = "",
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=_("Show technical causes."))
    ] = False,
    version: Annotated[  # noqa: ARG001 - acts in its callback
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=_("Show the version.")),
    ] = False,
) -> None:
    """Hold what every sub-command shares."""
    # The language was put in use before typer built its help in it.
    given = bool(lang) or "PERENNE_LANGUAGE" in os.environ
    ctx.obj = Context(verbose=verbose, language_given=given)


for name, command, summary in (
    ("read", read.read, _("Show the references of a dossier; nothing is recorded.")),
    ("add", add.add, _("Register a dossier, or refresh it with its new edition.")),
    ("check", check.check, _("Check a dossier, a URL, or all that is registered.")),
    ("run", run.run, _("Do the nightly pass now.")),
    ("worker", worker.worker, _("Do the nightly pass every night, and all that goes with it.")),
    ("status", status.status, _("Tell whether the service itself still works.")),
    ("explain", explain.explain, _("Tell why a link has its verdict, step by step.")),
    ("history", history.history, _("Tell the story of a link.")),
    ("dismiss", dismiss.dismiss, _("Leave a link out of the mails, until a day or for good.")),
    ("undismiss", dismiss.undismiss, _("Have a dismissed link told again.")),
    ("mend", mend.mend, _("Write a dossier again, with the replacements that were accepted.")),
    ("export", export.export, _("Give a dossier with the states of its links, as a file.")),
    ("wacz", wacz.wacz, _("Make one portable archive of the copies of a dossier.")),
    ("doctor", doctor.doctor, _("Examine network, database, mail and archive.")),
    ("demo", demo.demo, _("Play the main job on a simulated web, without internet.")),
):
    app.command(name, help=summary)(command)

app.add_typer(dossier.app, name="dossier", help=_("List and manage the registered dossiers."))
app.add_typer(report.app, name="report", help=_("Show, preview and send reports."))
app.add_typer(
    replacements.app,
    name="replacements",
    help=_("Show the addresses that are proposed, accept them or turn them down."),
)
app.add_typer(decisions.app, name="decisions", help=_("Take in the sheets that readers send back."))
app.add_typer(
    archive.app,
    name="archive",
    help=_("Follow the captures in the Wayback Machine, and keep copies at home."),
)
app.add_typer(database.app, name="db", help=_("Upgrade the database, or tell its version."))
app.add_typer(config.app, name="config", help=_("Show and check the configuration."))
