"""Looking captures up: found, none, excluded and failed are four different things."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tests.archive.desk import Sleeper
from tests.archive.exchanges import Canned, excluded, row
from tests.archive.fake_archive import FakeArchive

from perenne.archive.cdx import (
    LOOK_UPS_PER_MINUTE,
    REST_AFTER_REFUSAL,
    Excluded,
    Found,
    Index,
    LookUp,
    LookUpFailed,
    NoneFound,
)
from perenne.archive.pace import Pace
from perenne.archive.session import Way
from perenne.clock import SetClock
from perenne.domain.links import Capture
from perenne.store.database import Database

PAGE = "https://www.cnfpt.fr/étude?lang=fr"
OLD, NEW = "20190301120000", "20260110081500"


@pytest.fixture
def index(database: Database, way: Way, clock: SetClock, sleep: Sleeper) -> Index:
    """Return the look-up."""
    return Index.of(database, way, clock, sleep)


def look_up(index: Index, url: str = PAGE, until: datetime | None = None) -> LookUp:
    """Ask the index."""
    return asyncio.run(index.latest(url, until=until))


def test_the_latest_capture_comes_first(index: Index, archive: FakeArchive) -> None:
    """With its address and date."""
    archive.captures = [(OLD, PAGE), (NEW, PAGE)]
    found = look_up(index)
    assert isinstance(found, Found)
    address = f"{archive.base}/web/{NEW}/{PAGE}"
    assert found.captures[0] == Capture(address, datetime(2026, 1, 10, 8, 15, tzinfo=UTC))
    assert len(found.captures) == 2


def test_only_captures_of_working_pages_are_asked_for(index: Index, archive: FakeArchive) -> None:
    """The index holds error pages as well."""
    look_up(index)
    assert "filter=statuscode%3A200" in archive.log[0].path


def test_captures_after_a_date_can_be_left_out(index: Index, archive: FakeArchive) -> None:
    """A capture made after the page began to fail may show the failure."""
    archive.captures = [(OLD, PAGE), (NEW, PAGE)]
    found = look_up(index, until=datetime(2025, 1, 1, tzinfo=UTC))
    assert isinstance(found, Found)
    assert [capture.timestamp.year for capture in found.captures] == [2019]


def test_only_the_last_few_of_many_captures_are_read(index: Index, archive: FakeArchive) -> None:
    """A home page has thousands."""
    archive.captures = [(f"20200101{n:06}", PAGE) for n in range(50)]
    found = look_up(index)
    assert isinstance(found, Found)
    assert len(found.captures) == 5
    assert found.captures[0].url.endswith(f"/20200101000049/{PAGE}")


def test_another_page_that_the_index_folds_into_this_one_is_left_out(
    index: Index, archive: FakeArchive
) -> None:
    """Letter case counts in a path; scheme and ``www.`` do not."""
    archive.captures = [(OLD, PAGE.replace("https://www.", "http://")), (NEW, PAGE.swapcase())]
    found = look_up(index)
    assert isinstance(found, Found)
    assert [capture.timestamp.year for capture in found.captures] == [2019]


@pytest.mark.parametrize("empty", ["", "\n"])
def test_a_page_that_was_never_captured_is_none_found(
    index: Index, archive: FakeArchive, empty: str
) -> None:
    """An empty answer says so."""
    archive.look_ups = [Canned(body=empty)]
    assert look_up(index) == NoneFound()


def test_an_excluded_page_is_not_one_that_was_never_captured(
    index: Index, archive: FakeArchive
) -> None:
    """Its owner had it taken out."""
    archive.look_ups = [excluded()]
    assert look_up(index) == Excluded()


@pytest.mark.parametrize("status", [302, 403, 404, 429, 500, 503, 504])
def test_a_refusal_or_a_breakdown_is_a_failed_look_up(
    index: Index, archive: FakeArchive, status: int
) -> None:
    """However short its body: it does not mean that nothing was archived."""
    archive.look_ups = [Canned(status, "Too Many Requests")]
    assert look_up(index) == LookUpFailed(f"http_{status}")


def test_a_page_instead_of_rows_is_a_failed_look_up(index: Index, archive: FakeArchive) -> None:
    """The archive's own "we are down" page comes with 200 at times."""
    archive.look_ups = [Canned(body="<html><body>The archive is temporarily offline</body></html>")]
    assert look_up(index) == LookUpFailed("not_an_index")


def test_a_bad_row_does_not_hide_the_good_ones(index: Index, archive: FakeArchive) -> None:
    """Impossible dates and missing columns occur."""
    rows = [row("20000800241623", PAGE), row(NEW, PAGE) + " extra", row(OLD, PAGE)]
    archive.look_ups = [Canned(body="\n".join(rows))]
    found = look_up(index)
    assert isinstance(found, Found)
    assert [capture.timestamp.year for capture in found.captures] == [2019]


def test_a_silent_archive_is_left_at_the_deadline(
    database: Database, way: Way, archive: FakeArchive, clock: SetClock, sleep: Sleeper
) -> None:
    """The thread that waits for it holds nothing up."""
    archive.look_ups = [Canned(hold=True)]
    index = Index(way, Pace(database, "cdx", 60, clock, sleep), deadline=0.05)
    assert look_up(index) == LookUpFailed("answer_timeout")


def test_an_archive_that_is_not_there_is_a_failed_look_up(index: Index, way: Way) -> None:
    """Port 9 of this machine listens to nobody."""
    way.base = "http://127.0.0.1:9"
    assert look_up(index) == LookUpFailed("unreachable")


def test_look_ups_keep_their_pace(index: Index, archive: FakeArchive, clock: SetClock) -> None:
    """At most 24 in any minute, by the archive's own log."""
    for _ in range(60):
        look_up(index)
    times = [asked.at for asked in archive.log]
    busiest = max(sum(t <= u < t + timedelta(minutes=1) for u in times) for t in times)
    assert busiest <= LOOK_UPS_PER_MINUTE
    assert times[-1] - times[0] < timedelta(minutes=3)


def test_nothing_is_asked_for_a_while_after_a_refusal(
    index: Index, archive: FakeArchive, clock: SetClock
) -> None:
    """Whoever goes on is blocked for an hour."""
    archive.look_ups = [Canned(429, "Too Many Requests")]
    look_up(index)
    assert look_up(index) == LookUpFailed("put_off")
    assert len(archive.log) == 1
    clock.advance(timedelta(seconds=REST_AFTER_REFUSAL))
    assert look_up(index) == NoneFound()
