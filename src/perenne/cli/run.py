"""``perenne run``: the nightly pass, now."""

from __future__ import annotations

import typer

from perenne.cli.context import Context
from perenne.cli.exits import ExitCode
from perenne.texts import _, plural


def run(ctx: typer.Context) -> int:
    """Check all that is registered, settle states, write and send what is to be told."""
    import asyncio
    from functools import partial

    from perenne.cli.progress import following
    from perenne.cli.readiness import get_ready
    from perenne.domain.runs import RunStatus
    from perenne.runs.looking import stoppable
    from perenne.runs.night import night
    from perenne.runs.outbox import deliver
    from perenne.runs.pings import watched
    from perenne.runs.pruning import prune
    from perenne.texts.failures import network_sentence
    from perenne.texts.plain import sentence

    context: Context = ctx.obj
    with context.service() as service, following(archive=True) as watch:
        get_ready(service)
        begin = partial(night, service, service.clock.now())
        work = watched(service.settings, watch, begin)
        done = asyncio.run(stoppable(work, watch.stop))
        if done.run_id is None:
            typer.echo(_("Another Pérenne is doing this night already."))
            return ExitCode.OK
        if done.status is RunStatus.VOID:
            typer.echo(_("Nothing answers: our own network seems to be down."), err=True)
            if done.cause is not None:
                typer.echo(sentence(network_sentence(done.cause)), err=True)
            typer.echo(_("Nothing was counted against any link. Try again later."), err=True)
            return ExitCode.FAILED
        if done.status is RunStatus.INTERRUPTED:
            typer.echo(_("Interrupted: what was seen is kept. `perenne run` goes on from here."))
            return ExitCode.FAILED
        sent = deliver(service)["sent"]
        prune(service)
        broken = service.count_broken()
        typer.echo(plural("{n} link is broken.", "{n} links are broken.", broken))
        typer.echo(plural("{n} mail sent.", "{n} mails sent.", sent))
        return ExitCode.BROKEN if broken else ExitCode.OK
