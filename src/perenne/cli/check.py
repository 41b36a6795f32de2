"""``perenne check``: look at links now, and tell what was seen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.exits import ExitCode, drop_output
from perenne.cli.files import Gathered
from perenne.cli.formats import CheckFormat
from perenne.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from perenne.runs.demand import Checked
    from perenne.runs.wanted import Wanted


def check(
    ctx: typer.Context,
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            help=_(
                "A file, a folder, a URL, a registered dossier, or - for URLs on standard input."
            ),
            metavar=_("TARGET"),
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
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Refuse a dossier in which something looks odd."))
    ] = False,
    dossier: Annotated[
        bool,
        typer.Option("--dossier", help=_("The URL is that of a dossier: check the links in it.")),
    ] = False,
) -> int:
    """Check, print, and tell by the exit code whether something is broken."""
    from perenne.cli.targets import gather
    from perenne.cli.telling import print_checked

    context: Context = ctx.obj
    asked = targets or []
    refused = Gathered()

    def wanted_of(slugs: Collection[str]) -> Wanted:
        wanted, gathered = gather(context, asked, slugs, strict=strict, published=dossier)
        refused.refused += gathered.refused
        return _something(wanted, asked)

    checked = _checked(context, asked, wanted_of, record=not no_record, archive=not no_archive)
    code = exit_code(checked)
    try:
        print_checked(checked, form, context.zone())
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough; the exit code stays true
        drop_output()
    return max(code, refused.tell())


def exit_code(checked: Checked) -> ExitCode:
    """Return what the shell is told of a check."""
    from perenne.domain.runs import RunStatus
    from perenne.domain.verdicts import Family

    if checked.run.status is not RunStatus.COMPLETED:
        return ExitCode.FAILED
    counted = (link.verdict for link in checked.links if link.verdict and not link.dismissed)
    broken = any(verdict.family is Family.BROKEN for verdict in counted)
    return ExitCode.BROKEN if broken else ExitCode.OK


def _checked(
    context: Context,
    targets: list[str],
    wanted_of: Callable[[Collection[str]], Wanted],
    *,
    record: bool,
    archive: bool,
) -> Checked:
    import asyncio

    from perenne.cli.progress import following
    from perenne.cli.readiness import get_ready
    from perenne.cli.room import make_room
    from perenne.cli.targets import need_database
    from perenne.runs import demand
    from perenne.runs.looking import stoppable

    with following(archive=archive) as watch:
        if not record and not need_database(targets):
            asked = demand.unknown_links(wanted_of([]))
            outside = context.outside()
            make_room(outside.settings.politeness)
            work = demand.check_unrecorded(outside, asked, watch)
            return asyncio.run(stoppable(work, watch.stop))
        with context.service() as service:
            get_ready(service)
            wanted = wanted_of(service.slugs())
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
