"""The form of a rule, and of what it says."""

from __future__ import annotations

from collections.abc import Callable

from perenne.domain.cases import Ask, Case
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind

_LONGEST_FACT = 300

Answer = Verdict | Ask | None
"""A conclusion, a question, or nothing to say."""

Rule = Callable[[Case], Answer]
"""A pure function. Facts in its evidence are the same every night while nothing changes."""


def conclude(
    kind: VerdictKind, rule: str, code: str, fact: str = "", *, moved_to: str | None = None
) -> Verdict:
    """Return a verdict with one piece of evidence; a `Failure` is a code by its value."""
    return Verdict(kind, (Evidence(rule, str(code), fact[:_LONGEST_FACT]),), moved_to=moved_to)
