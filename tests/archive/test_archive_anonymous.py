"""Saving without keys: every answer of the archive, and the right capture out of it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tests.archive.exchanges import Canned
from tests.archive.fake_archive import FakeArchive

from perenne.archive.anonymous import AnonymousSave
from perenne.archive.answers import AlreadyRecent, Captured, Failed, SubmitAnswer, Unavailable
from perenne.archive.codes import FailureClass
from perenne.archive.session import Way
from perenne.clock import SetClock

# waybackpy reads the clock by a function that is deprecated from Python 3.12 on.
pytestmark = pytest.mark.filterwarnings("ignore:datetime.datetime.utc:DeprecationWarning")

PAGE = "https://www.cnfpt.fr/page?x=1"
STAMP = "20261122030500"
SAVED_AT = datetime(2026, 11, 22, 3, 5, tzinfo=UTC)


@pytest.fixture
def saver(way: Way, clock: SetClock) -> AnonymousSave:
    """Return the saver."""
    return AnonymousSave(way, clock)


def save(saver: AnonymousSave) -> SubmitAnswer:
    """Ask for the page."""
    return asyncio.run(saver.submit(PAGE))


def test_a_saved_page_is_read_off_the_final_address(
    saver: AnonymousSave, archive: FakeArchive
) -> None:
    """One request to save, one to see."""
    answer = save(saver)
    assert isinstance(answer, Captured)
    assert (answer.timestamp, answer.original_url) == (SAVED_AT, PAGE)
    assert [asked.path for asked in archive.log] == [f"/save/{PAGE}", f"/web/{STAMP}/{PAGE}"]


def test_the_next_memento_of_the_link_header_is_not_taken_for_this_one(
    saver: AnonymousSave, archive: FakeArchive
) -> None:
    """The library's own reading takes the address that follows ``rel="memento"``."""
    later = f"https://web.archive.org/web/20261201000000/{PAGE}"
    this = f"https://web.archive.org/web/{STAMP}/{PAGE}"
    link = f'<{this}>; rel="memento"; datetime="x", <{later}>; rel="next memento"; datetime="y"'
    archive.pages[f"/web/{STAMP}/{PAGE}"] = Canned(body="saved", headers={"Link": link})
    answer = save(saver)
    assert isinstance(answer, Captured)
    assert answer.timestamp == SAVED_AT


def test_an_old_capture_shown_instead_is_not_taken_for_a_new_one(
    saver: AnonymousSave, archive: FakeArchive
) -> None:
    """A new capture is hidden for up to a day; the archive leads to an older one meanwhile."""
    archive.saves = [Canned(302, headers={"Location": f"/web/20190101000000/{PAGE}"})]
    assert isinstance(save(saver), AlreadyRecent)


def test_a_captured_error_page_is_no_capture(saver: AnonymousSave, archive: FakeArchive) -> None:
    """The archive saves error pages for anonymous visitors, with the date of the memento."""
    memento = {"Memento-Datetime": "Sun, 22 Nov 2026 03:05:00 GMT"}
    archive.pages[f"/web/{STAMP}/{PAGE}"] = Canned(404, "not found", memento)
    answer = save(saver)
    assert isinstance(answer, Failed)
    assert answer.code == "archived-error"


def test_a_capture_that_is_not_yet_to_be_seen_is_looked_up_later(
    saver: AnonymousSave, archive: FakeArchive
) -> None:
    """Without the date of a memento, 404 is the archive's own."""
    archive.pages[f"/web/{STAMP}/{PAGE}"] = Canned(404, "not archived")
    assert isinstance(save(saver), AlreadyRecent)


@pytest.mark.parametrize(
    ("status", "code"),
    [(401, "keys_refused"), (429, "rate_limited"), (503, "http_503"), (520, "http_520")],
)
def test_an_archive_that_serves_nobody_is_unavailable(
    saver: AnonymousSave, archive: FakeArchive, status: int, code: str
) -> None:
    """One request, however the library would have repeated it."""
    archive.saves = [Canned(status, "no", {"Retry-After": "300"})]
    answer = save(saver)
    assert isinstance(answer, Unavailable)
    assert answer.code == code
    assert len(archive.log) == 1


def test_the_wait_that_the_archive_asks_for_is_told(
    saver: AnonymousSave, archive: FakeArchive
) -> None:
    """It is ours to wait, not the library's, which would sleep in the call."""
    archive.saves = [Canned(429, "no", {"Retry-After": "300"})]
    assert save(saver) == Unavailable("rate_limited", retry_after=300.0)


def test_an_answer_without_a_capture_is_a_failure(
    saver: AnonymousSave, archive: FakeArchive
) -> None:
    """The page with the archive's own script, for one; it is not submitted eight times."""
    archive.saves = [Canned(body="<script>spn.watchJob('spn2-1')</script>")]
    answer = save(saver)
    assert isinstance(answer, Failed)
    assert answer.failure_class is FailureClass.UNKNOWN
    assert len(archive.log) == 1


def test_a_redirect_to_another_host_is_not_followed(
    saver: AnonymousSave, archive: FakeArchive
) -> None:
    """The archive has no reason to send us elsewhere, least of all into our own network."""
    target = archive.base.replace("127.0.0.1", "localhost")
    archive.saves = [Canned(302, headers={"Location": f"{target}/web/{STAMP}/{PAGE}"})]
    assert isinstance(save(saver), Failed)
    assert len(archive.log) == 1


def test_endless_redirects_end(saver: AnonymousSave, archive: FakeArchive) -> None:
    """After ten."""
    location = f"/web/{STAMP}/{PAGE}"
    archive.pages[location] = Canned(302, headers={"Location": location})
    assert save(saver) == Unavailable("redirect_loop")
    assert len(archive.log) == 11


def test_a_silent_archive_is_left_at_the_deadline(
    way: Way, archive: FakeArchive, clock: SetClock
) -> None:
    """The library has no time limit of its own."""
    archive.saves = [Canned(hold=True)]
    assert save(AnonymousSave(way, clock, deadline=0.05)) == Unavailable("answer_timeout")


def test_an_archive_that_is_not_there_is_unavailable(saver: AnonymousSave, way: Way) -> None:
    """Port 9 of this machine listens to nobody."""
    way.base = "http://127.0.0.1:9"
    assert save(saver) == Unavailable("unreachable")


def test_the_library_sends_our_name(saver: AnonymousSave, archive: FakeArchive) -> None:
    """Not its own."""
    save(saver)
    assert {asked.headers["user-agent"] for asked in archive.log} == {
        "Mozilla/5.0 (compatible; Perenne/test)"
    }


def test_a_job_of_former_keys_ends_unknown(saver: AnonymousSave, clock: SetClock) -> None:
    """Without keys its end cannot be asked for; the index will tell."""
    clock.advance(timedelta(minutes=1))
    answer = asyncio.run(saver.poll("spn2-1"))
    assert isinstance(answer, Failed)
    assert answer.failure_class is FailureClass.UNKNOWN
