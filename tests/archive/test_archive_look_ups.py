"""What the archive may have saved without telling is looked up, not sent twice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.archive.exchanges import Canned, recent

from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from tests.archive.desk import Desk

PAGE = "https://www.cnfpt.fr/page"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


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
    desk.work_often(HOUR, times=4)
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
    desk.archive.look_ups = [
        Canned(403, "AdministrativeAccessControlException: Blocked Site Error")
    ]
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
