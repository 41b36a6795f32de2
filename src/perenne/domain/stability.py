"""Links that come and go: named once as unstable, instead of being told again and again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from perenne.domain.states import Flip, State
from perenne.domain.verdicts import VerdictKind

WINDOW = timedelta(days=60)
MANY_TURNS = 3
"""Within the window: a reader who was written to twice need not be a third time."""

MANY_SUSPICIONS = 8
"""Within the window: about one bad night a week, of which no reader ever hears."""

_TOLD = {State.BROKEN, State.UNDECIDED}


def is_unstable(flips: Iterable[Flip], at: datetime) -> bool:
    """Tell whether a link had come and gone too often at an instant.

    `flips`: all its flips up to then, or at least those of the last `WINDOW`.
    """
    lately = [flip for flip in flips if at - WINDOW < flip.at <= at]
    turns = sum(map(_is_turn, lately))
    suspicions = sum(flip.new_state is State.SUSPECT for flip in lately)
    return turns >= MANY_TURNS or suspicions >= MANY_SUSPICIONS


def unstable_since(flips: Iterable[Flip], at: datetime) -> datetime | None:
    """Return the flip with which a link that is unstable at an instant began to be, else None."""
    told = sorted(flips, key=lambda flip: flip.at)
    if not is_unstable(told, at):
        return None
    steady = (flip.at for flip in reversed(told) if not is_unstable(told, flip.at))
    last_steady = next((instant for instant in steady if instant <= at), None)
    return min(flip.at for flip in told if last_steady is None or flip.at > last_steady)


def _is_turn(flip: Flip) -> bool:
    """Tell a change for the worse that readers are told of."""
    if flip.new_state in _TOLD:
        return True
    living = flip.old_state is State.ALIVE and flip.new_state is State.ALIVE
    return living and flip.new_kind is not VerdictKind.OK
