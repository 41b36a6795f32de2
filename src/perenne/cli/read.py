"""``perenne read``: what a dossier holds, as we understand it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.files import read_dossier
from perenne.cli.formats import ReadFormat
from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.domain.references import Dossier


def read(
    file: Annotated[Path, typer.Argument(help=_("The dossier's file."), metavar="FILE")],
    form: Annotated[
        ReadFormat, typer.Option("--format", help=_("Form of the output."))
    ] = ReadFormat.TABLE,
) -> None:
    """Print the references; touches neither network nor database."""
    import json

    from perenne import dossiers

    dossier = read_dossier(file)
    if form is ReadFormat.JSON:
        typer.echo(json.dumps(dossiers.as_json(dossier), ensure_ascii=False, indent=2).encode())
    else:
        _print(dossier)


def _print(dossier: Dossier) -> None:
    from perenne.texts.plain import address, one_line

    section = None
    typer.echo(one_line(dossier.title) or _("(untitled)"))
    for reference in dossier.references:
        if reference.section != section:
            section = reference.section
            typer.echo(f"\n{one_line(section)}")
        typer.echo(f"\n  {one_line(reference.title)}")
        details = (", ".join(reference.authors), reference.source, reference.date, reference.pages)
        if any(details):
            typer.echo("  " + " · ".join(one_line(each) for each in details if each))
        for citation in reference.citations:
            typer.echo(f"  {address(citation.url)}")
    print_findings(dossier)


def print_findings(dossier: Dossier) -> None:
    """Print the counts, and what looked odd with its place."""
    from perenne.dossiers import notice_sentence
    from perenne.texts.places import place_words
    from perenne.texts.plain import one_line

    counts = (
        plural("{n} reference", "{n} references", len(dossier.references)),
        plural("{n} URL", "{n} URLs", len(dossier.citations)),
    )
    typer.echo("\n" + ", ".join(counts))
    for notice in dossier.notices:
        place = notice.place
        where = place_words(f"{place.kind.value}:{place.number}") if place else ""
        typer.echo(f"- {one_line(notice_sentence(notice))}" + (f" ({where})" if where else ""))
