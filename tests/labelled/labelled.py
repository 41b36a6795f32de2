"""What a labelled case is: a link, what the wire gave, and what a librarian would say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from perenne.domain.cases import AskKind
from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind


@dataclass(frozen=True)
class Labelled:
    """One case; `name` is unique and `fact` tells what the label rests on.

    `answers` holds what further looks would give; an Ask that is not listed is unavailable.
    `accepted` lists other verdicts that a careful librarian would accept too.
    """

    name: str
    fact: str
    url: str
    expected: VerdictKind
    plain: Exchange
    titles: tuple[str, ...] = ()
    answers: Mapping[AskKind, Exchange] = field(default_factory=dict)
    accepted: frozenset[VerdictKind] = frozenset()


def also(*kinds: VerdictKind) -> frozenset[VerdictKind]:
    """Return other verdicts that would do."""
    return frozenset(kinds)
