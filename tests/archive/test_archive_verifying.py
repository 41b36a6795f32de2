"""Whatever a look at a capture gives, it is settled in time, and nothing is lost too early."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.archive.answers import Unavailable
from perenne.archive.outcomes import LONGEST_PAUSE
from perenne.archive.playback import NotShown, Withheld
from perenne.archive.verifying import LOOKS, Settled, after_judging, after_look
from perenne.domain.captures import Judged, Verification
from perenne.domain.links import Capture
from perenne.domain.verdicts import Evidence, Family, Verdict, VerdictKind
from perenne.store.captures import Waiting

MADE = datetime(2026, 11, 22, 3, 5, tzinfo=UTC)
PAGE = "https://a.fr/"

ages = st.floats(0, 40 * 86400).map(lambda seconds: timedelta(seconds=seconds))
unavailable = st.builds(
    Unavailable,
    st.sampled_from(["rate_limited", "http_503", "answer_timeout", "closed"]),
    retry_after=st.none() | st.floats(0, 1e6),
)
views = (
    st.just(NotShown())
    | st.just(NotShown("https://x/web/20190101000000/https://a.fr/"))
    | st.just(Withheld())
    | unavailable
)


def waiting(nearest: str = "") -> Waiting:
    """Return a capture that waits to be looked at."""
    capture = Capture(f"https://x/web/20261122030500/{PAGE}", MADE)
    return Waiting(1, 1, PAGE, capture, MADE, MADE + LOOKS[0], nearest)


@given(view=views, age=ages)
def test_what_shows_no_page_is_settled_or_looked_for_again(
    view: NotShown | Withheld | Unavailable, age: timedelta
) -> None:
    """Within two days; and nothing is lost before three days, nor while the archive is down."""
    now = MADE + age
    settled = after_look(waiting(), view, now)
    assert settled.verification is not Verification.VERIFIED
    if settled.verification is not Verification.PENDING:
        assert settled.check_at is None
    else:
        assert settled.check_at is not None
        assert now < settled.check_at <= now + timedelta(days=2)
    if settled.verification is Verification.LOST:
        assert isinstance(view, NotShown)
        assert age >= LOOKS[-1]
    if isinstance(view, Unavailable):
        assert settled.pause is not None
        assert now < settled.pause <= now + LONGEST_PAUSE


def test_a_capture_that_is_never_shown_is_looked_for_four_times() -> None:
    """A quarter of an hour, two hours, a day and three days after it was made."""
    instant, looked = MADE + LOOKS[0], []
    while instant is not None:
        looked.append(instant - MADE)
        settled = after_look(waiting(), NotShown(), instant)
        instant = settled.check_at
    assert tuple(looked) == LOOKS
    assert settled.verification is Verification.LOST


def test_the_nearest_capture_that_was_offered_is_remembered() -> None:
    """Also when a later answer names none."""
    offered = "https://x/web/20190101000000/https://a.fr/"
    now = MADE + LOOKS[0]
    assert after_look(waiting(), NotShown(offered), now).nearest == offered
    assert after_look(waiting(offered), NotShown(), now).nearest == offered
    assert after_look(waiting(offered), Unavailable("closed"), now).nearest == offered


@pytest.mark.parametrize("kind", list(VerdictKind))
@pytest.mark.parametrize("sure", [False, True])
def test_a_copy_is_good_if_the_page_it_shows_is_alive(kind: VerdictKind, sure: bool) -> None:
    """Or if only the living page could have settled a doubt; walls only where they are wanted."""
    judged = Judged(Verdict(kind, (Evidence("x", "some_code"),)), "f1", sure)
    good = kind.family is Family.ALIVE and kind is not VerdictKind.RESTRICTED
    left_open = kind is VerdictKind.DOUBTFUL and not sure
    verified, bad = Settled(Verification.VERIFIED), Settled(Verification.BAD, kind.value)
    assert after_judging(judged, "", walls=False) == (verified if good or left_open else bad)
    if kind is VerdictKind.RESTRICTED:
        assert after_judging(judged, "", walls=True) == verified


@pytest.mark.parametrize(("then", "good"), [("f1", True), ("f2", False), ("", False)])
def test_the_same_text_as_when_it_was_asked_for_is_the_same_page(then: str, good: bool) -> None:
    """Whatever the rules think of the copy."""
    judged = Judged(Verdict(VerdictKind.SOFT_404), "f1" if then else "")
    settled = after_judging(judged, then, walls=False)
    assert settled.verification is (Verification.VERIFIED if good else Verification.BAD)
