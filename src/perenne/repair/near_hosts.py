"""Hosts of which another may be a slip of the pen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 8
"""Letters without dots and suffix; shorter names differ by one letter for good reasons."""

_FURTHEST = 2
_MOST = 2


def near(host: str, others: Iterable[str]) -> list[str]:
    """Return the hosts at most two letters away, the nearest first; figures count for good."""
    distances = {
        other: OSA.distance(host, other, score_cutoff=_FURTHEST)
        for other in others
        if other != host and _comparable(host, other)
    }
    close = [other for other, distance in distances.items() if distance <= _FURTHEST]
    return sorted(close, key=lambda other: (distances[other], other))[:_MOST]


def _comparable(host: str, other: str) -> bool:
    """Compare under one suffix what is long enough, and differs in more than figures."""
    if host.rpartition(".")[2] != other.rpartition(".")[2]:
        return False
    if len(host.removeprefix("www.").rpartition(".")[0]) < _SHORTEST:
        return False
    return re.sub(r"\d", "", host) != re.sub(r"\d", "", other)
