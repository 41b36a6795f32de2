"""The queue: every live page saved, nothing lost, nothing asked twice, nothing hammered."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from fake_archive import ACCESS, SECRET, Canned, error, recent

from perenne.archive.outcomes import PAUSE
from perenne.archive.policy import Reason
from perenne.domain.verdicts import VerdictKind
from perenne.store import archives
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from conftest import Desk

PAGE = "https://www.cnfpt.fr/page"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)

# waybackpy reads the clock by a function that is deprecated from Python 3.12 on.
pytestmark = pytest.mark.filterwarnings("ignore:datetime.datetime.utc:DeprecationWarning")


def gaps(times: list[datetime]) -> list[timedelta]:
    """Return what lies between each instant and the next."""
    return [later - earlier for earlier, later in pairwise(times)]


def test_a_live_page_is_saved_and_its_capture_remembered(desk: Desk) -> None:
    """From the check to the address that a reader can follow."""
    assert desk.check(PAGE) == {Reason.FIRST: 1}
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    capture = desk.capture(PAGE)
    assert capture is not None
    assert capture.url == f"{desk.archive.base}/web/20261122030505/{PAGE}"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (VerdictKind.RESTRICTED, Reason.RESTRICTED),
        (VerdictKind.NOT_FOUND, Reason.NOT_LIVE),
        (VerdictKind.BLOCKED, Reason.NOT_LIVE),
    ],
)
def test_what_is_not_to_be_saved_never_reaches_the_archive(
    desk: Desk, kind: VerdictKind, reason: Reason
) -> None:
    """Neither walls nor error pages."""
    assert desk.check(PAGE, kind=kind) == {reason: 1}
    desk.work()
    assert not desk.archive.log


def test_nothing_is_queued_while_nothing_can_be_sent(desk: Desk) -> None:
    """Without keys and without leave to go without."""
    desk.configure(access_key="", secret_key="")
    assert desk.check(PAGE) == {}
    desk.work()
    assert not desk.archive.log


def test_a_page_checked_again_the_same_day_is_sent_once(desk: Desk) -> None:
    """While the request waits, and after it was fulfilled."""
    desk.check(PAGE)
    assert desk.check(PAGE) == {Reason.WAITING: 1}
    desk.work()
    assert desk.check(PAGE) == {Reason.ASKED_RECENTLY: 1}
    desk.work()
    assert len(desk.archive.submitted) == 1


def test_a_changed_page_is_saved_again_a_week_later(desk: Desk) -> None:
    """An unchanged one is not."""
    other = f"{PAGE}/other"
    desk.check(PAGE, other, fingerprint="before")
    desk.work()
    desk.clock.advance(8 * DAY)
    assert desk.check(PAGE, fingerprint="after") == {Reason.CHANGED: 1}
    assert desk.check(other, fingerprint="before") == {Reason.FRESH: 1}


def test_neither_passwords_nor_tracking_are_sent(desk: Desk) -> None:
    """One address stands for all variants of a page."""
    desk.check("https://user:pass@www.cnfpt.fr/page?id=4&utm_source=lettre#fin")
    desk.work()
    assert desk.archive.submitted[0].url == "https://www.cnfpt.fr/page?id=4"


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
    desk.kill_when(lambda: bool(desk.archive.submitted))
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
    desk.archive.statuses = [Canned(hold=True)]
    desk.kill_when(lambda: bool(desk.archive.asked("GET", "/save/status")))
    job = desk.request(PAGE).job_id
    assert job is not None
    desk.clock.advance(HOUR)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert {asked.path for asked in desk.archive.asked("GET", "/save/status")} == {
        f"/save/status/{job}"
    }
    assert len(desk.archive.submitted) == 1


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
    times = [asked.at for asked in desk.archive.log]
    assert 2 <= len(times) <= 4
    assert min(gaps(times)) >= PAUSE


def test_the_wait_that_the_archive_asks_for_is_kept(desk: Desk) -> None:
    """Retry-After, by all workers and for all pages."""
    desk.check(PAGE, f"{PAGE}/other")
    desk.archive.submissions["*"] = [Canned(429, "no", {"Retry-After": "7200"})]
    desk.work()
    desk.clock.advance(2 * HOUR - 3 * MINUTE)
    desk.work()
    assert len(desk.archive.log) == 1
    desk.clock.advance(3 * MINUTE)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert desk.status(f"{PAGE}/other") is RequestStatus.CAPTURED


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


def test_a_refused_page_is_asked_for_again_only_by_a_later_check(desk: Desk) -> None:
    """The archive says `not-found` of pages that live: it is tried weekly, while they do."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [error("not-found")]
    desk.work()
    assert desk.status(PAGE) is RequestStatus.REFUSED
    desk.clock.advance(6 * DAY)
    assert desk.check(PAGE) == {Reason.ASKED_RECENTLY: 1}
    desk.clock.advance(DAY)
    assert desk.check(PAGE) == {Reason.FIRST: 1}
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED


