"""What goes into the queue, and comes out as a capture."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.archive.exchanges import ACCESS, SECRET, Canned, error, gaps

from perenne.archive.outcomes import PAUSE
from perenne.archive.policy import Reason
from perenne.archive.queue import IDLE_SECONDS, work
from perenne.domain.verdicts import VerdictKind
from perenne.net.service import ServiceClient
from perenne.store import archives
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from tests.archive.desk import Desk

PAGE = "https://www.cnfpt.fr/page"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
pytestmark = [
    pytest.mark.parametrize("backend", ["sqlite"]),
    # waybackpy reads the clock by a function that is deprecated from Python 3.12 on.
    pytest.mark.filterwarnings("ignore:datetime.datetime.utc:DeprecationWarning"),
]


def test_a_live_page_is_saved_and_its_capture_remembered(desk: Desk) -> None:
    """From the check to the address that a reader can follow."""
    assert desk.check(PAGE) == {Reason.FIRST: 1}
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    capture = desk.capture(PAGE)
    assert capture is not None
    assert capture.url == f"{desk.archive.base}/web/20261122030510/{PAGE}"


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


def test_neither_passwords_nor_tracking_are_sent(desk: Desk) -> None:
    """One address stands for all variants of a page."""
    desk.check("https://user:pass@www.cnfpt.fr/page?id=4&utm_source=lettre#fin")
    desk.work()
    assert desk.archive.submitted[0].url == "https://www.cnfpt.fr/page?id=4"


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


def test_a_request_that_was_sent_late_is_not_followed_by_another_the_next_day(desk: Desk) -> None:
    """The rest between two is counted from when the page was last sent, not asked for."""
    desk.check(PAGE)
    desk.archive.submissions[PAGE] = [*[error("browsing-timeout")] * 4, error("no-access")]
    desk.work_often(DAY, times=9)
    assert desk.status(PAGE) is RequestStatus.REFUSED
    assert len(desk.archive.submitted) == 5
    assert desk.check(PAGE) == {Reason.ASKED_RECENTLY: 1}
    desk.clock.advance(7 * DAY)
    assert desk.check(PAGE) == {Reason.FIRST: 1}


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


def test_a_host_that_throttles_the_archive_is_left_alone_for_a_while(desk: Desk) -> None:
    """Its other pages wait, those of other hosts do not."""
    pages = [f"{PAGE}/{n}" for n in range(3)]
    other = "https://www.exemple.fr/page"
    desk.archive.submissions[pages[0]] = [error("too-many-requests")]
    desk.check(*pages, other)
    desk.work()
    assert desk.status(other) is RequestStatus.CAPTURED
    assert [desk.status(page) for page in pages] == [RequestStatus.QUEUED] * 3
    assert len(desk.archive.submitted) == 2
    desk.clock.advance(HOUR)
    desk.work()
    assert [desk.status(page) for page in pages[1:]] == [RequestStatus.CAPTURED] * 2


def test_a_page_can_be_saved_without_keys(desk: Desk) -> None:
    """When the administrator says so."""
    desk.configure(access_key="", secret_key="", anonymous=True)
    desk.check(PAGE)
    desk.work()
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    assert not desk.archive.submitted
    assert len(desk.archive.asked("GET", "/save/http")) == 1


def test_without_keys_fewer_pages_are_sent(desk: Desk) -> None:
    """Three a minute, which is what visitors are allowed."""
    desk.configure(access_key="", secret_key="", anonymous=True)
    desk.check(*(f"{PAGE}/{n}" for n in range(5)))
    desk.work()
    sent = [asked.at for asked in desk.archive.asked("GET", "/save/http")]
    assert len(sent) == 5
    assert min(gaps(sent)) >= MINUTE / 3


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


def test_a_worker_that_serves_for_ever_looks_again_after_a_while(desk: Desk) -> None:
    """An empty queue does not end it."""

    class EnoughError(Exception):
        pass

    async def give_up(seconds: float) -> None:
        raise EnoughError(str(seconds))

    async def serve() -> None:
        async with ServiceClient(desk.settings) as client:
            await work(desk.steps(client), until_empty=False, sleep=give_up)

    with pytest.raises(EnoughError, match=str(IDLE_SECONDS)):
        asyncio.run(serve())
