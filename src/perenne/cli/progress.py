"""Shows how far a pass is: a bar on a terminal, nothing that disturbs a pipe elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from perenne.domain.links import Result
from perenne.runs.orders import Following
from perenne.texts import _, plural


@contextmanager
def following(*, archive: bool) -> Iterator[Following]:
    """Give what follows a pass: a bar on a terminal, a line now and then elsewhere.

    Both are written on the error output.
    """
    if not sys.stderr.isatty():
        yield _quietly(archive=archive)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(_("Checking links"), total=None)

        def seen(_result: Result) -> None:
            progress.advance(task)

        def begin(count: int) -> None:
            progress.update(task, total=count)

        yield Following(begin=begin, seen=seen, archive=archive)


def _quietly(*, archive: bool) -> Following:
    """Tell how many links there are, then each hundred that is done."""
    done = count(1)

    def begin(total: int) -> None:
        print(plural("Checking {n} link…", "Checking {n} links…", total), file=sys.stderr)

    def seen(_result: Result) -> None:
        n = next(done)
        if n % 100 == 0:
            print(plural("{n} link checked", "{n} links checked", n), file=sys.stderr)

    return Following(begin=begin, seen=seen, archive=archive)
