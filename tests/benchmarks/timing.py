"""Times a piece of work several times and tells the median."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the outcome; `value` is None where a tool for it is missing."""

    name: str
    value: float | None
    unit: str

    @property
    def told(self) -> str:
        """Return value and unit in words."""
        return "not here" if self.value is None else f"{self.value:,.2f} {self.unit}"

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.name:<66} {'not here':>10}"
        return f"{self.name:<66} {self.value:>10,.2f} {self.unit}"


@dataclass(frozen=True)
class Took:
    """What checking a list of links took, and how many of them it found alive."""

    seconds: float
    alive: int


def median(values: Sequence[float | None]) -> float | None:
    """Return the median, None where the tool was missing."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def median_ratio(ours: Sequence[float | None], theirs: Sequence[float | None]) -> float | None:
    """Return the median of the ratios, run by run, so that a busy moment harms both alike."""
    pairs = zip(ours, theirs, strict=True)
    return median([a / b for a, b in pairs if a is not None and b is not None])


def median_seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of `work` over `rounds`, one round of warming up left out."""
    work()
    return statistics.median(seconds(work) for _ in range(rounds))


def seconds(work: Callable[[], object]) -> float:
    """Return the time of `work`."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
