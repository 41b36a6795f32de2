"""What the service believes of a link after several observations.

The rules, in one place (`Confirmation` holds the numbers):

- an alive verdict counts at once: it clears `suspect` and `broken`;
- a series of failures is confirmed when it covers enough distinct nights (two where every
  failure of it is definite, three otherwise) and spans long enough; `malformed` at once;
- an undecided verdict moves only `new`, or `alive` after several nights running; it neither
  clears nor confirms;
- `unchecked` moves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum, unique
from typing import TYPE_CHECKING

from perenne.domain.verdicts import Family, Verdict, VerdictKind

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@unique
class State(StrEnum):
    """What the service believes."""

    NEW = "new"
    """Nothing conclusive was seen yet."""
    ALIVE = "alive"
    UNDECIDED = "undecided"
    """Nights on end without a conclusion: to be checked by hand."""
    SUSPECT = "suspect"
    """Failing, not yet confirmed."""
    BROKEN = "broken"
    """Confirmed."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """How much it takes to change belief. All of it is set in `[states]`."""

    definite_nights: int = 2
    other_nights: int = 3
    undecided_nights: int = 3
    span: timedelta = timedelta(hours=20)


@dataclass(frozen=True, slots=True)
class Belief:
    """The state of a link, and the unfinished series that may change it.

    `since` dates the state. The series of failures counts distinct nights from `failing_since`;
    `undecided_nights` counts nights running. `counted_night` is the last night that counted.
    """

    state: State = State.NEW
    kind: VerdictKind | None = None
    since: datetime | None = None
    last_alive: datetime | None = None
    failing_since: datetime | None = None
    failing_nights: int = 0
    all_definite: bool = True
    undecided_nights: int = 0
    counted_night: date | None = None


@dataclass(frozen=True, slots=True)
class Flip:
    """A recorded change of what the service believes: (state, verdict where alive)."""

    at: datetime
    old_state: State
    old_kind: VerdictKind | None
    new_state: State
    new_kind: VerdictKind | None


def night_of(instant: datetime, zone: ZoneInfo) -> date:
    """Return the night an instant belongs to: from noon to noon, named by its evening."""
    return (instant.astimezone(zone) - timedelta(hours=12)).date()


def advance(
    belief: Belief, verdict: Verdict, at: datetime, night: date, needed: Confirmation
) -> tuple[Belief, Flip | None]:
    """Return what is believed after one more verdict, and the flip if that changed.

    `night` is the night of `at` (see `night_of`). Verdicts are given in the order of time.
    """
    if verdict.kind is VerdictKind.UNCHECKED:
        return belief, None
    if verdict.family is Family.ALIVE:
        after = _alive(belief, verdict, at)
    elif verdict.family is Family.UNDECIDED:
        after = _undecided(belief, verdict, at, night, needed)
    else:
        after = _failing(belief, verdict, at, night, needed)
    return after, _flip(belief, after, at)


def _alive(belief: Belief, verdict: Verdict, at: datetime) -> Belief:
    same = belief.state is State.ALIVE
    return Belief(
        state=State.ALIVE,
        kind=verdict.kind,
        since=belief.since if same else at,
        last_alive=at,
    )


def _undecided(
    belief: Belief, verdict: Verdict, at: datetime, night: date, needed: Confirmation
) -> Belief:
    if belief.state is State.NEW:
        return replace(belief, state=State.UNDECIDED, kind=verdict.kind, since=at)
    if belief.state is State.UNDECIDED:
        return replace(belief, kind=verdict.kind)
    if belief.state is not State.ALIVE:
        return belief
    nights = belief.undecided_nights + _is_later(night, belief)
    if nights < needed.undecided_nights:
        return replace(belief, undecided_nights=nights, counted_night=_latest(night, belief))
    return Belief(State.UNDECIDED, verdict.kind, since=at, last_alive=belief.last_alive)


def _failing(
    belief: Belief, verdict: Verdict, at: datetime, night: date, needed: Confirmation
) -> Belief:
    if belief.state is State.BROKEN:
        return replace(belief, kind=verdict.kind)
    fresh = belief.state is not State.SUSPECT
    begun = belief.failing_since
    series = replace(
        belief,
        state=State.SUSPECT,
        kind=verdict.kind,
        since=at if fresh else belief.since,
        failing_since=at if fresh or begun is None else begun,
        failing_nights=1 if fresh else belief.failing_nights + _is_later(night, belief),
        all_definite=verdict.definite and (fresh or belief.all_definite),
        undecided_nights=0,
        counted_night=night if fresh else _latest(night, belief),
    )
    return replace(series, state=State.BROKEN) if _confirmed(series, at, needed) else series


def _is_later(night: date, belief: Belief) -> bool:
    """Tell a night that did not count yet; one from before is a clock that went back."""
    return belief.counted_night is None or night > belief.counted_night


def _latest(night: date, belief: Belief) -> date:
    return max(night, belief.counted_night or night)


def _confirmed(series: Belief, at: datetime, needed: Confirmation) -> bool:
    if series.kind is VerdictKind.MALFORMED:
        return True
    nights = needed.definite_nights if series.all_definite else needed.other_nights
    assert series.failing_since is not None
    return series.failing_nights >= nights and at - series.failing_since >= needed.span


def _flip(before: Belief, after: Belief, at: datetime) -> Flip | None:
    alive = after.state is State.ALIVE and before.state is State.ALIVE
    if before.state is after.state and not (alive and before.kind is not after.kind):
        return None
    return Flip(at, before.state, before.kind, after.state, after.kind)
