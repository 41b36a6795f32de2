"""``perenne doctor``: examines what Pérenne stands on, each line with what to do."""

from __future__ import annotations

from typing import Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.exits import ExitCode
from perenne.clock import SystemClock
from perenne.texts import _


def doctor(
    ctx: typer.Context,
    mail_to: Annotated[
        str, typer.Option(help=_("Send a test mail to this address."), metavar=_("ADDRESS"))
    ] = "",
) -> int:
    """Print one line for each thing examined; fails where one of them does."""
    import asyncio

    from perenne.runs.examining import Health, examine
    from perenne.runs.registering import checked_addresses

    addresses = checked_addresses([mail_to] if mail_to else [])
    context: Context = ctx.obj
    marks = {Health.WELL: _("well"), Health.OFF: _("off"), Health.ILL: _("FAULT")}
    ill = False
    for finding in asyncio.run(examine(context.settings(), SystemClock(), *addresses)):
        told = _("{what}: {says}", what=finding.what, says=finding.says)
        typer.echo(f"[{marks[finding.health]}] {told}")
        if context.verbose and finding.cause:
            typer.echo(f"    {finding.cause}")
        ill = ill or finding.health is Health.ILL
    return ExitCode.FAILED if ill else ExitCode.OK
