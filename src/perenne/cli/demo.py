"""``perenne demo``: the main job on a simulated web, without internet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from perenne.texts import _, plural


def demo(
    directory: Annotated[
        Path | None,
        typer.Option(
            "--directory",
            help=_("Where to keep it; a new temporary folder otherwise."),
            metavar=_("FOLDER"),
        ),
    ] = None,
) -> None:
    """Play four nights; print the table, the mails, and where all of it lies."""
    import tempfile

    from perenne.cli.telling import print_links

    try:
        from perenne.demo.play import NIGHTS, play
    except ModuleNotFoundError as error:
        from perenne.cli.refusals import DemoMissingError

        raise DemoMissingError from error
    where = directory or Path(tempfile.mkdtemp(prefix="perenne-demo-"))
    where.mkdir(parents=True, exist_ok=True)
    typer.echo(_("A dossier of 85 references, {n} nights, a simulated web…", n=NIGHTS))
    played = play(where)
    typer.echo()
    print_links(played.links, played.zone)
    for mail in played.mails:
        typer.echo("\n" + "─" * 72)
        typer.echo(_("Mail, as the documentalist receives it:") + "\n")
        typer.echo(mail.text)
    typer.echo("─" * 72)
    copies = played.captures
    typer.echo(plural("{n} archived copy is known.", "{n} archived copies are known.", copies))
    for mail in played.mails:
        typer.echo(_("Mail in HTML: {file}", file=mail.html))
    typer.echo(_("Database: {file}", file=played.database))
    typer.echo(_("Configuration: {file}", file=played.config))
    typer.echo(
        _(
            "The simulated web has gone: with that configuration, `status`, `history`, "
            "`report show` and `replacements list` tell what was seen; a check would find nothing."
        )
    )
