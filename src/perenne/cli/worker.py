"""``perenne worker``: the service that does the night every night."""

from __future__ import annotations

import typer

from perenne.cli.context import Context


def worker(ctx: typer.Context) -> None:
    """Serve until SIGTERM or Ctrl-C."""
    import asyncio

    from perenne.cli.room import make_room
    from perenne.runs.looking import stoppable
    from perenne.runs.schedule import serve

    context: Context = ctx.obj
    context.verbose = True
    with context.service() as service:
        make_room(service.settings.politeness)
        stop = asyncio.Event()
        asyncio.run(stoppable(serve(service, stop), stop))
