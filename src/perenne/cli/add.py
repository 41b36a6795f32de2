"""``perenne add``: registers a dossier, or refreshes it with its new edition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.cli.exits import ExitCode
from perenne.cli.files import Gathered, read_dossiers
from perenne.cli.read import print_findings
from perenne.texts import _, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perenne.store.registration import Registration

_MOST_SHOWN = 30
"""Of what came, went or changed: an edition changes less, another dossier everything."""


def add(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            help=_("The dossier's file or URL, or a folder of them."), metavar=_("FILE")
        ),
    ],
    title: Annotated[str, typer.Option(help=_("Its title, where the file tells another."))] = "",
    centre: Annotated[str, typer.Option(help=_("The centre that publishes it."))] = "",
    notify: Annotated[
        list[str] | None, typer.Option(help=_("Mail address to tell; may be repeated."))
    ] = None,
    slug: Annotated[
        str, typer.Option(help=_("The registered dossier to refresh, where its title changed."))
    ] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Refuse a dossier in which something looks odd."))
    ] = False,
) -> ExitCode:
    """Read, register, subscribe; print what was found and what looked odd."""
    from perenne.cli.refusals import OneFileError
    from perenne.runs.registering import checked_addresses, register

    addresses = checked_addresses(notify or [])
    folder = Path(source).is_dir()
    if folder and (title or slug):
        raise OneFileError("--title" if title else "--slug")
    context: Context = ctx.obj
    read = read_dossiers(context, source, strict=strict)
    gathered = _with_links(read, folder=folder).enough(strict=strict)
    with context.service() as service:
        done = [
            register(
                service,
                dossier,
                file_name=path.name,
                slug=slug,
                title=title,
                centre=centre,
                addresses=addresses,
            )
            for path, dossier in gathered.dossiers
        ]
    for (path, dossier), change in zip(gathered.dossiers, done, strict=True):
        if folder:
            typer.secho(f"== {path} ==", bold=True)
        print_findings(dossier)
        _print_changes(change)
        if folder:
            typer.echo()
    return gathered.tell()


def _with_links(gathered: Gathered, *, folder: bool) -> Gathered:
    """Refuse the dossiers that hold no link; raises `EmptyDossierError` for a file given alone.

    Of two files with the same title the second would take the place of the first: it is refused.
    """
    from perenne.cli.refusals import EmptyDossierError, SameTitleError
    from perenne.store.dossiers import slug_for

    kept = Gathered(refused=gathered.refused)
    titles: set[str] = set()
    for path, dossier in gathered.dossiers:
        if dossier.citations and slug_for(dossier.title) in titles:
            kept.refused.append((path, SameTitleError(str(path))))
        elif dossier.citations:
            titles.add(slug_for(dossier.title))
            kept.dossiers.append((path, dossier))
        elif folder:
            kept.refused.append((path, EmptyDossierError(str(path))))
        else:
            raise EmptyDossierError(str(path))
    return kept


def _print_changes(done: Registration) -> None:
    if done.is_new:
        typer.echo(_("Registered as {slug}.", slug=done.slug))
    else:
        typer.echo(_("{slug} is refreshed:", slug=done.slug))
        for count, text, these in _differences(done):
            if count:
                _print_some(text, these)
    typer.echo(_("`perenne check {slug}` checks it now.", slug=done.slug))


def _differences(done: Registration) -> Iterator[tuple[int, str, Sequence[str]]]:
    """Yield what came, went, changed and stayed: how many, in words, and which."""
    from perenne.texts.plain import address, one_line

    came, went, changed = (
        [one_line(title) or _("(untitled)") for title in titles]
        for titles in (done.added, done.withdrawn, done.changed)
    )
    new, gone = ([address(url) for url in urls] for urls in (done.urls_added, done.urls_withdrawn))
    kept = done.kept
    yield len(came), plural("{n} reference came", "{n} references came", len(came)), came
    yield len(went), plural("{n} reference went", "{n} references went", len(went)), went
    text = plural("{n} reference changed", "{n} references changed", len(changed))
    yield len(changed), text, changed
    yield kept, plural("{n} reference stayed", "{n} references stayed", kept), ()
    yield len(new), plural("{n} new link", "{n} new links", len(new)), new
    text = plural("{n} link no longer cited", "{n} links no longer cited", len(gone))
    yield len(gone), text, gone


def _print_some(text: str, these: Sequence[str]) -> None:
    typer.echo(f"- {text}")
    for each in these[:_MOST_SHOWN]:
        typer.echo(f"  - {each}")
    if (more := len(these) - _MOST_SHOWN) > 0:
        typer.echo(f"  {plural('and {n} more.', 'and {n} more.', more)}")
