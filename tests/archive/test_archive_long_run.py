"""Weeks of bad days, and in the end every live page is captured exactly once."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.archive.exchanges import Asked, Canned, error, gaps, recent

from perenne.archive.outcomes import PAUSE
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from tests.archive.desk import Desk

BAD_DAYS = (
    Canned(401, {"message": "You need to be logged in to use Save Page Now."}),
    Canned(429, "Too Many Requests"),
    Canned(429, "Too Many Requests", {"Retry-After": "600"}),
    Canned(200, "<html>The archive is offline</html>"),
    Canned(503, "down"),
    Canned(520, ""),
    error("browsing-timeout"),
    error("user-session-limit"),
    error("too-many-daily-captures"),
    error("never-heard-of"),
    recent(),
)
BAD_JOBS = (Canned(404, "gone"), Canned(429, "no"), Canned(502, "no"), error("job-failed"))
UNHEARD = {401, 429, 503}
BREAKDOWN = {*UNHEARD, 502, 520}
PAGES = [f"https://www.cnfpt.fr/page/{n}" for n in range(25)]
pytestmark = [pytest.mark.slow, pytest.mark.parametrize("backend", ["sqlite"])]


def was_heard(asked: Asked) -> bool:
    """Tell whether the archive dealt with the page."""
    return asked.given.status not in UNHEARD and "session-limit" not in str(asked.given.body)


@pytest.fixture
def three_weeks(desk: Desk) -> Desk:
    """Let a worker begin every three hours while the archive fails in all its ways."""
    random = Random(20261122)  # any would do; the same makes a failure come again
    for page in PAGES:
        desk.archive.submissions[page] = random.choices(BAD_DAYS, k=random.randrange(4))
    desk.archive.statuses = random.sample(BAD_JOBS * 3, k=12)
    desk.check(*PAGES)
    desk.work_often(timedelta(hours=3), times=21 * 8)
    return desk


def test_each_live_page_is_captured_exactly_once_through_weeks_of_trouble(
    three_weeks: Desk,
) -> None:
    """Nothing is lost, nothing is asked twice, nothing is hammered, by the archive's own log."""
    archive = three_weeks.archive
    assert {three_weeks.status(page) for page in PAGES} == {RequestStatus.CAPTURED}
    assert Counter(url for _, url in archive.captures) == dict.fromkeys(PAGES, 1)
    assert min(gaps([asked.at for asked in archive.submitted])) >= timedelta(seconds=10)
    for page in PAGES:
        heard = [asked.at for asked in archive.submitted if asked.url == page and was_heard(asked)]
        assert min(gaps(heard), default=timedelta(days=1)) >= timedelta(days=1)
    saving = [asked for asked in archive.log if asked.path.startswith("/save")]
    broken = [(a, b) for a, b in pairwise(saving) if a.given.status in BREAKDOWN]
    assert len(broken) > 10
    assert min(after.at - before.at for before, after in broken) >= PAUSE
