"""Whether a page is copied now, and why: every reason, and what can never be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.copies.policy import CUT_SHORT, NOARCHIVE, SAVING, TOO_LARGE, Facts, Reason, decide
from perenne.domain.verdicts import Family, VerdictKind

NOW = datetime(2026, 3, 2, 3, 5, tzinfo=UTC)
LIVE = Facts(VerdictKind.OK, NOW, version="a")
COPIED = replace(LIVE, copied_at=NOW - timedelta(days=8), copied_version="a")


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (LIVE, Reason.FIRST),
        (replace(LIVE, kind=VerdictKind.MOVED), Reason.FIRST),
        (replace(LIVE, kind=VerdictKind.COURSE_CLOSED), Reason.FIRST),
        (replace(LIVE, kind=VerdictKind.RESTRICTED), Reason.NOT_LIVE),
        (replace(LIVE, kind=VerdictKind.BLOCKED), Reason.NOT_LIVE),
        (replace(LIVE, kind=VerdictKind.NOT_FOUND), Reason.NOT_LIVE),
        (replace(LIVE, noarchive=True), Reason.NOARCHIVE),
        (COPIED, Reason.FRESH),
        (replace(COPIED, version="b"), Reason.CHANGED),
        (replace(COPIED, version="b", copied_at=NOW - timedelta(days=6)), Reason.RESTING),
        (replace(COPIED, version="b", rest_days=9), Reason.RESTING),
        (replace(COPIED, version=""), Reason.FRESH),
        (replace(COPIED, version="", copied_at=NOW - timedelta(days=30)), Reason.UNKNOWN),
        (replace(COPIED, copied_version="", copied_at=NOW - timedelta(days=30)), Reason.UNKNOWN),
    ],
)
def test_each_reason_has_its_case(facts: Facts, reason: Reason) -> None:
    """The pairs differ by one fact."""
    assert decide(facts) is reason


@pytest.mark.parametrize(
    ("code", "days"), [(CUT_SHORT, 1), ("blocked", 1), (TOO_LARGE, 30), (NOARCHIVE, 30)]
)
def test_a_try_that_gave_nothing_is_repeated_in_time(code: str, days: int) -> None:
    """A wall may be gone tomorrow; a document does not shrink in a day."""
    tried = replace(LIVE, tried_at=NOW, code=code)
    later = replace(tried, now=NOW + timedelta(days=days))
    sooner = replace(later, now=later.now - timedelta(hours=5))
    assert decide(later) is Reason.FIRST
    assert decide(sooner) is Reason.TRIED


instants = st.none() | st.timedeltas(timedelta(0), timedelta(days=400)).map(lambda age: NOW - age)
words = st.sampled_from(["", "a", "b", TOO_LARGE, NOARCHIVE, "blocked"])


@given(
    facts=st.builds(
        Facts,
        kind=st.sampled_from(VerdictKind),
        now=st.just(NOW),
        rest_days=st.integers(1, 400),
        noarchive=st.booleans(),
        version=words,
        copied_at=instants,
        copied_version=words,
        tried_at=instants,
        code=words,
    )
)
def test_nothing_is_copied_that_was_not_seen_alive(facts: Facts) -> None:
    """Nor what asks not to be kept, nor what stands behind a login, whatever else is known."""
    if decide(facts) in SAVING:
        assert facts.kind.family is Family.ALIVE
        assert facts.kind is not VerdictKind.RESTRICTED
        assert not facts.noarchive
        assert facts.copied_at is None or facts.now - facts.copied_at >= timedelta(
            days=min(facts.rest_days, 30)
        )
