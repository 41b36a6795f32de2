"""``perenne read``: what a dossier holds, as we understand it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.exits import ExitCode
from perenne.cli.files import Gathered, read_dossiers
from perenne.cli.formats import ReadFormat
from perenne.texts import _, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.domain.references import Dossier


def read(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            help=_("The dossier's file or URL, or a folder of them."), metavar=_("FILE")
        ),
    ],
    form: Annotated[
        ReadFormat, typer.Option("--format", help=_("Form of the output."))
    ] = ReadFormat.TABLE,
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Refuse a dossier in which something looks odd."))
    ] = False,
) -> ExitCode:
    """Print the references; the network is touched for a URL alone, the database never."""
    gathered = read_dossiers(ctx.obj, source, strict=strict)
    folder = Path(source).is_dir()
    if form is ReadFormat.JSON:
        _print_json(gathered, folder=folder)
    else:
        for path, dossier in gathered.dossiers:
            if folder:
                typer.secho(f"== {path} ==\n", bold=True)
            _print(dossier)
            if folder:
                typer.echo()
    return gathered.tell()


def _print_json(gathered: Gathered, *, folder: bool) -> None:
    import json

    from perenne import dossiers

    if folder:
        read = [{"file": str(path), **dossiers.as_json(each)} for path, each in gathered.dossiers]
        files = (str(path) for path, _error in gathered.refused)
        refused = [
            {"file": file, "message": message}
            for file, message in zip(files, gathered.sentences(), strict=True)
        ]
        document = {"schema": 1, "dossiers": read, "refused": refused}
    else:
        document = dossiers.as_json(gathered.dossiers[0][1])
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2).encode())


def _print(dossier: Dossier) -> None:
    from perenne.texts.plain import address, one_line

    section = None
    typer.echo(one_line(dossier.title) or _("(untitled)"))
    for reference in dossier.references:
        if reference.section != section:
            section = reference.section
            if section:
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
    counts = (
        plural("{n} reference", "{n} references", len(dossier.references)),
        plural("{n} URL", "{n} URLs", len(dossier.citations)),
    )
    typer.echo("\n" + ", ".join(counts))
    for line in findings(dossier):
        typer.echo(line)


def findings(dossier: Dossier) -> Iterator[str]:
    """Yield what looked odd, each with its place, as lines of a list."""
    from perenne.dossiers import notice_sentence
    from perenne.texts.places import place_words
    from perenne.texts.plain import one_line

    for notice in dossier.notices:
        place = notice.place
        where = place_words(f"{place.kind.value}:{place.number}") if place else ""
        yield f"- {one_line(notice_sentence(notice))}" + (f" ({where})" if where else "")
