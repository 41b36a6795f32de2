"""Whether a cited page should be copied now, and why: pure, so that it can be told and tried.

Only what was seen alive is: neither what stands behind a subscription or a login, nor what robots
are shown instead of the page, nor a page that asks archives not to keep it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, unique

from perenne.domain.verdicts import VerdictKind

LIVE = frozenset({VerdictKind.OK, VerdictKind.MOVED, VerdictKind.COURSE_CLOSED})

TOO_LARGE = "too_large"
CUT_SHORT = "cut_short"
NO_ANSWER = "no_answer"
NOARCHIVE = "noarchive"
"""Why a try gave no copy; otherwise the verdict, where the page was not alive any more."""

_AGAIN = {TOO_LARGE: timedelta(days=30), NOARCHIVE: timedelta(days=30)}
_AGAIN_TOMORROW = timedelta(hours=20)
"""Less than a day, so that a night that begins some minutes earlier is the next one."""
_UNKNOWN_REST = timedelta(days=30)
"""Until a page is copied again of which nothing tells whether it has changed."""


@unique
class Reason(StrEnum):
    """Why a page is copied, or is not."""

    FIRST = "first"
    CHANGED = "changed"
    UNKNOWN = "unknown"
    """Nothing tells whether it has changed, and the last copy is old."""

    NOT_LIVE = "not_live"
    NOARCHIVE = "noarchive"
    TRIED = "tried"
    """It was tried not long ago."""
    RESTING = "resting"
    """It has changed, but was copied not long ago."""
    FRESH = "fresh"
    """The last copy is still good."""


SAVING = frozenset({Reason.FIRST, Reason.CHANGED, Reason.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the decision rests on.

    `version`: what was seen of the page; "" where nothing tells its versions apart. `code`: why
    the last try, at `tried_at`, gave no copy; there is none after a copy.
    """

    kind: VerdictKind
    now: datetime
    rest_days: int = 7
    noarchive: bool = False
    version: str = ""
    copied_at: datetime | None = None
    copied_version: str = ""
    tried_at: datetime | None = None
    code: str = ""


def decide(facts: Facts) -> Reason:
    """Return why the page is, or is not, to be copied now; those in `SAVING` say yes."""
    if facts.kind not in LIVE:
        return Reason.NOT_LIVE
    if facts.noarchive:
        return Reason.NOARCHIVE
    if facts.tried_at and facts.now - facts.tried_at < _AGAIN.get(facts.code, _AGAIN_TOMORROW):
        return Reason.TRIED
    if facts.copied_at is None:
        return Reason.FIRST
    return _again(facts, facts.now - facts.copied_at)


def _again(facts: Facts, age: timedelta) -> Reason:
    if not (facts.version and facts.copied_version):
        return Reason.UNKNOWN if age >= _UNKNOWN_REST else Reason.FRESH
    if facts.version == facts.copied_version:
        return Reason.FRESH
    return Reason.CHANGED if age >= timedelta(days=facts.rest_days) else Reason.RESTING
