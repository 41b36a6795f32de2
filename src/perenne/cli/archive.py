"""``perenne archive``: the queue of the Wayback Machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli import copies
from perenne.cli.context import Context
from perenne.texts import _

if TYPE_CHECKING:
    from perenne.runs.service import Service

app = typer.Typer(no_args_is_help=True)
app.command("copy", help=_("Copy at home what is cited, new or changed."))(copies.copy)
app.command("verify", help=_("Tell whether the copies at home are undamaged."))(copies.verify)


@app.command("status", help=_("Tell how the queue, the copies and the searches stand."))
def status(ctx: typer.Context) -> None:
    """Print the figures, and whether anything can be submitted."""
    from perenne.archive.standing import standing
    from perenne.cli.standing import print_standing

    context: Context = ctx.obj
    with context.service() as service, service.database.reading() as session:
        wayback = service.settings.wayback
        print_standing(
            standing(session, wayback, service.clock.now()),
            wayback,
            service.settings.schedule.zone,
        )
        enabled = wayback.enabled
    if not enabled:
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
        str, typer.Argument(help=_("A dossier's short name; all of them otherwise."))
    ] = "",
) -> None:
    """Print what the policy says of every cited link."""
    from perenne.cli.planning import print_plan
    from perenne.runs import planning
    from perenne.store.recipients import UnknownDossierError

    context: Context = ctx.obj
    with context.service() as service:
        if slug and slug not in service.slugs():
            raise UnknownDossierError(slug)
        planned = planning.plan(service, [slug] if slug else None)
        enabled = service.settings.wayback.enabled
    print_plan(planned)
    if not enabled:
        _print_off()


def _print_off() -> None:
    typer.echo(_("No keys: nothing is submitted ([wayback] access_key, secret_key)."))


async def _work(service: Service) -> None:
    from perenne.runs.captures import find_lost, work_queue

    await work_queue(service)
    await find_lost(service)
