"""Writes the outcome of a check: for a reader, or for a program."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from perenne.cli.formats import CheckFormat
from perenne.domain import offers
from perenne.domain.links import LinkStatus
from perenne.domain.runs import RunStatus
from perenne.domain.states import State
from perenne.domain.verdicts import Family, Verdict, VerdictKind
from perenne.texts import _, plural
from perenne.texts.plain import address, one_line
from perenne.texts.reasons import note, reason, verdict_name

if TYPE_CHECKING:
    from perenne.runs.demand import Checked


class Group(StrEnum):
    """How links are grouped for a reader: by family.

    What could not be checked stands apart, and so does what is not well and was dismissed.
    """

    BROKEN = Family.BROKEN.value
    UNDECIDED = Family.UNDECIDED.value
    UNCHECKED = "unchecked"
    DISMISSED = "dismissed"
    ALIVE = Family.ALIVE.value


_STANDING = (State.BROKEN, State.UNDECIDED)
_COLOURS = {Family.BROKEN: "red", Family.UNDECIDED: "yellow", Family.ALIVE: "green"}


def print_checked(checked: Checked, form: CheckFormat, zone: tzinfo) -> None:
    """Write the outcome on the standard output."""
    from perenne.report import json, junit, tables

    if form is CheckFormat.JSON:
        typer.echo(json.document(checked.run, checked.links).encode(), nl=False)
    elif form is CheckFormat.JUNIT:
        typer.echo(junit.document(checked.links).encode(), nl=False)
    elif form is CheckFormat.CSV:
        typer.echo(tables.csv_table(checked.links, zone), nl=False)
    else:
        print_links(checked.links, zone)
    _print_end(checked.run.status)


def _print_end(status: RunStatus) -> None:
    """Say on the error output that a check did not come to its end, and why."""
    if status is RunStatus.VOID:
        print(_("Nothing answers: our own network seems to be down."), file=sys.stderr)
        print(_("Nothing was counted against any link. Try again later."), file=sys.stderr)
    elif status is RunStatus.INTERRUPTED:
        print(_("Interrupted: what was seen is kept."), file=sys.stderr)


def print_links(links: Sequence[LinkStatus], zone: tzinfo) -> None:
    """Write links in groups, the broken ones first, then the figures; times in `zone`."""
    for group in Group:
        of_group = [link for link in links if _group(link) is group]
        if of_group:
            typer.secho(_heading(group, len(of_group)) + "\n", bold=True)
            for link in of_group:
                _print_link(link, zone)
    typer.secho(summary(links), bold=True)


def print_standing(links: Sequence[LinkStatus], zone: tzinfo) -> None:
    """Write the links that are believed broken, or that nobody could decide about."""
    standing = [link for link in links if link.state in _STANDING and link.verdict is not None]
    for link in standing:
        if not link.dismissed:
            typer.echo()
            _print_link(link, zone)
    dismissed = [link for link in standing if link.dismissed]
    if dismissed:
        typer.secho("\n" + _heading(Group.DISMISSED, len(dismissed)), bold=True)
    for link in dismissed:
        typer.echo()
        _print_link(link, zone)


def summary(links: Sequence[LinkStatus]) -> str:
    """Return the figures of a check in one line."""
    n = Counter(_group(link) for link in links)
    figures = [
        plural("{n} link", "{n} links", len(links)),
        plural("{n} broken", "{n} broken", n[Group.BROKEN]),
        plural("{n} to check by hand", "{n} to check by hand", n[Group.UNDECIDED]),
        plural("{n} alive", "{n} alive", n[Group.ALIVE]),
    ]
    if n[Group.UNCHECKED]:
        figures.append(plural("{n} not checked", "{n} not checked", n[Group.UNCHECKED]))
    if n[Group.DISMISSED]:
        dismissed = plural("{n} dismissed by you", "{n} dismissed by you", n[Group.DISMISSED])
        figures.append(dismissed)
    return " · ".join(figures)


def _print_link(link: LinkStatus, zone: tzinfo) -> None:
    verdict = link.verdict
    assert verdict is not None
    typer.secho(f"  {verdict_name(verdict.kind)}", fg=_COLOURS[verdict.family], nl=False)
    typer.echo(_titled(link))
    for line in _lines(link, verdict, zone):
        typer.echo(f"    {line}")
    typer.echo()


def _titled(link: LinkStatus) -> str:
    titles = [one_line(citation.title) for citation in link.citations if citation.title]
    return f" · {titles[0]}" if titles else ""


def _lines(link: LinkStatus, verdict: Verdict, zone: tzinfo) -> Iterator[str]:
    yield address(link.url)
    yield reason(verdict)
    if moved_to := offers.new_address(link):
        yield f"→ {address(moved_to)}"
    yield from (note(each) for each in verdict.notes)
    yield from _decisions(link, zone)


def _decisions(link: LinkStatus, zone: tzinfo) -> Iterator[str]:
    """Yield what people say of the link, each thing once."""
    told = {each.id: each for citation in link.citations for each in citation.said}
    if told:
        from perenne.report.overlays import said_with_address  # slow, and seldom needed

        yield from (said_with_address(each, zone) for each in told.values())


def _group(link: LinkStatus) -> Group:
    kind = link.verdict.kind if link.verdict else VerdictKind.UNCHECKED
    if link.dismissed and kind.family is not Family.ALIVE:
        return Group.DISMISSED
    return Group.UNCHECKED if kind is VerdictKind.UNCHECKED else Group(kind.family.value)


def _heading(group: Group, n: int) -> str:
    if group is Group.BROKEN:
        return plural("Broken ({n})", "Broken ({n})", n)
    if group is Group.UNDECIDED:
        return plural("To check by hand ({n})", "To check by hand ({n})", n)
    if group is Group.UNCHECKED:
        return plural("Not checked ({n})", "Not checked ({n})", n)
    if group is Group.DISMISSED:
        return plural("Dismissed by you ({n})", "Dismissed by you ({n})", n)
    return plural("Alive ({n})", "Alive ({n})", n)
