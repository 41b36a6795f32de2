"""What follows from a look at a capture: pure, so that each case can be read and tried.

New captures are hidden for minutes to a day, so that one which is not shown is looked for again:
a quarter of an hour, two hours, a day and three days after it was made. What is not there by
then is lost. What the archive's own troubles hide is neither: it is looked for until it answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from perenne.archive.answers import Unavailable
from perenne.archive.outcomes import pause_for
from perenne.archive.playback import NotShown, Withheld
from perenne.domain.captures import Judged, Verification
from perenne.domain.verdicts import Family, VerdictKind

if TYPE_CHECKING:
    from perenne.store.captures import Waiting

LOOKS = (
    timedelta(minutes=15),
    timedelta(hours=2),
    timedelta(hours=24),
    timedelta(hours=72),
)
"""After a capture was made."""
SLOWEST = timedelta(hours=6)
"""Between two looks at an archive that does not answer."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What to store of a capture; `pause`: no capture is looked at until then."""

    verification: Verification
    code: str = ""
    check_at: datetime | None = None
    nearest: str = ""
    pause: datetime | None = None


def after_look(waiting: Waiting, view: NotShown | Withheld | Unavailable, now: datetime) -> Settled:
    """Conclude from a look that showed no page; what is shown is for `after_judging`."""
    match view:
        case Unavailable(code):
            return _again(waiting, code, pause_for(view, now), now)
        case Withheld():
            return Settled(Verification.BAD, "excluded")
        case NotShown(nearest):
            return _not_shown(waiting, nearest, now)


def after_judging(judged: Judged, fingerprint: str, *, walls: bool) -> Settled:
    """Conclude from what a capture shows.

    `fingerprint`: the main text of the living page when it was asked for; the same text is the
    same page. `walls`: whether pages behind a subscription are wanted. The code of a bad one is
    the kind of its verdict.
    """
    if fingerprint and judged.fingerprint == fingerprint:
        return Settled(Verification.VERIFIED)
    kind = judged.verdict.kind
    if kind is VerdictKind.RESTRICTED and not walls:
        return Settled(Verification.BAD, kind.value)
    # The live page was asked the question that only a live page can answer.
    left_open = kind is VerdictKind.DOUBTFUL and not judged.sure
    if judged.verdict.family is Family.ALIVE or left_open:
        return Settled(Verification.VERIFIED)
    return Settled(Verification.BAD, kind.value)


def _not_shown(waiting: Waiting, nearest: str, now: datetime) -> Settled:
    due = (waiting.found_at + look for look in LOOKS)
    check_at = next((instant for instant in due if instant > now), None)
    kept = nearest or waiting.nearest
    if check_at is None:
        return Settled(Verification.LOST, "not_indexed", nearest=kept)
    return Settled(Verification.PENDING, "not_indexed", check_at, kept)


def _again(waiting: Waiting, code: str, pause: datetime, now: datetime) -> Settled:
    """Look again after half the time that it has waited: an archive may be down for days."""
    wait = min((now - waiting.found_at) / 2, SLOWEST)
    check_at = max(pause, now + wait)
    return Settled(Verification.PENDING, code, check_at, waiting.nearest, pause)
