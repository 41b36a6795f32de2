"""How much is measured: all of it, or what fits in a minute and a half."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """One size of the benchmarks.

    `rounds` repeats what is small, `runs` what is large. `scale` multiplies every time of the
    simulated web, latencies and politeness alike.
    """

    rounds: int
    runs: int
    links: int
    hosts: int
    sample: int
    """Links for LinkChecker, which is slow."""
    web_links: int
    web_hosts: int
    scale: float
    memory: tuple[int, ...]
    """Links, from few to many, between which the growth of the memory is told."""


FULL = Size(
    rounds=9,
    runs=3,
    links=50_000,
    hosts=2_000,
    sample=2_000,
    web_links=3_000,
    web_hosts=400,
    scale=1.0,
    memory=(1_000, 100_000, 1_000_000),
)
SMOKE = Size(
    rounds=1,
    runs=1,
    links=2_000,
    hosts=200,
    sample=200,
    web_links=800,
    web_hosts=50,
    scale=0.1,
    memory=(1_000, 10_000),
)
