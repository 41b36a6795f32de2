"""Workers share the queue through the database: pace, budget, and sudden ends."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.archive.exchanges import Canned, gaps

from perenne.archive.policy import Reason
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from tests.archive.desk import Desk

PAGE = "https://www.cnfpt.fr/page"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def test_submissions_are_spread_evenly_over_the_minute(desk: Desk) -> None:
    """Six a minute: ten seconds between two, by the archive's own log."""
    desk.check(*(f"{PAGE}/{n}" for n in range(8)))
    desk.work()
    times = [asked.at for asked in desk.archive.submitted]
    assert len(times) == 8
    assert min(gaps(times)) >= timedelta(seconds=10)
    assert max(gaps(times)) <= timedelta(seconds=12)


def test_two_workers_share_pace_and_queue(desk: Desk) -> None:
    """Through the database alone: no page twice, no two within ten seconds."""
    desk.check(*(f"{PAGE}/{n}" for n in range(6)))

    async def both() -> None:
        await asyncio.gather(desk.working(), desk.working())

    asyncio.run(both())
    pages = [f"{PAGE}/{n}" for n in range(6)]
    assert sorted(asked.url for asked in desk.archive.submitted) == pages
    # The clock runs ahead of what is on the wire: the instants noted before sending count.
    sent = sorted(at for page in pages if (at := desk.request(page).submitted_at))
    assert min(gaps(sent)) >= timedelta(seconds=10)


def test_what_is_above_the_days_budget_waits_for_the_next_day(desk: Desk) -> None:
    """The archive's day begins at midnight, UTC."""
    desk.configure(captures_per_day=2)
    desk.check(*(f"{PAGE}/{n}" for n in range(3)))
    desk.work()
    assert len(desk.archive.submitted) == 2
    desk.clock.advance(20 * HOUR)
    desk.work()
    assert len(desk.archive.submitted) == 2
    desk.clock.advance(HOUR)
    desk.work()
    assert len(desk.archive.submitted) == 3


def test_what_was_sent_is_followed_though_the_budget_is_spent(desk: Desk) -> None:
    """Asking how a job is getting on costs no capture."""
    desk.configure(captures_per_day=1)
    desk.check(PAGE, f"{PAGE}/other")
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert desk.status(f"{PAGE}/other") is RequestStatus.QUEUED


def test_a_worker_killed_while_it_sends_leaves_a_page_that_is_not_sent_twice(desk: Desk) -> None:
    """The request was stored before it was sent; the index tells that the archive took it."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [Canned(hold=True)]
    desk.kill_while_it_waits()
    request = desk.request(PAGE)
    assert (request.status, request.job_id) == (RequestStatus.SUBMITTED, None)
    desk.archive.captures.append(("20261122030510", PAGE))
    desk.work()
    assert not desk.archive.asked("GET", "/cdx")
    desk.clock.advance(HOUR)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert len(desk.archive.submitted) == 1


def test_a_worker_killed_while_it_waits_is_followed_by_one_that_asks_for_the_same_job(
    desk: Desk,
) -> None:
    """The job was stored before it was asked for."""
    desk.check(PAGE)
    desk.archive.pending_polls = 0
    desk.archive.statuses = [Canned(hold=True)]
    desk.kill_while_it_waits()
    job = desk.request(PAGE).job_id
    assert job is not None
    desk.clock.advance(HOUR)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert {asked.path for asked in desk.archive.polled} == {f"/save/status/{job}"}
    assert len(desk.archive.submitted) == 1


def test_the_wait_that_the_archive_asks_for_is_kept(desk: Desk) -> None:
    """Retry-After, by all workers and for all pages."""
    desk.check(PAGE, f"{PAGE}/other")
    desk.archive.submissions["*"] = [Canned(429, "no", {"Retry-After": "7200"})]
    desk.work()
    desk.clock.advance(2 * HOUR - 3 * MINUTE)
    asked = len(desk.archive.log)
    desk.work()
    assert len(desk.archive.log) == asked
    desk.clock.advance(3 * MINUTE)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert desk.status(f"{PAGE}/other") is RequestStatus.CAPTURED


def test_a_changed_page_is_saved_again_a_week_later(desk: Desk) -> None:
    """An unchanged one is not."""
    other = f"{PAGE}/other"
    desk.check(PAGE, other, fingerprint="before")
    desk.work()
    desk.clock.advance(8 * DAY)
    assert desk.check(PAGE, fingerprint="after") == {Reason.CHANGED: 1}
    assert desk.check(other, fingerprint="before") == {Reason.FRESH: 1}
