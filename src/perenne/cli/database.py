"""``perenne db``: the version of the database."""

from __future__ import annotations

import typer

from perenne.cli.commands import Commands
from perenne.cli.context import Context
from perenne.texts import _

app = Commands()


@app.command("upgrade", help=_("Bring the database to this version; nothing is lost."))
def upgrade(ctx: typer.Context) -> None:
    """Migrate to the newest schema."""
    context: Context = ctx.obj
    with context.database(context.settings()):
        typer.echo(_("The database is up to date."))


@app.command("current", help=_("Tell the version of the database's schema."))
def current(ctx: typer.Context) -> None:
    """Print the revision; fails where the database cannot be reached."""
    from perenne.store.database import current_revision

    context: Context = ctx.obj
    typer.echo(current_revision(context.settings().database_url) or _("none yet"))
