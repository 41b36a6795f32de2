"""Shows how far a pass is: a bar on a terminal, nothing that disturbs a pipe elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from perenne.domain.links import Result
from perenne.runs.orders import Following
from perenne.texts import _


@contextmanager
def following(*, archive: bool) -> Iterator[Following]:
    """Give what follows a pass; the bar is drawn on the error output while it lasts."""
    if not sys.stderr.isatty():
        yield Following(archive=archive)
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
