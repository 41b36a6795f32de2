"""``perenne dismiss`` and ``undismiss``: a link that needs no telling, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.authors import AuthorOption, author_of
from perenne.cli.context import Context
from perenne.texts import _

if TYPE_CHECKING:
    from datetime import tzinfo

    from perenne.domain.people import Overlay

UrlArgument = Annotated[str, typer.Argument(help=_("The URL, as cited."), metavar="URL")]
CentreOption = Annotated[
    str, typer.Option(help=_("For the dossiers of this centre only; by default, for all."))
]


def dismiss(
    ctx: typer.Context,
    url: UrlArgument,
    reason: Annotated[str, typer.Option(help=_("Why it needs no telling."))],
    until: Annotated[
        str,
        typer.Option(help=_("The last day on which it holds: 2026-12-31 or 31/12/2026.")),
    ] = "",
    author: AuthorOption = "",
    centre: CentreOption = "",
) -> None:
    """Leave a link out of the mails, until a day or for good; it is still checked."""
    from perenne.cli.refusals import EmptyReasonError
    from perenne.runs import dismissing
    from perenne.texts.plain import address, one_line

    if not one_line(reason):
        raise EmptyReasonError
    context: Context = ctx.obj
    with context.service() as service:
        said = dismissing.dismiss(
            service,
            url,
            author=author_of(author),
            reason=one_line(reason),
            until=dismissing.end_of(until, service) if until else None,
            centre=centre or None,
        )
        zone = service.settings.schedule.zone
    typer.echo(address(url))
    typer.echo(_told(said, zone))
    typer.echo(_("It is still checked; `perenne undismiss` has it told again."))


def undismiss(
    ctx: typer.Context, url: UrlArgument, author: AuthorOption = "", centre: CentreOption = ""
) -> None:
    """Have a link told again that was dismissed."""
    from perenne.runs import dismissing
    from perenne.texts.plain import address

    context: Context = ctx.obj
    with context.service() as service:
        dismissing.undismiss(service, url, author=author_of(author), centre=centre or None)
    typer.echo(address(url))
    typer.echo(_("No longer dismissed: it is told again if it is not well."))


def _told(said: Overlay, zone: tzinfo) -> str:
    from perenne.report.overlays import said as in_words

    return f"{in_words(said, zone)}."