def test_a_refused_renewal_is_tried_again_though_a_capture_is_there(desk: Desk) -> None:
    """The new text was never saved."""
    desk.check(PAGE, fingerprint="before")
    desk.work()
    desk.clock.advance(8 * DAY)
    desk.archive.submissions[PAGE] = [error("blocked")]
    desk.check(PAGE, fingerprint="after")
    desk.work()
    desk.clock.advance(8 * DAY)
    assert desk.check(PAGE, fingerprint="after") == {Reason.AGAIN: 1}


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
    assert len(desk.archive.log) == 1
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


def test_a_page_that_someone_saved_a_moment_ago_is_found_in_the_index(desk: Desk) -> None:
    """The archive makes no second capture, and does not say where the first is."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [recent()]
    desk.archive.captures.append(("20261122030200", PAGE))
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    capture = desk.capture(PAGE)
    assert capture is not None
    assert capture.url.endswith(f"/web/20261122030200/{PAGE}")


def test_an_old_capture_in_the_index_is_not_taken_for_the_new_one(desk: Desk) -> None:
    """New ones are indexed up to a day later."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [recent()]
    desk.archive.captures.append(("20190101000000", PAGE))
    desk.work()
    assert desk.status(PAGE) is RequestStatus.SUBMITTED
    desk.archive.captures.append(("20261122030200", PAGE))
    desk.clock.advance(HOUR)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED


def test_a_submission_whose_answer_was_lost_is_not_sent_again_that_day(desk: Desk) -> None:
    """The archive may have taken it: when the index knows of nothing a day later, it is."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [Canned(504, "gateway timeout")]
    desk.work_often(HOUR, times=23)
    assert len(desk.archive.submitted) == 1
    assert len(desk.archive.asked("GET", "/cdx")) in range(2, 8)
    desk.work_often(HOUR, times=30)
    assert len(desk.archive.submitted) == 2
    assert desk.status(PAGE) is RequestStatus.CAPTURED


def test_an_index_that_fails_decides_nothing(desk: Desk) -> None:
    """A failed look-up is not "none found": the page is not sent again."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [recent()]
    desk.archive.look_ups = [Canned(429, "Too Many Requests")] * 99
    desk.work_often(DAY, times=5)
    assert desk.status(PAGE) is RequestStatus.SUBMITTED
    assert len(desk.archive.submitted) == 1


def test_an_excluded_page_is_refused(desk: Desk) -> None:
    """Its owner does not want it in the archive."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [recent()]
    desk.archive.look_ups = [Canned(403, "AdministrativeAccessControlException: Blocked Site Error")]
    desk.work()
    assert (desk.status(PAGE), desk.request(PAGE).code) == (RequestStatus.REFUSED, "excluded")


def test_a_job_that_the_archive_has_forgotten_is_looked_up(desk: Desk) -> None:
    """Jobs are kept for an hour; the capture is in the index."""
    desk.check(PAGE)
    desk.archive.statuses = [Canned(404, "<h1>Not Found</h1>")]
    desk.archive.captures.append(("20261122030501", PAGE))
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert len(desk.archive.submitted) == 1


def test_a_job_that_never_ends_is_asked_for_less_and_less_often(desk: Desk) -> None:
    """For three hours; then the index is asked."""
    desk.check(PAGE)
    desk.archive.pending_polls = 9999
    desk.work_often(MINUTE, times=4 * 60)
    polls = desk.archive.asked("GET", "/save/status")
    assert len(polls) < 40
    assert polls[-1].at - polls[0].at < 4 * HOUR
    assert desk.archive.asked("GET", "/cdx")
    assert len(desk.archive.submitted) == 1


def test_a_page_can_be_saved_without_keys(desk: Desk) -> None:
    """When the administrator says so."""
    desk.configure(access_key="", secret_key="", anonymous=True)
    desk.check(PAGE)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert not desk.archive.submitted
    assert len(desk.archive.asked("GET", "/save/http")) == 1


def test_keys_are_neither_stored_nor_logged(
    desk: Desk, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Through success, failure and refusal."""
    desk.check(PAGE, f"{PAGE}/1", f"{PAGE}/2")
    desk.archive.submissions["*"] = [error("no-access"), Canned(401, "no")]
    desk.work()
    desk.clock.advance(PAUSE)
    desk.work()
    with desk.database.reading() as session:
        told = [repr(archives.latest_request(session, link)) for link in desk.links.values()]
    told += [caplog.text, *capfd.readouterr()]
    assert len(told) == 6
    assert not [text for text in told if ACCESS in text or SECRET in text]
