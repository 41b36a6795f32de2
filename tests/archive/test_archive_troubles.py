"""Bad days of the archive: nothing lost, nothing asked twice, nothing hammered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.archive.exchanges import Canned, error, gaps

from perenne.archive.outcomes import PAUSE
from perenne.demo.wayback import Script, Trouble
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from tests.archive.desk import Desk
    from tests.archive.station import Station

PAGE = "https://www.cnfpt.fr/page"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


def test_an_archive_that_is_not_there_loses_nothing(desk: Desk) -> None:
    """All pages are saved when it is back."""
    pages = [f"{PAGE}/{n}" for n in range(3)]
    desk.check(*pages)
    desk.configure(url="http://127.0.0.1:9")
    desk.work()
    assert {desk.status(page) for page in pages} == {RequestStatus.QUEUED}
    desk.configure()
    desk.clock.advance(HOUR)
    desk.work()
    assert {desk.status(page) for page in pages} == {RequestStatus.CAPTURED}


def test_an_archive_that_fails_is_not_hammered(desk: Desk) -> None:
    """However many pages wait and however often a worker starts: once in a quarter of an hour."""
    desk.check(*(f"{PAGE}/{n}" for n in range(9)))
    desk.archive.submissions["*"] = [Canned(503, "down")] * 9
    desk.work_often(MINUTE, times=30)
    times = [asked.at for asked in desk.archive.submitted]
    assert 2 <= len(times) <= 4
    assert len(desk.archive.log) <= 2 * len(times)
    assert min(gaps(times)) >= PAUSE


def test_a_limit_while_a_job_is_followed_keeps_the_job(desk: Desk) -> None:
    """It is asked for again later, not sent again."""
    desk.check(PAGE)
    desk.archive.pending_polls = 0
    desk.archive.statuses = [Canned(429, "no")]
    desk.work()
    desk.clock.advance(PAUSE)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert len(desk.archive.submitted) == 1


def test_refused_keys_stop_the_queue_and_say_so(desk: Desk) -> None:
    """With the right ones it goes on where it was."""
    desk.configure(secret_key="wrong")
    desk.check(PAGE)
    desk.work()
    assert desk.request(PAGE).code == "keys_refused"
    desk.configure()
    desk.clock.advance(PAUSE)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED


def test_a_passing_failure_of_a_page_is_tried_on_other_days_less_and_less_often(
    desk: Desk,
) -> None:
    """After one day, then two, four, seven; after three weeks it is given up."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [error("browsing-timeout")] * 99
    desk.work_often(DAY, times=40)
    start = desk.archive.submitted[0].at
    assert [(asked.at - start).days for asked in desk.archive.submitted] == [0, 1, 2, 4, 8, 15, 22]
    assert desk.status(PAGE) is RequestStatus.FAILED


def test_too_many_captures_at_once_wait_a_minute(desk: Desk) -> None:
    """The session limit is short."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [error("user-session-limit")]
    desk.work()
    first, second = desk.archive.submitted
    assert MINUTE <= second.at - first.at < 2 * MINUTE
    assert desk.status(PAGE) is RequestStatus.CAPTURED


def test_a_spent_quota_of_the_account_stops_everything_until_midnight(desk: Desk) -> None:
    """UTC, when the archive counts anew."""
    desk.check(PAGE, f"{PAGE}/other")
    desk.archive.submissions["*"] = [error("max-daily-bandwidth")]
    desk.work()
    desk.clock.advance(20 * HOUR)
    desk.work()
    assert len(desk.archive.submitted) == 1
    desk.clock.advance(HOUR)
    desk.work()
    assert desk.status(f"{PAGE}/other") is RequestStatus.CAPTURED


def test_a_quota_of_one_page_stops_that_page_alone(desk: Desk) -> None:
    """Until the next day."""
    desk.check(PAGE, f"{PAGE}/other")
    desk.archive.submissions[PAGE] = [error("too-many-daily-captures")]
    desk.work()
    assert desk.status(f"{PAGE}/other") is RequestStatus.CAPTURED
    desk.clock.advance(DAY)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED


def test_a_job_that_never_ends_is_asked_for_less_and_less_often(desk: Desk) -> None:
    """For three hours; then the index is asked."""
    desk.check(PAGE)
    desk.archive.pending_polls = 9999
    desk.work_often(5 * MINUTE, times=48)
    polls = desk.archive.polled
    assert len(polls) < 40
    assert polls[-1].at - polls[0].at < 4 * HOUR
    assert desk.archive.asked("GET", "/cdx")
    assert len(desk.archive.submitted) == 1


def test_what_was_saved_of_a_page_that_leads_elsewhere_is_found_when_its_job_is_forgotten(
    station: Station,
) -> None:
    """The index has the redirect under its address, and the page under another."""
    station.wayback.script(PAGE, Script(archived_status=302, poll=Trouble.FORGOTTEN))
    station.check(PAGE)
    station.work()
    assert station.status(PAGE) is RequestStatus.CAPTURED
    assert len(station.known(PAGE)) == 1
