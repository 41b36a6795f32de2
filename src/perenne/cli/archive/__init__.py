"""``perenne archive``: the queue of the Wayback Machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.archive import copies
from perenne.cli.commands import Commands
from perenne.cli.context import Context
from perenne.cli.formats import StatusFormat
from perenne.texts import _

if TYPE_CHECKING:
    from perenne.runs.service import Service

Form = Annotated[StatusFormat, typer.Option("--format", help=_("Form of the output."))]

app = Commands()
app.command("copy", help=_("Copy at home what is cited, new or changed."))(copies.copy)
app.command("verify", help=_("Tell whether the copies at home are undamaged."))(copies.verify)


@app.command("status", help=_("Tell how the queue, the copies and the searches stand."))
def status(ctx: typer.Context, form: Form = StatusFormat.TEXT) -> None:
    """Print the figures, and whether anything can be submitted."""
    from perenne.archive.standing import standing
    from perenne.cli.archive.json import standing_document
    from perenne.cli.archive.standing import print_standing

    context: Context = ctx.obj
    with context.service() as service, service.database.reading() as session:
        wayback, zone = service.settings.wayback, service.settings.schedule.zone
        found = standing(session, wayback, service.clock.now())
    if form is StatusFormat.JSON:
        typer.echo(standing_document(found, wayback))
        return
    print_standing(found, wayback, zone)
    if not wayback.enabled:
        _print_off()


@app.command("run", help=_("Submit what waits, and follow it until nothing more can be done now."))
def run(ctx: typer.Context) -> None:
    """Work the queue off."""
    import asyncio

    from perenne.cli.refusals import ArchiveNotConfiguredError

    context: Context = ctx.obj
    with context.service() as service:
        if not service.settings.wayback.enabled:
            raise ArchiveNotConfiguredError
        asyncio.run(_work(service))
    status(ctx)


@app.command("plan", help=_("Tell what would be saved, and why; nothing is written."))
def plan(
    ctx: typer.Context,
    slug: Annotated[
        str,
        typer.Argument(help=_("A dossier's short name; all of them otherwise."), metavar=_("NAME")),
    ] = "",
    form: Form = StatusFormat.TEXT,
) -> None:
    """Print what the policy says of every cited link."""
    from perenne.cli.archive.json import plan_document
    from perenne.cli.archive.planning import print_plan
    from perenne.runs import planning
    from perenne.store.recipients import UnknownDossierError

    context: Context = ctx.obj
    with context.service() as service:
        if slug and slug not in service.slugs():
            raise UnknownDossierError(slug)
        planned = planning.plan(service, [slug] if slug else None)
        enabled = service.settings.wayback.enabled
    if form is StatusFormat.JSON:
        typer.echo(plan_document(planned, enabled=enabled))
        return
    print_plan(planned)
    if not enabled:
        _print_off()


def _print_off() -> None:
    typer.echo(_("No keys: nothing is submitted ([wayback] access_key, secret_key)."))


async def _work(service: Service) -> None:
    from perenne.runs.captures import find_lost, work_queue

    await work_queue(service)
    await find_lost(service)
