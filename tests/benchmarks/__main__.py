"""``python -m tests.benchmarks [smoke]``."""

import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tests.benchmarks import makespan, memory, page, reading, starting, throughput
from tests.benchmarks.loopback import raise_open_files
from tests.benchmarks.sizes import FULL, SMOKE, Size
from tests.benchmarks.timing import Figure


def main() -> None:
    """Print every figure as it comes; a full run writes ``docs/benchmarks.md`` too."""
    size = SMOKE if "smoke" in sys.argv else FULL
    raise_open_files()
    seen = []
    for figure in _figures(size):
        print(figure, flush=True)
        seen.append(figure)
    if size is FULL:
        page.write(seen, size)


def _figures(size: Size) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from chain(
            starting.figures(size.rounds),
            reading.figures(size.rounds),
            throughput.figures(size, folder / "throughput"),
            makespan.figures(size, folder / "makespan"),
            memory.figures(size, folder / "memory"),
        )


if __name__ == "__main__":
    main()
