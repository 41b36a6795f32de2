"""Shows how far a pass is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from perenne.cli.pace import Pace
from perenne.domain.links import Result
from perenne.runs.orders import Following
from perenne.texts import _, plural

_LINKS_BETWEEN_LINES = 100
_SECONDS_BETWEEN_LINES = 10


@contextmanager
def following(*, archive: bool) -> Iterator[Following]:
    """Give what follows a pass. All is written on the error output."""
    if sys.stderr.isatty():
        with _with_a_bar(archive=archive) as watch:
            yield watch
    else:
        yield _in_lines(archive=archive)


@contextmanager
def _with_a_bar(*, archive: bool) -> Iterator[Following]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn
    from rich.text import Text

    pace = Pace()

    class Said(ProgressColumn):
        """What the pace says, anew at each refresh."""

        def render(self, _task: object) -> Text:
            return Text(pace.sentence(), overflow="ellipsis", no_wrap=True)

    columns = (TextColumn("{task.description}"), BarColumn(20), MofNCompleteColumn(), Said())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(_("Checking links"), total=None)

        def begin(total: int) -> None:
            pace.begin(total)
            progress.update(task, total=total)

        def seen(result: Result) -> None:
            pace.seen(result)
            progress.advance(task)

        yield Following(begin=begin, taken=pace.taken, seen=seen, archive=archive)


def _in_lines(*, archive: bool) -> Following:
    """Tell how many links there are, then each hundred, or each ten seconds, how it goes."""
    pace, told = Pace(), [time.monotonic()]

    def begin(total: int) -> None:
        pace.begin(total)
        print(plural("Checking {n} link…", "Checking {n} links…", total), file=sys.stderr)

    def seen(result: Result) -> None:
        pace.seen(result)
        now = time.monotonic()
        if pace.done % _LINKS_BETWEEN_LINES and now - told[0] < _SECONDS_BETWEEN_LINES:
            return
        told[0] = now
        so_far = plural(
            "{n} link checked of {total}",
            "{n} links checked of {total}",
            pace.done,
            total=pace.total,
        )
        print(" · ".join(filter(None, (so_far, pace.sentence()))), file=sys.stderr)

    return Following(begin=begin, taken=pace.taken, seen=seen, archive=archive)
