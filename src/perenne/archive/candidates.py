"""Which of several captures stands best in the place of a page: pure.

The last one at or before the date of the citation shows what its author saw (InternetArchiveBot
asks in the same order); else the first one after it. The others are told by their distance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from perenne.domain.captures import Judged
from perenne.domain.links import Capture
from perenne.domain.verdicts import Family, VerdictKind

MOST_OFFERED = 3
"""A human chooses: more is no choice."""
MOST_TRIED = 6
"""Of one archive and page; each costs it a request."""

_MONTH, _YEAR = timedelta(days=31), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capture that was seen to show the page. `confirmed`: under the cited title."""

    capture: Capture
    confirmed: bool = True
    behind_wall: bool = False


def in_order(captures: Iterable[Capture], cited_at: datetime) -> list[Capture]:
    """Return captures, the best choice first, then the nearest to the date."""
    known = sorted(set(captures), key=lambda capture: capture.timestamp)
    before = [capture for capture in known if capture.timestamp <= cited_at]
    best = before[-1:] or known[:1]
    others = (capture for capture in known if capture not in best)
    return [*best, *sorted(others, key=lambda each: abs(each.timestamp - cited_at))]


def days_from(capture: Capture, cited_at: datetime) -> int:
    """Return how many days after the date it was made, below 0 for before."""
    return (capture.timestamp.date() - cited_at.date()).days


def shows_page(judged: Judged) -> bool:
    """Tell whether a capture that others made may be offered: what is in doubt may not."""
    return judged.verdict.family is Family.ALIVE


def candidate(capture: Capture, judged: Judged, titles: Iterable[str]) -> Candidate:
    """Return a capture that shows the page, and how well that is known."""
    walled = judged.verdict.kind is VerdictKind.RESTRICTED
    return Candidate(capture, confirmed=any(titles) and judged.sure, behind_wall=walled)


def confidences(candidates: Sequence[Candidate], cited_at: datetime) -> list[float]:
    """Return how sure each is, from 0 to 1; none is surer than the one that is chosen before it."""
    return list(accumulate((confidence(each, cited_at) for each in candidates), min))


def confidence(candidate: Candidate, cited_at: datetime) -> float:
    """Return how sure it is, from 0 to 1, that this copy shows what was cited."""
    if candidate.behind_wall:
        return 0.4
    base = 0.9 if candidate.confirmed else 0.7
    distance = abs(candidate.capture.timestamp - cited_at)
    return round(base - (distance > _MONTH) * 0.1 - (distance > _YEAR) * 0.1, 2)
