"""How much more memory a pass takes for many links than for few, over all its processes."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.loopback import addresses, spread
from tests.benchmarks.nginx import NGINX, serving
from tests.benchmarks.pages import living_page
from tests.benchmarks.passes import Installation, unhindered
from tests.benchmarks.resident import PROC, Watch
from tests.benchmarks.sizes import Size
from tests.benchmarks.timing import Figure

_HOSTS = 500
"""More than there are lanes, in both passes: only the number of links differs."""
_BODIES = 97


def figures(size: Size, folder: Path) -> Iterator[Figure]:
    """Yield the peaks and the growth between them."""
    counts = (size.few, size.many)
    peaks = list(_peaks(folder, counts)) if NGINX and PROC.is_dir() else [None, None]
    for count, peak in zip(counts, peaks, strict=True):
        yield Figure(f"memory: all processes, {count:,} links", peak, "MB")
    few, many = peaks
    growth = None if few is None or many is None else many - few
    yield Figure(f"memory: growth from {size.few:,} to {size.many:,} links", growth, "MB")


def _peaks(folder: Path, counts: tuple[int, int]) -> Iterator[float]:
    hosts = addresses(_HOSTS)
    with serving(folder / "nginx", hosts, _BODIES, _body) as port:
        for count in counts:
            urls = spread(count, hosts, port, _BODIES)
            installation = Installation(folder / str(count), urls, **unhindered(port))
            process = installation.begin()
            with Watch(process) as watch:
                installation.end(process)
            yield watch.peak


def _body(number: int) -> bytes:
    return living_page(1_000, str(number))
