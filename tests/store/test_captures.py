"""Captures wait to be looked at, one worker at a time, and are then what they were seen to be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY

from perenne.domain.captures import Verification
from perenne.domain.links import Capture
from perenne.store import captures, links

if TYPE_CHECKING:
    from perenne.store.database import Database, Session

PAGE = "https://example.org/page"
HOUR = timedelta(hours=1)
COPY = Capture("https://archive.example/1", MONDAY)


@pytest.fixture
def link_id(database: Database) -> int:
    """Make a link."""
    with database.transaction() as session:
        return links.ensure(session, [PAGE], MONDAY)[PAGE]


def settle(session: Session, verification: Verification) -> None:
    """Look at the capture that is due for the longest."""
    waiting = captures.next_waiting(session, MONDAY + 9 * DAY)
    assert waiting is not None
    captures.settle(
        session,
        waiting.id,
        verification,
        code="soft_404" if verification is Verification.BAD else "",
        nearest="",
        check_at=MONDAY + DAY if verification is Verification.PENDING else None,
        at=MONDAY + HOUR,
    )


def test_a_capture_is_looked_at_when_it_is_due_by_one_worker(
    database: Database, link_id: int
) -> None:
    """Both saw it; one was quicker."""
    with database.transaction() as session:
        captures.add(session, link_id, COPY, "spn2", MONDAY, MONDAY + HOUR)
        assert captures.next_waiting(session, MONDAY) is None
        waiting = captures.next_waiting(session, MONDAY + HOUR)
        assert waiting is not None
        assert (waiting.url, waiting.capture, waiting.found_at) == (PAGE, COPY, MONDAY)
        assert captures.reserve(session, waiting, MONDAY + 2 * HOUR)
        assert not captures.reserve(session, waiting, MONDAY + 3 * HOUR)
        assert captures.next_waiting(session, MONDAY + HOUR) is None


@pytest.mark.parametrize("verification", [v for v in Verification if v is not Verification.PENDING])
def test_what_is_settled_waits_no_more(
    database: Database, link_id: int, verification: Verification
) -> None:
    """And is told as what it was seen to be."""
    with database.transaction() as session:
        captures.add(session, link_id, COPY, "spn2", MONDAY, MONDAY)
        settle(session, Verification.PENDING)
        settle(session, verification)
        assert captures.next_waiting(session, MONDAY + 99 * DAY) is None
        [told] = captures.of_links(session, [link_id])[link_id]
        assert captures.counts(session)[verification] == 1
        assert sum(captures.counts(session).values()) == 1
    assert told.verification is verification
    assert told.is_good is (verification is Verification.VERIFIED)


@pytest.mark.parametrize(
    ("seen", "waits"),
    [(Verification.VERIFIED, False), (Verification.BAD, False), (Verification.LOST, True)],
)
def test_a_capture_told_of_again_is_looked_for_again_only_if_it_was_lost(
    database: Database, link_id: int, seen: Verification, waits: bool
) -> None:
    """What was seen is not forgotten; what was not may have been indexed since."""
    with database.transaction() as session:
        captures.add(session, link_id, COPY, "spn2", MONDAY, MONDAY)
        settle(session, seen)
        captures.add(session, link_id, COPY, "cdx", MONDAY + 4 * DAY, MONDAY + 4 * DAY)
        found = captures.next_waiting(session, MONDAY + 4 * DAY)
    assert (found is not None) is waits
    assert found is None or found.found_at == MONDAY + 4 * DAY


@pytest.mark.parametrize("seen", list(Verification))
def test_a_capture_that_is_seen_to_show_the_page_is_verified_whatever_it_was(
    database: Database, link_id: int, seen: Verification
) -> None:
    """It waits no more, and how it was learnt of stays."""
    with database.transaction() as session:
        captures.add(session, link_id, COPY, "spn2", MONDAY, MONDAY)
        settle(session, seen)
        other = Capture("https://archive.example/2", MONDAY + DAY)
        captures.add_verified(session, link_id, [COPY, other], "cdx", MONDAY + DAY)
        captures.add_verified(session, link_id, [], "cdx", MONDAY + DAY)
        told = captures.of_links(session, [link_id])[link_id]
        assert captures.next_waiting(session, MONDAY + 9 * DAY) is None
    assert [each.verification for each in told] == [Verification.VERIFIED] * 2
    assert {each.code for each in told} == {""}
