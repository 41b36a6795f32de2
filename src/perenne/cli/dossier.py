"""``perenne dossier``: the registered dossiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.commands import Commands
from perenne.cli.context import Context
from perenne.domain.people import Pace
from perenne.texts import _, plural
from perenne.texts.plain import one_line

if TYPE_CHECKING:
    from perenne.store.dossiers import DossierSummary

app = Commands()
Slug = Annotated[
    str, typer.Argument(help=_("Its short name, as `dossier list` shows it."), metavar=_("NAME"))
]


@app.command("list", help=_("List the dossiers and how their links stand."))
def list_(ctx: typer.Context) -> None:
    """Print one line or two for each dossier."""
    from perenne.store import dossiers

    context: Context = ctx.obj
    with context.service() as service, service.database.reading() as session:
        summaries = dossiers.summaries(session, service.clock.now())
    if not summaries:
        typer.echo(_("No dossier yet: `perenne add FILE` registers one."))
    for summary in summaries:
        typer.echo(f"{summary.slug}  ({_status(summary.status.value)})")
        typer.echo(
            f"  {one_line(summary.title)}" + (f" · {summary.centre}" if summary.centre else "")
        )
        typer.echo(f"  {_figures(summary)}")


@app.command("show", help=_("Show a dossier, its readers, and the links that need a hand."))
def show(ctx: typer.Context, slug: Slug) -> None:
    """Print the figures, the readers, and every link that is not alive."""
    from perenne.cli.telling import print_standing
    from perenne.store import dossiers, links, recipients

    context: Context = ctx.obj
    with context.service() as service, service.database.reading() as session:
        now = service.clock.now()
        summary = next((s for s in dossiers.summaries(session, now) if s.slug == slug), None)
        _known(summary is not None, slug)
        zone = service.settings.schedule.zone
        readers = [r for r in recipients.subscriptions(session) if r.dossier_slug == slug]
        standing = links.statuses(session, links.cited(session, [slug]), now=now)
    assert summary is not None
    typer.echo(f"{one_line(summary.title)}\n{_figures(summary)}")
    for reader in readers:
        typer.echo(f"- {reader.address} ({_pace(reader.pace)})")
    print_standing([link.within({slug}) for link in standing], zone)


@app.command("rename", help=_("Give a dossier another title."))
def rename(
    ctx: typer.Context,
    slug: Slug,
    title: Annotated[str, typer.Argument(help=_("Its new title."), metavar=_("TITLE"))],
) -> None:
    """Change the title; the short name stays."""
    from perenne.cli.refusals import EmptyTitleError

    if not one_line(title):
        raise EmptyTitleError
    from perenne.store import dossiers

    context: Context = ctx.obj
    with context.service() as service, service.database.transaction() as session:
        _known(dossiers.rename(session, slug, one_line(title)), slug)
    typer.echo(_("Renamed."))


@app.command("pause", help=_("Stop checking a dossier for a while; its history stays."))
def pause(ctx: typer.Context, slug: Slug) -> None:
    """Pause."""
    _set(ctx, slug, "paused")
    typer.echo(_("Paused: `perenne dossier resume {slug}` goes on.", slug=slug))


@app.command("resume", help=_("Check a paused or retired dossier again."))
def resume(ctx: typer.Context, slug: Slug) -> None:
    """Resume."""
    _set(ctx, slug, "active")
    typer.echo(_("Resumed."))


@app.command("retire", help=_("Stop checking a dossier for good; its history stays."))
def retire(ctx: typer.Context, slug: Slug) -> None:
    """Retire."""
    _set(ctx, slug, "retired")
    typer.echo(_("Retired: its links are no longer checked, their history stays."))


@app.command("notify", help=_("Choose who is told of a dossier, and how often."))
def notify(
    ctx: typer.Context,
    slug: Slug,
    address: Annotated[str, typer.Argument(help=_("Mail address."), metavar=_("ADDRESS"))],
    pace: Annotated[Pace | None, typer.Option(help=_("How often."))] = None,
    stop: Annotated[bool, typer.Option("--stop", help=_("Tell this address no more."))] = False,
) -> None:
    """Subscribe or unsubscribe an address."""
    from perenne.cli.refusals import NotAReaderError
    from perenne.runs.registering import checked_addresses, subscribe
    from perenne.store import recipients

    [bare] = checked_addresses([address])
    context: Context = ctx.obj
    with context.service() as service, service.database.transaction() as session:
        _known(slug in service.slugs(), slug)
        if stop:
            if not recipients.unsubscribe(session, bare, dossier_slug=slug):
                raise NotAReaderError(bare)
        else:
            subscribe(service, session, bare, slug, pace)
    typer.echo(
        _("{address} is told no more.", address=bare)
        if stop
        else _("{address} will be told.", address=bare)
    )


def _set(ctx: typer.Context, slug: str, status: str) -> None:
    from perenne.store import dossiers

    context: Context = ctx.obj
    with context.service() as service, service.database.transaction() as session:
        _known(dossiers.set_status(session, slug, dossiers.DossierStatus(status)), slug)


def _known(found: bool, slug: str) -> None:
    from perenne.store.recipients import UnknownDossierError

    if not found:
        raise UnknownDossierError(slug)


def _figures(summary: DossierSummary) -> str:
    figures = [
        plural("{n} reference", "{n} references", summary.references),
        plural("{n} link", "{n} links", summary.links),
        plural("{n} broken", "{n} broken", summary.broken),
        plural("{n} to check by hand", "{n} to check by hand", summary.undecided),
        plural("{n} in doubt", "{n} in doubt", summary.suspect),
    ]
    if summary.new:
        figures.append(plural("{n} not yet known", "{n} not yet known", summary.new))
    if summary.dismissed:
        figures.append(plural("{n} dismissed by you", "{n} dismissed by you", summary.dismissed))
    return " · ".join(figures)


def _status(status: str) -> str:
    return {"active": _("checked"), "paused": _("paused"), "retired": _("retired")}[status]


def _pace(pace: Pace) -> str:
    return {
        Pace.NIGHTLY: _("every night"),
        Pace.WEEKLY: _("every week"),
        Pace.MONTHLY: _("every month"),
    }[pace]
