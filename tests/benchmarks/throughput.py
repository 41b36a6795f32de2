"""How many links a second are checked and remembered, on loopback, politeness off."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from tests.benchmarks import rivals
from tests.benchmarks.loopback import addresses, spread
from tests.benchmarks.nginx import NGINX, TIMED, serving
from tests.benchmarks.pages import living_page
from tests.benchmarks.passes import Installation, unhindered
from tests.benchmarks.sizes import Size
from tests.benchmarks.timing import Figure, Took, median, median_ratio

BODIES = 797
"""Different pages, so that remembering bytes seen before helps nobody much.

A prime number: every page of a host is another one.
"""
_NIGHTS = ("first night", "unchanged night")
Rates = Sequence[float | None]


def figures(size: Size, folder: Path) -> Iterator[Figure]:
    """Yield the rates side by side, then ours as ratios to theirs."""
    runs = list(_runs(size, folder)) if NGINX else [(None,) * 4] * size.runs
    lychee, linkchecker, *nights = zip(*runs, strict=True)
    yield Figure("throughput: lychee", median(lychee), "links/s")
    yield Figure("throughput: LinkChecker, on a sample", median(linkchecker), "links/s")
    for name, rates in zip(_NIGHTS, nights, strict=True):
        yield Figure(f"throughput: Pérenne, {name}", median(rates), "links/s")
        yield Figure(f"throughput: {name}", median_ratio(rates, lychee), "× lychee")
        yield Figure(f"throughput: {name}", median_ratio(rates, linkchecker), "× LinkChecker")


def _runs(size: Size, folder: Path) -> Iterator[Rates]:
    hosts = addresses(size.hosts)
    with serving(folder / "nginx", hosts, BODIES, _body) as port:
        urls = list(spread(size.links, hosts, port, BODIES))
        for number in range(size.runs):
            ours = Installation(folder / str(number), urls, **unhindered(port))
            yield _run(ours, folder, urls, size.sample)


def _run(ours: Installation, folder: Path, urls: list[str], sample: int) -> Rates:
    all_, some = (_listed(folder / f"{n}-urls.txt", urls, n) for n in (len(urls), sample))
    return (
        _rate(len(urls), rivals.lychee(all_, rivals.UNHINDERED)),
        _rate(sample, rivals.linkchecker(some, folder / "nginx" / TIMED)),
        *(_rate(len(urls), ours.one_pass()) for _ in _NIGHTS),
    )


def _body(number: int) -> bytes:
    return living_page(20_000, str(number))


def _listed(file: Path, urls: list[str], count: int) -> Path:
    file.write_text("\n".join(islice(urls, count)))
    return file


def _rate(count: int, took: Took | None) -> float | None:
    """Return the links a second; what did not read all pages has no rate."""
    if took is None:
        return None
    if took.alive != count:
        raise RuntimeError(f"only {took.alive} of {count} living pages were found alive")
    return count / took.seconds
