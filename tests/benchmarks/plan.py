"""A realistic web, drawn from a seed: which host has how many pages, and how each answers."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_ZIPF = 0.7
_MEDIAN, _SIGMA = 0.18, 0.8
"""Seconds to an answer, lognormal: one in a hundred takes more than a second."""
_HANG, _FAIL = 0.02, 0.03
_SEED = 20_261_125


@dataclass(frozen=True)
class Page:
    """How an address answers: after `seconds`, never where they are None, always the same."""

    host: int
    seconds: float | None
    status: int = 200

    @property
    def fails(self) -> bool:
        """Tell whether a careful checker looks twice."""
        return self.seconds is None or self.status != 200


@dataclass(frozen=True)
class Manners:
    """The politeness towards each host, and how long an answer is waited for."""

    interval: float
    connections: int
    patience: float


def draw(links: int, hosts: int, scale: float) -> list[Page]:
    """Return the pages, host by host, the largest first."""
    chance = random.Random(_SEED)
    return [_page(host, scale, chance) for host in _hosts(links, hosts)]


def bound(pages: Sequence[Page], manners: Manners, *, twice: bool) -> float:
    """Return the seconds that nobody with these manners can beat.

    A host with n requests takes n − 1 intervals between their starts, and at least the sum of
    their durations shared among its connections. `twice`: what fails is looked at once more.
    """
    lanes = groupby(pages, key=lambda page: page.host)
    return max(_lane(list(_looks(lane, manners, twice=twice)), manners) for _host, lane in lanes)


def requests(pages: Sequence[Page], *, twice: bool) -> int:
    """Return how many requests the plan takes."""
    return len(pages) + (sum(page.fails for page in pages) if twice else 0)


def _looks(lane: Iterator[Page], manners: Manners, *, twice: bool) -> Iterator[float]:
    for page in lane:
        seconds = manners.patience if page.seconds is None else page.seconds
        yield from [seconds] * (2 if twice and page.fails else 1)


def _lane(looks: Sequence[float], manners: Manners) -> float:
    return max((len(looks) - 1) * manners.interval, sum(looks) / manners.connections)


def _hosts(links: int, hosts: int) -> Iterator[int]:
    """Yield the host of each link: the k-th largest has a share of k to the power of −0.7."""
    weights = [(k + 1) ** -_ZIPF for k in range(hosts)]
    reached, total = 0.0, sum(weights)
    for host, weight in enumerate(weights):
        before, reached = round(links * reached / total), reached + weight
        yield from [host] * (round(links * reached / total) - before)


def _page(host: int, scale: float, chance: random.Random) -> Page:
    drawn, seconds = chance.random(), chance.lognormvariate(0, _SIGMA) * _MEDIAN * scale
    if drawn < _HANG:
        return Page(host, None)
    return Page(host, seconds, 500 if drawn < _HANG + _FAIL else 200)
