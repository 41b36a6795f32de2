"""``perenne add``: registers a dossier, or refreshes it with its new edition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.exits import ExitCode
from perenne.cli.files import Gathered, read_dossiers
from perenne.cli.read import print_findings
from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.store.registration import Registration


def add(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(help=_("The dossier's file, or a folder of them."), metavar="FILE")
    ],
    title: Annotated[str, typer.Option(help=_("Its title, where the file tells another."))] = "",
    centre: Annotated[str, typer.Option(help=_("The centre that publishes it."))] = "",
    notify: Annotated[
        list[str] | None, typer.Option(help=_("Mail address to tell; may be repeated."))
    ] = None,
    slug: Annotated[
        str, typer.Option(help=_("The registered dossier to refresh, where its title changed."))
    ] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Refuse a dossier in which something looks odd."))
    ] = False,
) -> ExitCode:
    """Read, register, subscribe; print what was found and what looked odd."""
    from perenne.cli.refusals import OneFileError
    from perenne.runs.registering import checked_addresses, register

    addresses = checked_addresses(notify or [])
    folder = file.is_dir()
    if folder and (title or slug):
        raise OneFileError("--title" if title else "--slug")
    gathered = _with_links(read_dossiers(file, strict=strict), folder=folder).enough(strict=strict)
    context: Context = ctx.obj
    with context.service() as service:
        done = [
            register(
                service,
                dossier,
                file_name=path.name,
                slug=slug,
                title=title,
                centre=centre,
                addresses=addresses,
            )
            for path, dossier in gathered.dossiers
        ]
    for (path, dossier), change in zip(gathered.dossiers, done, strict=True):
        if folder:
            typer.secho(f"== {path} ==", bold=True)
        print_findings(dossier)
        _print_changes(change)
        if folder:
            typer.echo()
    return gathered.tell()


def _with_links(gathered: Gathered, *, folder: bool) -> Gathered:
    """Refuse the dossiers that hold no link; raises `EmptyDossierError` for a file given alone."""
    from perenne.cli.refusals import EmptyDossierError

    kept = Gathered(refused=gathered.refused)
    for path, dossier in gathered.dossiers:
        if dossier.citations:
            kept.dossiers.append((path, dossier))
        elif folder:
            kept.refused.append((path, EmptyDossierError(str(path))))
        else:
            raise EmptyDossierError(str(path))
    return kept


def _print_changes(done: Registration) -> None:
    if done.is_new:
        typer.echo(_("Registered as {slug}.", slug=done.slug))
    else:
        typer.echo(_("{slug} is refreshed:", slug=done.slug))
        for text in (
            plural("{n} reference came", "{n} references came", done.references_added),
            plural("{n} reference stayed", "{n} references stayed", done.references_kept),
            plural("{n} reference went", "{n} references went", done.references_withdrawn),
            plural("{n} new link", "{n} new links", done.links_added),
            plural("{n} link no longer cited", "{n} links no longer cited", done.links_withdrawn),
        ):
            typer.echo(f"- {text}")
    typer.echo(_("`perenne check {slug}` checks it now.", slug=done.slug))
