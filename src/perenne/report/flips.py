"""Which news the flips of one link make for a reader, if any.

A reader may get one mail for several nights: what counts is what she was told last against what
is believed now. So a flip that was undone meanwhile says nothing, and neither does a link that
is suspect now: its flips wait for the mail in which it is settled.
"""

from __future__ import annotations

from enum import StrEnum, unique
from typing import TYPE_CHECKING

from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.domain.links import Change


@unique
class News(StrEnum):
    """The sections of a report, in its order."""

    BROKEN = "broken"
    """Newly broken; in a first look, all that is."""
    STILL_BROKEN = "still_broken"
    RECOVERED = "recovered"
    MOVED = "moved"
    RESTRICTED = "restricted"
    COURSES = "courses"
    TO_CHECK = "to_check"
    UNSTABLE = "unstable"
    """It comes and goes: told once, and no more while it goes on."""
    CHOSEN = "chosen"
    """It does not work, and the address to cite instead is chosen: to be written in the dossier."""
    CORRECTED = "corrected"
    """A dossier ceased to cite what it had been told of: no recovery, a reader's work."""


_ALIVE_NEWS = {
    VerdictKind.MOVED: News.MOVED,
    VerdictKind.RESTRICTED: News.RESTRICTED,
    VerdictKind.COURSE_CLOSED: News.COURSES,
}


def news(changes: Sequence[Change]) -> News | None:
    """Return what the unreported flips of one link, oldest first, amount to; None for nothing."""
    before, now = changes[0], changes[-1]
    if now.unstable and settled(changes):
        return None if before.was_unstable else News.UNSTABLE
    if (before.old_state, _kind_alive(before.old_state, before.old_kind)) == (
        now.new_state,
        _kind_alive(now.new_state, now.new_kind),
    ):
        return None
    if now.new_state is State.ALIVE:
        return _news_alive(changes)
    return standing_news(now.new_state, now.new_kind)


def standing_news(state: State, kind: VerdictKind | None) -> News | None:
    """Return the section in which a first look at a link belongs; None for nothing to say."""
    if state is State.BROKEN:
        return News.BROKEN
    if state is State.UNDECIDED:
        return News.TO_CHECK
    return _ALIVE_NEWS.get(kind) if state is State.ALIVE and kind else None


def settled(changes: Sequence[Change]) -> bool:
    """Tell whether the flips may be crossed off: a suspect's wait."""
    return changes[-1].new_state is not State.SUSPECT


def _news_alive(changes: Sequence[Change]) -> News | None:
    before, kind = changes[0], changes[-1].new_kind
    if before.old_state is State.BROKEN:
        return News.RECOVERED
    if kind is VerdictKind.RESTRICTED:
        return News.RESTRICTED if _was_free(changes) else None
    if kind is VerdictKind.OK and before.old_kind is VerdictKind.COURSE_CLOSED:
        return News.COURSES
    return standing_news(State.ALIVE, kind)


def _was_free(changes: Sequence[Change]) -> bool:
    """Tell whether the page was read without a subscription: else it has gone nowhere."""
    return any(
        change.old_state is State.ALIVE and change.old_kind is not VerdictKind.RESTRICTED
        for change in changes
    )


def _kind_alive(state: State, kind: VerdictKind | None) -> VerdictKind | None:
    return kind if state is State.ALIVE else None
