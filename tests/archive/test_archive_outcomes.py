"""Whatever the archive answers, a request ends, and no page is sent twice on one day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from perenne.archive import outcomes
from perenne.archive.answers import (
    AlreadyRecent,
    Captured,
    Failed,
    Pending,
    Submitted,
    Unavailable,
)
from perenne.archive.cdx import Excluded, Found, LookUpFailed, NoneFound
from perenne.archive.codes import SESSION_LIMIT, FailureClass, class_of
from perenne.domain.links import Capture
from perenne.store.archives import ArchiveRequest
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from perenne.archive.answers import JobAnswer, SubmitAnswer
    from perenne.archive.cdx import LookUp
    from perenne.archive.outcomes import Outcome

NOW = datetime(2026, 11, 22, 3, 5, tzinfo=UTC)
DAY = timedelta(days=1)
OPEN = (RequestStatus.QUEUED, RequestStatus.SUBMITTED)

codes = st.sampled_from(
    ["celery", SESSION_LIMIT, "max-daily-bandwidth", "no-access", "job-expired", "odd"]
)
failures = codes.map(lambda code: Failed(code, class_of(code)))
breakdowns = st.builds(
    Unavailable,
    st.sampled_from(["keys_refused", "rate_limited", "http_503", "http_504", "answer_timeout"]),
    retry_after=st.none() | st.floats(0, 1e6),
)
captures = st.just(Captured(NOW, "https://a.fr/"))
submissions = st.just(AlreadyRecent()) | st.just(Submitted("spn2-1")) | captures | failures
jobs = st.just(Pending()) | captures | failures | breakdowns
look_ups = (
    st.just(NoneFound())
    | st.just(Excluded())
    | st.just(LookUpFailed("http_429"))
    | st.integers(0, 900).map(lambda days: Found((Capture("https://x/", NOW - days * DAY),)))
)
ages = st.integers(0, 40 * 86400).map(lambda seconds: timedelta(seconds=seconds))


def request(age: timedelta, since_sent: timedelta) -> ArchiveRequest:
    """Return a request as old as that, which was sent so long ago."""
    return ArchiveRequest(
        id=1,
        link_id=1,
        url="https://a.fr/",
        day=(NOW - age).date(),
        status=RequestStatus.SUBMITTED,
        job_id=None,
        requested_at=NOW - age,
        submitted_at=NOW - min(age, since_sent),
        next_try_at=NOW,
        changed_at=NOW,
        attempts=0,
        code=None,
        answer=None,
        fingerprint="",
    )


def is_sound(outcome: Outcome) -> bool:
    """Tell whether an open request has a next step within a week, and only an open one."""
    if outcome.status not in OPEN:
        return outcome.next_try_at is None
    assert outcome.next_try_at is not None
    return NOW <= outcome.next_try_at <= NOW + 7 * DAY


@given(answer=submissions | breakdowns, age=ages)
def test_a_submission_leads_to_an_end_or_to_a_next_step(
    answer: SubmitAnswer, age: timedelta
) -> None:
    """Whatever the answer."""
    asked = request(age, timedelta(0))
    outcome = outcomes.after_submission(asked, answer, NOW)
    assert is_sound(outcome)
    heard = not isinstance(answer, Unavailable) or answer.may_have_taken_it
    limited = isinstance(answer, Failed) and answer.code == SESSION_LIMIT
    if heard and not limited and outcome.status is RequestStatus.QUEUED:
        assert outcome.next_try_at is not None
        assert outcome.next_try_at >= NOW + DAY


@given(answer=jobs, age=ages, since_sent=ages)
def test_a_job_leads_to_an_end_or_to_a_next_step(
    answer: JobAnswer, age: timedelta, since_sent: timedelta
) -> None:
    """Whatever its status."""
    assert is_sound(outcomes.after_poll(request(age, since_sent), answer, NOW))


@given(answer=look_ups, age=ages, since_sent=ages)
def test_a_look_up_leads_to_an_end_or_to_a_next_step(
    answer: LookUp, age: timedelta, since_sent: timedelta
) -> None:
    """And to a second submission only when a day has passed and the index knows of nothing."""
    asked = request(age, since_sent)
    outcome = outcomes.after_look_up(asked, answer, NOW)
    assert is_sound(outcome)
    if outcome.status is RequestStatus.QUEUED:
        assert asked.submitted_at is not None
        assert NOW - asked.submitted_at >= DAY
        assert isinstance(answer, (NoneFound, Found))


@given(retry_after=st.none() | st.floats(0, 1e9))
def test_a_breakdown_pauses_everything_for_a_quarter_of_an_hour_to_a_day(
    retry_after: float | None,
) -> None:
    """Whatever wait the archive asks for."""
    answer = Unavailable("rate_limited", retry_after=retry_after)
    pause = outcomes.after_submission(request(DAY, DAY), answer, NOW).pause
    assert pause is not None
    assert outcomes.PAUSE <= pause - NOW <= DAY


def test_every_class_of_code_has_an_example() -> None:
    """The table is complete in kind."""
    classes = {class_of(code) for code in ("celery", SESSION_LIMIT, "no-access", "unheard-of")}
    assert classes == set(FailureClass)
