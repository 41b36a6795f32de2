"""``perenne export``: a dossier with the states of its links, for programs and for readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.formats import ExportFormat
from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.report.exporting.items import Exported
    from perenne.runs.service import Service


def export(
    ctx: typer.Context,
    dossier: Annotated[
        str, typer.Argument(help=_("A registered dossier, or a dossier's file."), metavar="DOSSIER")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help=_("The file to write."))],
    form: Annotated[
        ExportFormat | None,
        typer.Option("--format", help=_("Its form; as its name ends otherwise.")),
    ] = None,
    centre: Annotated[str, typer.Option(help=_("The centre that publishes the file."))] = "",
    force: Annotated[
        bool, typer.Option("--force", help=_("Replace the file to write if it exists."))
    ] = False,
) -> None:
    """Write the references with their links: state, reason, replacement, copy."""
    from perenne.cli import writing
    from perenne.cli.refusals import NothingToExportError, UnknownFormError
    from perenne.report.exporting import form_named, form_of

    name = form.value if form else form_of(output.name)
    if not name:
        raise UnknownFormError(output.name)
    file = Path(dossier)
    writing.allowed(output, file if file.exists() else None, force=force)
    context: Context = ctx.obj
    with context.service() as service:
        exported = _exported(service, dossier, centre)
    if not exported.items:
        raise NothingToExportError(dossier)
    writing.write(output, form_named(name).written(exported))
    references = plural("{n} reference", "{n} references", len(exported.items))
    links = sum(len(item.links) for item in exported.items)
    told = plural("{n} link", "{n} links", links)
    typer.echo(_("{file}: {references}, {links}.", file=output, references=references, links=told))


def _exported(service: Service, dossier: str, centre: str) -> Exported:
    """Return what a file holds or, where there is none of that name, a registered dossier."""
    from perenne.cli.files import read_dossier
    from perenne.cli.refusals import UnknownTargetError
    from perenne.runs import exporting

    if Path(dossier).exists():
        return exporting.read(service, read_dossier(Path(dossier)), centre)
    if dossier not in service.slugs():
        raise UnknownTargetError(dossier)
    return exporting.registered(service, dossier)
