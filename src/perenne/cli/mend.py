"""``perenne mend``: a dossier's file again, with the replacements that were accepted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.files import read_dossier
from perenne.texts import _, plural

if TYPE_CHECKING:
    from collections import Counter

    from perenne.report.errata import Erratum
    from perenne.runs.mending import Correction


def mend(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help=_("The dossier's file."), metavar="FILE")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help=_("The file to write; never the same."))
    ],
    centre: Annotated[str, typer.Option(help=_("The centre that publishes it."))] = "",
    force: Annotated[bool, typer.Option(help=_("Replace the file to write if it exists."))] = False,
) -> None:
    """Write the mended file, and beside it the errata sheet; the original stays as it is."""
    from perenne.cli.refusals import ExistingFileError, NothingToMendError
    from perenne.dossiers.mending import mended
    from perenne.report.errata import errata_table
    from perenne.runs.mending import corrections

    if output.exists() and (not force or output.samefile(file)):
        raise ExistingFileError(str(output))
    dossier = read_dossier(file)
    context: Context = ctx.obj
    with context.service() as service:
        found = corrections(service, dossier, centre)
    if not found:
        raise NothingToMendError(str(file))
    result = mended(file.read_bytes(), {each.citation.as_written: each.url for each in found})
    errata = [_erratum(each, result.done) for each in found]
    sheet = output.with_name(f"{output.name}.errata.csv")
    output.write_bytes(result.data)
    sheet.write_bytes(errata_table(errata, context.zone()))
    _tell(errata, output, sheet)


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


def _tell(errata: list[Erratum], output: Path, sheet: Path) -> None:
    from perenne.texts.plain import address

    replaced = [each for each in errata if each.times]
    for each in replaced:
        typer.echo(f"- {address(each.old)}\n  → {address(each.new)}")
    for each in errata:
        if not each.times:
            typer.echo(_("Left as it is, to be mended by hand: {url}", url=address(each.old)))
    written = plural("{n} address replaced", "{n} addresses replaced", len(replaced))
    typer.echo(_("{written}: {file}", written=written, file=output))
    typer.echo(_("Errata sheet: {file}", file=sheet))
