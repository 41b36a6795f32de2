"""How long a realistic web takes from the first request to the last, politeness kept."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks import visitors
from tests.benchmarks.plan import Page, bound, draw, requests
from tests.benchmarks.sizes import Size
from tests.benchmarks.timing import Figure, Took, median
from tests.benchmarks.visiting import Visit, Web


def figures(size: Size, folder: Path) -> Iterator[Figure]:
    """Yield our time and lychee's as ratios to the least that the politeness allows.

    We look twice at what fails and lychee looks once: each is held to its own least.
    """
    pages = draw(size.web_links, size.web_hosts, size.scale)
    web = Web(folder, size, pages)
    ours, theirs = [], []
    for number in range(size.runs):
        ours.append(web.visited(partial(visitors.perenne, size.scale, number)))
        theirs.append(web.visited(partial(visitors.lychee, size.scale)))
    for name, visits, twice in (("Pérenne", ours, True), ("lychee", theirs, False)):
        least = bound(pages, visitors.manners(size.scale), twice=twice)
        yield Figure(f"makespan: least for {name}", least, "s")
        yield from _held_to(least, name, [each.took for each in visits if each.took])
        yield Figure(f"makespan: missed by {name}", _missed(pages, visits), "links")
        planned = requests(pages, twice=twice)
        made = median([each.requests / planned for each in visits if each.took])
        yield Figure(f"makespan: requests of {name}", made, "× those planned")


def _held_to(least: float, name: str, times: Sequence[Took]) -> Iterator[Figure]:
    taken = median([took.seconds for took in times])
    yield Figure(f"makespan: {name}", taken, "s")
    yield Figure(f"makespan: {name}", taken and taken / least, "× the least")


def _missed(pages: Sequence[Page], visits: Sequence[Visit]) -> float | None:
    """Return how many living pages were not found alive."""
    living = sum(not page.fails for page in pages)
    return median([living - each.took.alive for each in visits if each.took])
