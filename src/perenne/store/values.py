"""Domain values as they are kept in columns, and back."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from perenne.domain.exchanges import Failure, HopSummary
from perenne.domain.states import Belief
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perenne.domain.references import Place

BATCH = 500
"""Rows handled at once: far below SQLite's limit of 32,766 variables in a statement."""
BELIEF = tuple(Belief.__dataclass_fields__)
"""The columns of a link that hold what is believed of it."""
Item = TypeVar("Item")


class JudgedRow(Protocol):
    """A row with the columns of a verdict."""

    kind: Any
    evidence: Any
    notes: Any
    moved_to: Any


def digest(text: str) -> str:
    """Return what stands for a text of any length in a unique index."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def batches(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    """Cut items into lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def place_text(place: Place) -> str:
    """Return a place as ``kind:number``."""
    return f"{place.kind}:{place.number}"


def evidence_columns(verdict: Verdict) -> dict[str, Any]:
    """Return the columns of a verdict."""
    return {
        "kind": verdict.kind,
        "evidence": [_evidence_json(e) for e in verdict.evidence],
        "notes": [_evidence_json(e) for e in verdict.notes],
        "moved_to": verdict.moved_to,
    }


def verdict_of(row: JudgedRow) -> Verdict:
    """Return the verdict of a row."""
    return Verdict(
        kind=VerdictKind(row.kind),
        evidence=tuple(Evidence(**fields) for fields in row.evidence),
        notes=tuple(Evidence(**fields) for fields in row.notes),
        moved_to=row.moved_to,
    )


def hops_json(hops: Iterable[HopSummary]) -> list[dict[str, Any]]:
    """Return hops as JSON holds them."""
    return [{"url": hop.url, "status": hop.status, "failure": hop.failure} for hop in hops]


def hops_of(hops: Iterable[dict[str, Any]]) -> tuple[HopSummary, ...]:
    """Return hops from JSON."""
    return tuple(
        HopSummary(hop["url"], hop["status"], Failure(hop["failure"]) if hop["failure"] else None)
        for hop in hops
    )


def belief_columns(belief: Belief) -> dict[str, Any]:
    """Return the columns of what is believed of a link."""
    return {name: getattr(belief, name) for name in BELIEF}


def belief_of(row: object) -> Belief:
    """Return what is believed of the link of a row."""
    return Belief(**{name: getattr(row, name) for name in BELIEF})


def _evidence_json(evidence: Evidence) -> dict[str, str]:
    return {"rule": evidence.rule, "code": evidence.code, "fact": evidence.fact}
