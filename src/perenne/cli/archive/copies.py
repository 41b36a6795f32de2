"""``perenne archive copy`` and ``verify``: the copies at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from perenne.cli.context import Context
from perenne.cli.exits import ExitCode
from perenne.texts import _, plural

if TYPE_CHECKING:
    from collections import Counter

    from perenne.copies.folder import Folder
    from perenne.runs.service import Service


def copy(ctx: typer.Context) -> int:
    """Work off what is due."""
    import asyncio

    from perenne.cli.room import make_room
    from perenne.runs.copying import End, copy_due
    from perenne.runs.looking import stoppable
    from perenne.runs.pauses import Stopped, until

    context: Context = ctx.obj
    with context.service() as service:
        folder_of(service)
        make_room(service.settings.politeness)
        stop = asyncio.Event()
        try:
            copied = asyncio.run(stoppable(copy_due(service, until(stop)), stop))
        except Stopped:
            typer.echo(_("Interrupted: what was copied is kept."), err=True)
            return ExitCode.FAILED
    if copied.end is End.BUSY:
        typer.echo(_("Another Pérenne is copying already."))
        return ExitCode.OK
    _print(copied.counts, service.settings.copies.largest_mb)
    if copied.end is End.NIGHT:
        typer.echo(_("A night is being checked, which comes first: try again after it."), err=True)
        return ExitCode.FAILED
    return ExitCode.OK


def verify(ctx: typer.Context) -> int:
    """Read all files, and name those that are not as they were written."""
    from perenne.copies.errors import errors_told
    from perenne.copies.verify import damages
    from perenne.store import copy_files
    from perenne.texts.sizes import size

    context: Context = ctx.obj
    with context.service() as service:
        folder = folder_of(service)
        with errors_told(folder.path):
            names = folder.names() if folder.path.exists() else []
            with service.database.reading() as session:
                files = copy_files.files(session)
            folder.check([file.name for file in files if file.used])
            found = list(damages(folder, names, files))
    for name, damage in found:
        typer.echo(_("{file}: {damage}", file=name, damage=_damage(damage.value)))
    if found:
        return ExitCode.BROKEN
    total = size(sum(file.length or file.used for file in files))
    undamaged = plural(
        "{n} file, {total}: undamaged.", "{n} files, {total}: undamaged.", len(files), total=total
    )
    typer.echo(undamaged)
    return ExitCode.OK


def folder_of(service: Service) -> Folder:
    """Return the folder of the copies; raises `CopiesOffError` where none is configured."""
    from perenne.cli.refusals import CopiesOffError
    from perenne.copies.folder import Folder

    if service.settings.copies.folder is None:
        raise CopiesOffError
    return Folder(service.settings.copies.folder)


def _print(counts: Counter[str], largest_mb: int) -> None:
    from perenne.copies.policy import NOARCHIVE, TOO_LARGE
    from perenne.runs.copyists import NEW, SAME

    held, large, unwanted = (counts[name] for name in (SAME, TOO_LARGE, NOARCHIVE))
    copied = counts[NEW] + held
    typer.echo(plural("{n} page copied.", "{n} pages copied.", copied))
    for n, sentence in (
        (
            held,
            plural(
                "{n} of them was held already, and takes no room.",
                "{n} of them were held already, and take no room.",
                held,
            ),
        ),
        (
            large,
            plural(
                "{n} is larger than {mb} MB: not copied.",
                "{n} are larger than {mb} MB: not copied.",
                large,
                mb=largest_mb,
            ),
        ),
        (
            unwanted,
            plural(
                "{n} asks not to be kept: not copied.",
                "{n} ask not to be kept: not copied.",
                unwanted,
            ),
        ),
        (others := counts.total() - copied - large - unwanted, _others(others)),
    ):
        if n:
            typer.echo(f"- {sentence}")


def _others(n: int) -> str:
    return plural(
        "{n} did not show its page this time: it will be tried again.",
        "{n} did not show their pages this time: they will be tried again.",
        n,
    )


def _damage(damage: str) -> str:
    return {
        "missing": _("missing"),
        "truncated": _("cut short"),
        "altered": _("altered"),
        "unknown": _("not one of ours"),
    }[damage]
