"""``perenne archive plan``: what would be saved, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.runs.planning import Planned


def print_plan(planned: Sequence[Planned]) -> None:
    """Write every link with the decision and its reason: what is saved first."""
    saved = [each for each in planned if each.decision.save]
    left = [each for each in planned if not each.decision.save]
    _print_part(_("To be saved"), saved)
    _print_part(_("Left alone"), left)
    figures = [
        plural("{n} page to be saved", "{n} pages to be saved", len(saved)),
        plural("{n} left alone", "{n} left alone", len(left)),
    ]
    typer.secho(" · ".join(figures), bold=True)
    typer.echo(_("Nothing was written: this is what the next night would do."))


def _print_part(heading: str, planned: Sequence[Planned]) -> None:
    from perenne.texts.archiving import plan_reason
    from perenne.texts.plain import address

    if not planned:
        return
    typer.secho(f"{heading} ({len(planned)})\n", bold=True)
    for each in planned:
        typer.echo(f"  {address(each.link.url)}")
        typer.echo(f"    {plan_reason(each.decision.reason.value)}")
    typer.echo()
