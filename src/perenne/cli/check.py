"""``perenne check``: look at links now, and tell what was seen."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.exits import ExitCode, drop_output
from perenne.cli.formats import CheckFormat
from perenne.texts import _

if TYPE_CHECKING:
    from perenne.runs.demand import Checked
    from perenne.runs.wanted import Wanted


def check(
    ctx: typer.Context,
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            help=_("A file, a URL, a registered dossier, or - for URLs on standard input."),
            metavar="TARGET",
        ),
    ] = None,
    form: Annotated[
        CheckFormat, typer.Option("--format", help=_("Form of the output."))
    ] = CheckFormat.TABLE,
    no_record: Annotated[
        bool, typer.Option("--no-record", help=_("Leave no trace in the database."))
    ] = False,
    no_archive: Annotated[
        bool, typer.Option("--no-archive", help=_("Put no page on the archive's queue."))
    ] = False,
) -> int:
    """Check, print, and tell by the exit code whether something is broken."""
    from perenne.cli.telling import print_checked

    context: Context = ctx.obj
    checked = _checked(context, targets or [], record=not no_record, archive=not no_archive)
    with suppress(BrokenPipeError):  # `| head` has seen enough; the exit code stays true
        print_checked(checked, form, context.zone())
        sys.stdout.flush()
        return exit_code(checked)
    drop_output()
    return exit_code(checked)


def exit_code(checked: Checked) -> ExitCode:
    """Return what the shell is told of a check."""
    from perenne.domain.runs import RunStatus
    from perenne.domain.verdicts import Family

    if checked.run.status is not RunStatus.COMPLETED:
        return ExitCode.FAILED
    counted = (link.verdict for link in checked.links if link.verdict and not link.dismissed)
    broken = any(verdict.family is Family.BROKEN for verdict in counted)
    return ExitCode.BROKEN if broken else ExitCode.OK


def _checked(context: Context, targets: list[str], *, record: bool, archive: bool) -> Checked:
    import asyncio

    from perenne.cli.progress import following
    from perenne.cli.readiness import get_ready
    from perenne.cli.room import make_room
    from perenne.cli.targets import gather, need_database
    from perenne.runs import demand
    from perenne.runs.looking import stoppable

    with following(archive=archive) as watch:
        if not record and not need_database(targets):
            asked = demand.unknown_links(_something(gather(targets, []), targets))
            outside = context.outside()
            make_room(outside.settings.politeness)
            work = demand.check_unrecorded(outside, asked, watch)
            return asyncio.run(stoppable(work, watch.stop))
        with context.service() as service:
            get_ready(service)
            wanted = _something(gather(targets, service.slugs()), targets)
            work = (
                demand.check_recorded(service, wanted, watch)
                if record
                else demand.check_unrecorded(service, demand.known_links(service, wanted), watch)
            )
            return asyncio.run(stoppable(work, watch.stop))


def _something(wanted: Wanted, targets: list[str]) -> Wanted:
    """Return what is wanted; raises `NothingToCheckError` where it holds no link."""
    from perenne.cli.refusals import NothingToCheckError

    if not wanted.urls and not wanted.registered:
        raise NothingToCheckError(", ".join(targets))
    return wanted
