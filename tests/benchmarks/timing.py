"""Times a piece of work several times and tells the median."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the outcome."""

    name: str
    value: float
    unit: str

    def __str__(self) -> str:
        return f"{self.name:<58} {self.value:>10,.2f} {self.unit}"


def median_seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of `work` over `rounds`, one round of warming up left out."""
    work()
    return statistics.median(_seconds(work) for _ in range(rounds))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
