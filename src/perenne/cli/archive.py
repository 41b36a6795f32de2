"""``perenne archive``: the queue of the Wayback Machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from perenne.cli import copies
from perenne.cli.context import Context
from perenne.texts import _

if TYPE_CHECKING:
    from perenne.runs.service import Service

app = typer.Typer(no_args_is_help=True)
app.command("copy", help=_("Copy at home what is cited, new or changed."))(copies.copy)
app.command("verify", help=_("Tell whether the copies at home are undamaged."))(copies.verify)


@app.command("status", help=_("Tell how the requests to the archive stand."))
def status(ctx: typer.Context) -> None:
    """Print the counts by status, and whether anything can be submitted."""
    from perenne.store import archives

    context: Context = ctx.obj
    with context.service() as service, service.database.reading() as session:
        counts = archives.counts(session)
        enabled = service.settings.wayback.enabled
    for name, count in counts.items():
        typer.echo(f"{count:6} {_request_name(name.value)}")
    if not enabled:
        typer.echo(_("No keys: nothing is submitted ([wayback] access_key, secret_key)."))


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


async def _work(service: Service) -> None:
    from perenne.runs.captures import find_lost, work_queue

    await work_queue(service)
    await find_lost(service)


def _request_name(status: str) -> str:
    return {
        "queued": _("waiting"),
        "submitted": _("submitted"),
        "captured": _("captured"),
        "failed": _("failed, to be tried again"),
        "refused": _("refused for good"),
        "unknown": _("outcome unknown"),
    }[status]
