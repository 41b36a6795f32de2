"""How much more memory a pass takes for many links than for few, over all its processes."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.loopback import addresses, spread
from tests.benchmarks.nginx import NGINX, serving
from tests.benchmarks.pages import living_page
from tests.benchmarks.passes import Installation, unhindered
from tests.benchmarks.resident import PROC, Watch
from tests.benchmarks.sizes import Size
from tests.benchmarks.timing import Figure

_HOSTS = 500
"""More than there are lanes, in every pass: only the number of links differs."""
_PROCESSES = 2
"""Beside the pass's own, in every pass: by itself a short one has none."""
_BODIES = 97


def figures(size: Size, folder: Path) -> Iterator[Figure]:
    """Yield the peaks and the growth between them."""
    measured = NGINX and PROC.is_dir()
    peaks = list(_peaks(folder, size.memory)) if measured else [None] * len(size.memory)
    for count, peak in zip(size.memory, peaks, strict=True):
        yield Figure(f"memory: all processes, {count:,} links", peak, "MB")
    for (few, low), (many, high) in pairwise(zip(size.memory, peaks, strict=True)):
        growth = None if low is None or high is None else high - low
        yield Figure(f"memory: growth from {few:,} to {many:,} links", growth, "MB")


def _peaks(folder: Path, counts: tuple[int, ...]) -> Iterator[float]:
    hosts = addresses(_HOSTS)
    with serving(folder / "nginx", hosts, _BODIES, _body) as port:
        sections = unhindered(port) | {"limits": {"processes": _PROCESSES}}
        for count in counts:
            urls = spread(count, hosts, port, _BODIES)
            installation = Installation(folder / str(count), urls, **sections)
            process = installation.begin()
            with Watch(process) as watch:
                installation.end(process)
            yield watch.peak


def _body(number: int) -> bytes:
    return living_page(1_000, str(number))
