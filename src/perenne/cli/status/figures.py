"""The figures of a run, by family of verdict."""

from __future__ import annotations

from collections import Counter

from perenne.domain.runs import Run
from perenne.domain.verdicts import Family, VerdictKind


def figures(run: Run) -> dict[str, int]:
    """Return how many links a run has checked, and how many gave each family of verdict.

    `unchecked` is part of `undecided`, as in the JSON of `check`. All are 0 while it runs.
    """
    families: Counter[Family] = Counter()
    for kind, count in run.counts.items():
        families[VerdictKind(kind).family] += count
    return {
        "links": families.total(),
        **{family.value: families[family] for family in Family},
        "unchecked": run.counts.get(VerdictKind.UNCHECKED.value, 0),
    }
