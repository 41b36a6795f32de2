"""Requests to archives: one for a link and day, followed to its end; and the copies found."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY

from perenne.domain.links import Capture
from perenne.store import archives, captures, links, observations
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from perenne.store.database import Database

PAGE = "https://example.org/page"
HOUR = timedelta(hours=1)


@pytest.fixture
def link_id(database: Database) -> int:
    """Make a link."""
    with database.transaction() as session:
        return links.ensure(session, [PAGE], MONDAY)[PAGE]


def wait_for(database: Database, link_id: int) -> archives.ArchiveRequest:
    """Return the newest request of the link."""
    with database.reading() as session:
        found = archives.latest_request(session, link_id)
    assert found is not None
    return found


def test_a_link_is_asked_for_once_a_day(database: Database, link_id: int) -> None:
    """The next day it may be asked for again."""
    with database.transaction() as session:
        assert archives.latest_request(session, link_id) is None
        assert archives.request(session, link_id, MONDAY.date(), MONDAY, fingerprint="f1")
        assert not archives.request(session, link_id, MONDAY.date(), MONDAY + HOUR)
        assert archives.request(session, link_id, (MONDAY + DAY).date(), MONDAY + DAY)
        queue = archives.next_requests(session, MONDAY, 10)
    assert [(r.url, r.day, r.fingerprint) for r in queue] == [(PAGE, MONDAY.date(), "f1")]
    assert wait_for(database, link_id).day == (MONDAY + DAY).date()


def test_a_request_is_followed_to_its_end(database: Database, link_id: int) -> None:
    """Queued, submitted, polled, captured."""
    with database.transaction() as session:
        archives.request(session, link_id, MONDAY.date(), MONDAY)
        [queued] = archives.next_requests(session, MONDAY, 1)
        assert archives.submitted(session, queued.id, "spn2-1", MONDAY)
        [polled] = archives.next_requests(session, MONDAY, 1)
        archives.outcome(
            session,
            queued.id,
            RequestStatus.SUBMITTED,
            code=None,
            answer=None,
            next_try_at=MONDAY + HOUR,
            at=MONDAY,
        )
        assert archives.next_requests(session, MONDAY, 1) == []
        archives.outcome(
            session,
            queued.id,
            RequestStatus.CAPTURED,
            code="success",
            answer="{}",
            next_try_at=None,
            at=MONDAY + HOUR,
        )
        assert archives.next_requests(session, MONDAY + DAY, 1) == []
        assert not archives.submitted(session, queued.id, "spn2-2", MONDAY + DAY)
        assert archives.submitted_since(session, MONDAY) == 1
        assert archives.submitted_since(session, MONDAY + HOUR) == 0
        counts = archives.counts(session)
    assert (polled.status, polled.job_id) == (RequestStatus.SUBMITTED, "spn2-1")
    assert {status for status, n in counts.items() if n} == {RequestStatus.CAPTURED}
    assert set(counts) == set(RequestStatus)
    done = wait_for(database, link_id)
    assert (done.attempts, done.code, done.answer) == (1, "success", "{}")
    assert done.changed_at == MONDAY + HOUR


def test_a_failed_try_is_made_again_when_it_is_time(database: Database, link_id: int) -> None:
    """The tries are counted."""
    with database.transaction() as session:
        archives.request(session, link_id, MONDAY.date(), MONDAY)
        [queued] = archives.next_requests(session, MONDAY, 1)
        for n in (1, 2):
            archives.outcome(
                session,
                queued.id,
                RequestStatus.QUEUED,
                code="busy",
                answer=None,
                next_try_at=MONDAY + n * HOUR,
                at=MONDAY,
            )
        assert archives.next_requests(session, MONDAY + HOUR, 1) == []
        [again] = archives.next_requests(session, MONDAY + 2 * HOUR, 1)
    assert (again.attempts, again.code) == (2, "busy")


def test_a_request_is_reserved_by_one_worker(database: Database, link_id: int) -> None:
    """Both saw it; one was quicker."""
    with database.transaction() as session:
        archives.request(session, link_id, MONDAY.date(), MONDAY)
        [seen] = archives.next_requests(session, MONDAY, 1)
        assert archives.reserve(session, seen, MONDAY + HOUR)
        assert not archives.reserve(session, seen, MONDAY + HOUR)
        assert archives.next_requests(session, MONDAY, 1) == []


def test_the_newest_capture_is_the_last(database: Database, link_id: int) -> None:
    """A capture found twice is noted once; history tells them in order."""
    mementos = [
        Capture(f"https://archive.example/{n}/{'x' * 4_000}", MONDAY - n * DAY) for n in range(2)
    ]
    with database.transaction() as session:
        assert captures.last(session, link_id) is None
        for capture in (*mementos, mementos[0]):
            captures.add(session, link_id, capture, "cdx", MONDAY, MONDAY + HOUR)
        assert captures.last(session, link_id) == mementos[0]
        assert observations.history(session, link_id).captures == tuple(mementos[::-1])
