"""What follows from an answer of the archive: pure, so that each case can be read and tried.

A request is `queued` until it is sent; then `submitted`, with a job to ask for, or without one
where the archive may have taken it and did not say so: the index is then asked. It ends as
`captured`, `refused` (the archive will not take this page), `failed` or `unknown` (given up).
A page is submitted at most once a day, whatever happens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from perenne.archive.answers import (
    Account,
    AlreadyRecent,
    Captured,
    Failed,
    JobAnswer,
    Pending,
    SubmitAnswer,
    Submitted,
    Unavailable,
)
from perenne.archive.cdx import Excluded, Found, LookUp, LookUpFailed
from perenne.archive.codes import ACCOUNT_QUOTAS, OF_HOSTS, SESSION_LIMIT, SPENT, FailureClass
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from perenne.domain.links import Capture
    from perenne.store.archives import ArchiveRequest

FIRST_POLL = timedelta(seconds=5)
"""A capture takes 10 to 40 s, and hours when the archive is overloaded."""
SLOWEST_POLL = timedelta(minutes=10)
LONGEST_JOB = timedelta(hours=3)
FIRST_LOOK_UP = timedelta(hours=1)
SLOWEST_LOOK_UP = timedelta(hours=6)
INDEXED_AFTER = timedelta(days=1)
"""What is not in the index by then was not saved."""
DAY = timedelta(days=1)
SLOWEST_TRY = timedelta(days=7)
LAST_TRY = timedelta(days=21)
"""After that the page is asked for anew, if it is still alive (see `policy`)."""
PAUSE = timedelta(minutes=15)
"""The archive is down or refuses us: it blocks for an hour who goes on for a minute."""
LONGEST_PAUSE = timedelta(days=1)
SESSION_PAUSE = timedelta(minutes=1)
HOST_PAUSE = timedelta(hours=1)
"""Between two pages of a host that throttles the archive: each page has its own tries beside."""

_END_IS_IN_THE_INDEX = {"job-expired", "job-of-lost-keys", "unexpected-answer"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to store of a request, and what else follows.

    `pause`: nothing is asked of the archive until then. `forget_job`: ask the index instead.
    """

    status: RequestStatus
    next_try_at: datetime | None = None
    code: str | None = None
    answer: str | None = None
    captured: Captured | None = None
    found: Capture | None = None
    pause: datetime | None = None
    job_id: str | None = None
    forget_job: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Why nothing is sent for now, and until when."""

    code: str
    until: datetime


def host_pause(code: str | None, now: datetime) -> datetime | None:
    """Return until when no page of the same host is sent; None where the code is of a page."""
    return now + HOST_PAUSE if code in OF_HOSTS else None


def after_account(answer: Account | Unavailable | None, now: datetime) -> Held | None:
    """Conclude from what the account may still ask for; None where it may."""
    match answer:
        case Unavailable(code):
            return Held(code, pause_for(answer, now))
        case Account(_, spent, limit) if spent >= limit:
            return Held(SPENT, _midnight(now))
        case Account(available, _, _) if available <= 0:
            return Held(SESSION_LIMIT, now + SESSION_PAUSE)
        case _:
            return None


def after_submission(request: ArchiveRequest, answer: SubmitAnswer, now: datetime) -> Outcome:
    """Conclude from the answer to a submission."""
    match answer:
        case Submitted(job_id, raw):
            poll = now + FIRST_POLL
            return Outcome(RequestStatus.SUBMITTED, poll, answer=raw, job_id=job_id)
        case AlreadyRecent(raw):
            return Outcome(RequestStatus.SUBMITTED, now, "already-recent", raw)
        case Captured():
            return _captured(answer)
        case Failed():
            return _failed(request, answer, now)
        case Unavailable(code):
            pause = pause_for(answer, now)
            if answer.may_have_taken_it:
                return Outcome(RequestStatus.SUBMITTED, now + FIRST_LOOK_UP, code, pause=pause)
            return Outcome(RequestStatus.QUEUED, pause, code, pause=pause)


def after_poll(request: ArchiveRequest, answer: JobAnswer, now: datetime) -> Outcome:
    """Conclude from the status of a job."""
    match answer:
        case Pending():
            return _pending(request, now)
        case Captured():
            return _captured(answer)
        case Failed(code, _, raw) if code in _END_IS_IN_THE_INDEX:
            return Outcome(RequestStatus.SUBMITTED, now, code, raw, forget_job=True)
        case Failed():
            return _failed(request, answer, now)
        case Unavailable(code):
            pause = pause_for(answer, now)
            return Outcome(RequestStatus.SUBMITTED, pause, code, pause=pause)


def after_look_up(request: ArchiveRequest, answer: LookUp, now: datetime) -> Outcome:
    """Conclude from the index on a request that the archive may have taken."""
    sent = request.submitted_at or request.requested_at
    match answer:
        case Found(captures) if captures[0].timestamp >= sent - DAY:
            return Outcome(RequestStatus.CAPTURED, found=captures[0])
        case Excluded():
            return Outcome(RequestStatus.REFUSED, code="excluded")
        case LookUpFailed():
            return _look_up_again(request, now)
        case _ if now - sent < INDEXED_AFTER:
            return _look_up_again(request, now)
        case _:
            again = _another_day(request, request.code or "not-indexed", None, now)
            given_up = again.status is RequestStatus.FAILED
            return replace(again, status=RequestStatus.UNKNOWN) if given_up else again


def _captured(answer: Captured) -> Outcome:
    return Outcome(RequestStatus.CAPTURED, answer=answer.raw, captured=answer)


def _pending(request: ArchiveRequest, now: datetime) -> Outcome:
    """Ask less and less often: each time after half the time that the job has taken so far."""
    age = now - (request.submitted_at or request.requested_at)
    wait = min(max(FIRST_POLL, age / 2), SLOWEST_POLL)
    given_up = age > LONGEST_JOB
    return Outcome(RequestStatus.SUBMITTED, now + wait, forget_job=given_up)


def _look_up_again(request: ArchiveRequest, now: datetime) -> Outcome:
    age = now - (request.submitted_at or request.requested_at)
    if age > LAST_TRY:
        return Outcome(RequestStatus.UNKNOWN, None, request.code, request.answer)
    wait = min(max(FIRST_LOOK_UP, age), SLOWEST_LOOK_UP)
    return Outcome(RequestStatus.SUBMITTED, now + wait, request.code, request.answer)


def _failed(request: ArchiveRequest, failed: Failed, now: datetime) -> Outcome:
    if failed.failure_class is FailureClass.PERMANENT:
        return Outcome(RequestStatus.REFUSED, None, failed.code, failed.raw)
    if failed.code == SESSION_LIMIT:
        pause = now + SESSION_PAUSE
        return Outcome(RequestStatus.QUEUED, pause, failed.code, failed.raw, pause=pause)
    again = _another_day(request, failed.code, failed.raw, now)
    if failed.code in ACCOUNT_QUOTAS:
        return replace(again, pause=_midnight(now))
    return again


def _another_day(request: ArchiveRequest, code: str, answer: str | None, now: datetime) -> Outcome:
    """Send again a day later, then after as long as it has been tried, at most weekly."""
    age = now - request.requested_at
    if age > LAST_TRY:
        return Outcome(RequestStatus.FAILED, None, code, answer)
    again = (request.submitted_at or now) + min(max(DAY, age), SLOWEST_TRY)
    return Outcome(RequestStatus.QUEUED, max(now, again), code, answer)


def pause_for(answer: Unavailable, now: datetime) -> datetime:
    """Return until when nothing is asked of an archive that refuses us or is down."""
    asked = timedelta(seconds=answer.retry_after or 0)
    return now + min(max(PAUSE, asked), LONGEST_PAUSE)


def _midnight(now: datetime) -> datetime:
    """Return the next 00:00 UTC, when the archive counts anew."""
    return datetime.combine(now.astimezone(UTC).date() + DAY, time.min, UTC)
