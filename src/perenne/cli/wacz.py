"""``perenne wacz``: one portable archive of a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.copies.wacz import Portable
    from perenne.runs.service import Service


def wacz(
    ctx: typer.Context,
    slug: Annotated[
        str,
        typer.Argument(help=_("Its short name, as `dossier list` shows it."), metavar=_("NAME")),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help=_("The file; DOSSIER.wacz otherwise.")),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help=_("Replace the file to write if it exists.")),
    ] = False,
) -> None:
    """Write it, from the copies that were made."""
    from perenne.cli.archive.copies import folder_of
    from perenne.cli.refusals import FileExistsAlreadyError, NotWaczError
    from perenne.copies.wacz import write_wacz
    from perenne.texts.sizes import size

    target = output or Path(f"{slug}.wacz")
    if target.suffix != ".wacz":
        raise NotWaczError(target)
    context: Context = ctx.obj
    with context.service() as service:
        portable = _portable(service, slug)
        if target.exists() and not force:
            raise FileExistsAlreadyError(target)
        write_wacz(portable, folder_of(service), target, service.clock.now())
    pages = plural("{n} copy", "{n} copies", len(portable.copies))
    typer.echo(
        _("{file}: {pages}, {size}.", file=target, pages=pages, size=size(target.stat().st_size))
    )
    typer.echo(_("Keep it to yourselves: showing it to others needs leave of the authors."))


def _portable(service: Service, slug: str) -> Portable:
    from perenne.cli.refusals import NothingCopiedError
    from perenne.copies.wacz import Portable
    from perenne.store import copies, dossiers
    from perenne.store.recipients import UnknownDossierError

    with service.database.reading() as session:
        dossier = dossiers.find(session, slug)
        if dossier is None:
            raise UnknownDossierError(slug)
        own = copies.of_dossier(session, slug)
        needed = {copy.same_as for copy in own if copy.same_as} - {copy.id for copy in own}
        others = copies.held(session, needed)
    if not own:
        raise NothingCopiedError(slug)
    return Portable(dossier.title, own, others)
