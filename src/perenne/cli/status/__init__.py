"""``perenne status``: whether the service itself still works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.exits import ExitCode
from perenne.cli.formats import StatusFormat
from perenne.texts import _

if TYPE_CHECKING:
    from perenne.runs.service import Service


def status(
    ctx: typer.Context,
    form: Annotated[
        StatusFormat, typer.Option("--format", help=_("Form of the output."))
    ] = StatusFormat.TEXT,
    here: Annotated[
        bool, typer.Option("--here", help=_("Tell only whether the worker of this machine lives."))
    ] = False,
) -> int:
    """Print how the service is; the exit code tells whether somebody has to help."""
    from perenne.runs.status import status as look

    context: Context = ctx.obj
    with context.service() as service:
        if here:
            return _here(service)
        found, zone = look(service), service.settings.schedule.zone
    if form is StatusFormat.JSON:
        from perenne.cli.status.json import document

        typer.echo(document(found), nl=False)
    else:
        from perenne.cli.status.lines import lines

        for line in lines(found, zone, technical=context.verbose):
            typer.echo(line)
    return ExitCode.BROKEN if found.problems else ExitCode.OK


def _here(service: Service) -> ExitCode:
    from perenne.runs.status import worker_here

    if worker_here(service) is None:
        typer.echo(_("No worker lives on this machine."))
        return ExitCode.BROKEN
    typer.echo(_("The worker of this machine lives."))
    return ExitCode.OK
