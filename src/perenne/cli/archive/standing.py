"""``perenne archive status``: the queue, the budget, what failed, and what the copies show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from typing import TYPE_CHECKING

import typer

from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.archive.standing import Standing
    from perenne.settings import Wayback


def print_standing(standing: Standing, wayback: Wayback, zone: tzinfo) -> None:
    """Write the figures under their headings."""
    for heading, lines in _parts(standing, wayback, zone):
        typer.secho(heading, bold=True)
        for line in lines:
            typer.echo(f"  {line}")


def _parts(standing: Standing, wayback: Wayback, zone: tzinfo) -> Iterator[tuple[str, list[str]]]:
    from perenne.texts.archiving import count_of_copies, count_of_look_ups, request_name

    yield (
        _("Pages to be saved"),
        [f"{count:6} {request_name(name.value)}" for name, count in standing.requests.items()],
    )
    yield _("Today"), list(_today(standing, wayback, zone))
    if standing.failures:
        yield _("Troubles"), list(_failures(standing))
    copies = [count_of_copies(name.value, n) for name, n in standing.captures.items()]
    yield _("Copies"), copies
    searches = [count_of_look_ups(name.value, n) for name, n in standing.look_ups.items()]
    yield _("Searches for copies of broken links"), searches


def _today(standing: Standing, wayback: Wayback, zone: tzinfo) -> Iterator[str]:
    from perenne.report.dates import minute

    yield plural(
        "{n} page sent of {most} a day (the archive's day begins at 00:00 UTC)",
        "{n} pages sent of {most} a day (the archive's day begins at 00:00 UTC)",
        standing.sent_today,
        most=wayback.per_day,
    )
    if standing.oldest_waiting:
        yield _("The oldest request waits since {at}", at=minute(standing.oldest_waiting, zone))
    if standing.held_until:
        yield _("Nothing is sent before {at}", at=minute(standing.held_until, zone))


def _failures(standing: Standing) -> Iterator[str]:
    from perenne.texts.archiving import failure_name

    for group, codes in sorted(standing.failures.items()):
        told = ", ".join(f"{code} {count}" for code, count in codes.most_common())
        yield f"{codes.total():6} {failure_name(group)} ({told})"
