"""``perenne mend``: a dossier's file again, with the replacements that were accepted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.files import read_dossier
from perenne.cli.published import is_address
from perenne.texts import _, plural

if TYPE_CHECKING:
    from collections import Counter

    from perenne.dossiers.documents.page_rewriting import Version
    from perenne.dossiers.mending import Mended
    from perenne.report.errata import Erratum
    from perenne.runs.mending import Correction


def mend(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help=_("The dossier's file."), metavar=_("FILE"))],
    output: Annotated[
        Path, typer.Option("--output", "-o", help=_("The file to write; never the original."))
    ],
    centre: Annotated[str, typer.Option(help=_("The centre that publishes it."))] = "",
    force: Annotated[
        bool, typer.Option("--force", help=_("Replace the file to write if it exists."))
    ] = False,
    robust: Annotated[
        bool,
        typer.Option(
            "--robust",
            help=_("HTML: add to each link where it led and its archived copy (Robust Links)."),
        ),
    ] = False,
) -> None:
    """Write the mended file, and beside it the errata sheet; the original stays as it is."""
    from perenne.cli import writing
    from perenne.cli.refusals import MendsFilesError
    from perenne.dossiers.mending import mended
    from perenne.report.errata import errata_table

    if is_address(url := file.as_posix().replace(":/", "://", 1)):
        raise MendsFilesError(url)
    writing.allowed(output, file, force=force)
    if sheet := _sheet_beside(output):
        writing.allowed(sheet, file, force=force)
    context: Context = ctx.obj
    found, versions = _known(context, file, centre, robust=robust)
    changes = {each.citation.as_written: each.url for each in found}
    result = mended(file.read_bytes(), changes, versions)
    errata = [_erratum(each, result.done) for each in found]
    writing.write(output, result.data)
    _tell(errata, result, output)
    if sheet:
        writing.write(sheet, errata_table(errata, context.zone()))
        typer.echo(_("Errata sheet: {file}", file=sheet))


def _sheet_beside(output: Path) -> Path | None:
    """Return where the errata go; a device or a pipe has nothing beside it."""
    if output.exists() and not output.is_file():
        return None
    return output.with_name(f"{output.name}.errata.csv")


def _known(
    context: Context, file: Path, centre: str, *, robust: bool
) -> tuple[list[Correction], dict[str, Version] | None]:
    """Return what was accepted for a dossier and, where asked for, the copies of its links."""
    from perenne.cli.refusals import NothingRobustError, NothingToMendError
    from perenne.runs.mending import copies, corrections

    dossier = read_dossier(file)
    with context.service() as service:
        found = corrections(service, dossier, centre)
        versions = copies(service, dossier) if robust else None
    if not found and not versions:
        raise NothingRobustError(str(file)) if robust else NothingToMendError(str(file))
    return found, versions


def _erratum(correction: Correction, done: Counter[str]) -> Erratum:
    from perenne.report.errata import Erratum

    reference, citation = correction.reference, correction.citation
    return Erratum(
        section=reference.section,
        title=reference.title,
        place=f"{citation.place.kind.value}:{citation.place.number}",
        old=citation.as_written,
        new=correction.url,
        author=correction.author,
        accepted_at=correction.accepted_at,
        times=done[citation.as_written],
    )


def _tell(errata: list[Erratum], result: Mended, output: Path) -> None:
    from perenne.texts.plain import address

    replaced = [each for each in errata if each.times]
    for each in replaced:
        typer.echo(f"- {address(each.old)}\n  → {address(each.new)}")
    for each in errata:
        if not each.times:
            typer.echo(_("Left as it is, to be mended by hand: {url}", url=address(each.old)))
    written = plural("{n} address replaced", "{n} addresses replaced", len(replaced))
    typer.echo(_("{written}: {file}", written=written, file=output))
    if result.robust is not None:
        typer.echo(
            plural(
                "{n} link bears its archived copy.",
                "{n} links bear their archived copy.",
                result.robust,
            )
        )
