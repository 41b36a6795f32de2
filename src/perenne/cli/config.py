"""``perenne config``: what holds, and what is wrong."""

from __future__ import annotations

from typing import Any

import typer

from perenne.cli.commands import Commands
from perenne.texts import _

app = Commands()


@app.command("show", help=_("Show every key with the value that holds; secrets are masked."))
def show() -> None:
    """Print the effective configuration as JSON."""
    import json

    from perenne import settings

    loaded = settings.load()
    typer.echo(_("File: {file}", file=settings.config_file() or _("none, defaults only")), err=True)
    typer.echo(json.dumps(_masked(loaded.model_dump(mode="json")), indent=2, ensure_ascii=False))


@app.command("check", help=_("Tell whether the configuration can be used."))
def check() -> None:
    """Load the configuration and the sites; what is wrong is told by the error."""
    from perenne import settings, sites
    from perenne.net.environment import Environment
    from perenne.net.overrides import Overrides
    from perenne.store.database import check_address

    loaded = settings.load()
    sites.load_sites(loaded.sites_file)
    check_address(loaded.database_url)
    Overrides(loaded.network.resolve)
    Environment(loaded.network)
    typer.echo(_("The configuration is sound."))


def _masked(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without a password that stands inside the database's address."""
    url: str = values["database_url"]
    head, at, tail = url.rpartition("@")
    if at and "://" in head:
        scheme, _sep, login = head.partition("://")
        values["database_url"] = f"{scheme}://{login.partition(':')[0]}:***@{tail}"
    return values
