"""The parts, and what the first judging of each gave, before any rule was touched for it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.labelled import first, fourth, second, third
from tests.labelled.collecting import cases_of
from tests.labelled.labelled import Labelled


@dataclass(frozen=True)
class Part:
    """Cases that came together; `first_run` is told as it was, and never measured again."""

    name: str
    cases: tuple[Labelled, ...]
    first_run: str


PARTS = (
    Part(
        "First part",
        cases_of(first),
        "0 of 283 living links called broken, 11 of 149 broken ones called alive, 458 of 477 right",
    ),
    Part(
        "Second part",
        cases_of(second),
        "3 of 400 living links called broken, 16 of 196 broken ones called alive, 611 of 657 right",
    ),
    Part(
        "Third part",
        cases_of(third),
        "0 of 193 living links called broken, 3 of 94 broken ones called alive, 308 of 320 right",
    ),
    Part(
        "Fourth part",
        cases_of(fourth),
        "0 of 181 living links called broken, 0 of 104 broken ones called alive, 313 of 317 right",
    ),
)
CASES: tuple[Labelled, ...] = tuple(case for part in PARTS for case in part.cases)
