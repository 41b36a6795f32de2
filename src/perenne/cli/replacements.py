"""``perenne replacements``: what is proposed in the place of links, accepted or turned down."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.authors import AuthorOption, author_of
from perenne.cli.commands import Commands
from perenne.cli.context import Context
from perenne.cli.dismiss import CentreOption
from perenne.domain.decisions import Standing
from perenne.texts import _, plural

if TYPE_CHECKING:
    from datetime import tzinfo

    from perenne.runs.choosing import Choice

app = Commands()


class Kind(StrEnum):
    """How a replacement was thought of (`domain.links.KINDS`), or that somebody gave it."""

    REDIRECT = "redirect"
    HOST = "host"
    VARIANT = "variant"
    RENAMED = "renamed"
    PERMALINK = "permalink"
    CAPTURE = "capture"
    BY_HAND = "by_hand"


class ListFormat(StrEnum):
    """How proposals are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


DossierOption = Annotated[str, typer.Option(help=_("One dossier only: its short name."))]
HostOption = Annotated[str, typer.Option(help=_("Links of this site only: the old address's."))]
KindOption = Annotated[
    Kind | None, typer.Option(help=_("Proposals of this kind only."), show_default=False)
]
UrlArgument = Annotated[str, typer.Argument(help=_("The URL, as cited."), metavar="URL")]
WithOption = Annotated[
    str, typer.Option("--with", help=_("Which of the proposed addresses; by default, the best."))
]
ReasonOption = Annotated[str, typer.Option(help=_("Why; others will read it."))]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help=_("Tell what would be done, and record nothing."))
]


@app.command("list", help=_("Show what is proposed, and what was decided."))
def list_(
    ctx: typer.Context,
    dossier: DossierOption = "",
    host: HostOption = "",
    kind: KindOption = None,
    state: Annotated[
        Standing, typer.Option(help=_("What is proposed, accepted, or rejected."))
    ] = Standing.PROPOSED,
    form: Annotated[
        ListFormat, typer.Option("--format", help=_("Form of the output."))
    ] = ListFormat.TEXT,
) -> None:
    """Print the proposals by dossier and reference."""
    from perenne.report import proposals
    from perenne.runs.proposed import Narrowing, listed

    context: Context = ctx.obj
    with context.service() as service:
        asked = Narrowing(dossier, None, host, kind.value if kind else "")
        found = listed(service, asked, state)
        zone = service.settings.schedule.zone
    if form is ListFormat.JSON:
        typer.echo(proposals.document(found, zone).encode(), nl=False)
    elif form is ListFormat.CSV:
        sys.stdout.buffer.write(proposals.csv_table(found, zone))
    else:
        for line in (*proposals.lines(found, zone), _figure(len(found), state)):
            typer.echo(line)


def _deciding(*, accepts: bool) -> Callable[..., None]:
    """Return the command that accepts, or the one that turns down: both are asked alike."""

    def decide(
        ctx: typer.Context,
        url: UrlArgument = "",
        which: WithOption = "",
        dossier: DossierOption = "",
        host: HostOption = "",
        kind: KindOption = None,
        author: AuthorOption = "",
        reason: ReasonOption = "",
        centre: CentreOption = "",
        dry_run: DryRunOption = False,
    ) -> None:
        """Note what was decided; no dossier is rewritten."""
        asked = (url, which, dossier, host, kind.value if kind else "")
        _decide(ctx, asked, (author, reason, centre), accepts=accepts, dry_run=dry_run)

    return decide


app.command("accept", help=_("Accept proposed addresses, one or many."))(_deciding(accepts=True))
app.command("reject", help=_("Turn down proposed addresses, one or many."))(
    _deciding(accepts=False)
)


def _decide(
    ctx: typer.Context,
    asked: tuple[str, str, str, str, str],
    said: tuple[str, str, str],
    *,
    accepts: bool,
    dry_run: bool,
) -> None:
    from perenne.runs.choosing import Word, choose_many, choose_one
    from perenne.runs.proposed import Narrowing
    from perenne.texts.plain import one_line

    url, which, dossier, host, kind = asked
    author, reason, centre = said
    _well_asked(url, which, {"--dossier": dossier, "--host": host, "--kind": kind})
    word = Word(accepts, author_of(author), one_line(reason), centre or None, dry_run)
    context: Context = ctx.obj
    with context.service() as service:
        zone = service.settings.schedule.zone
        if url:
            made = [choose_one(service, url, which, word)]
        else:
            made = choose_many(service, Narrowing(dossier, None, host, kind), word)
    _tell(made, zone, accepts=accepts)
    if dry_run:
        typer.echo(_("Only a trial: nothing was recorded."))


def _well_asked(url: str, which: str, narrowing: dict[str, str]) -> None:
    """Raise `ChoiceError` unless one link is named, or many are meant."""
    from perenne.runs.meant import ChoiceError

    given = [option for option, value in narrowing.items() if value]
    if url and given:
        raise ChoiceError("named_and_meant", given[0])
    if which and not url:
        raise ChoiceError("with_alone")
    if not url and not given:
        raise ChoiceError("nothing_named")


def _tell(made: Sequence[Choice], zone: tzinfo, *, accepts: bool) -> None:
    from perenne.report.overlays import said
    from perenne.texts.plain import address

    for each in made:
        fate = _fate(each, accepts=accepts)
        typer.echo(f"{fate} · {address(each.link.url)} → {address(each.url)}")
        if each.known:
            typer.echo(f"    {said(each.known, zone)}")
    new = sum(each.known is None for each in made)
    figures = []
    if new and accepts:
        figures.append(
            plural("{n} proposed address accepted", "{n} proposed addresses accepted", new)
        )
    elif new:
        figures.append(
            plural("{n} proposed address turned down", "{n} proposed addresses turned down", new)
        )
    if new < len(made):
        figures.append(plural("{n} already known", "{n} already known", len(made) - new))
    typer.echo(" · ".join(figures))


def _fate(choice: Choice, *, accepts: bool) -> str:
    if choice.known:
        return _("already accepted") if accepts else _("already turned down")
    if choice.takes_back:
        return (
            _("accepted, no longer turned down")
            if accepts
            else _("turned down, no longer accepted")
        )
    return _("accepted") if accepts else _("turned down")


def _figure(n: int, standing: Standing) -> str:
    if standing is Standing.ACCEPTED:
        return plural("{n} address accepted", "{n} addresses accepted", n)
    if standing is Standing.REJECTED:
        return plural("{n} address turned down", "{n} addresses turned down", n)
    return plural("{n} address proposed", "{n} addresses proposed", n)
