"""Before anything is sent, the account is asked what it may still ask for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.archive.exchanges import ACCESS, SECRET, Canned
from tests.archive.fake_archive import USER

from perenne.archive.outcomes import PAUSE
from perenne.archive.worker import PREFLIGHT
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from tests.archive.desk import Desk

PAGE = "https://www.cnfpt.fr/page"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


def asked(desk: Desk) -> int:
    """Return how often the account was asked for its figures."""
    return len(desk.archive.asked("GET", "/save/status/user"))


@pytest.mark.slow
def test_the_account_is_asked_once_for_many_pages(desk: Desk) -> None:
    """And again when what it said is a quarter of an hour old; never without a page to send."""
    desk.work()
    assert asked(desk) == 0
    pages = [f"{PAGE}/{n}" for n in range(100)]  # at six a minute
    desk.check(*pages)
    desk.work()
    assert {desk.status(page) for page in pages} == {RequestStatus.CAPTURED}
    assert timedelta(minutes=16) < desk.archive.submitted[-1].at - desk.archive.submitted[0].at
    assert (PREFLIGHT, asked(desk)) == (15 * MINUTE, 2)


@pytest.mark.parametrize(
    ("account", "code", "pause"),
    [
        (Canned(401, {"message": "You need to be logged in."}), "keys_refused", PAUSE),
        (Canned(429, "no", {"Retry-After": "3600"}), "rate_limited", HOUR),
        (Canned(503, "down"), "http_503", PAUSE),
        (Canned(200, "<html>offline</html>"), "not_json", PAUSE),
        (Canned(body=USER | {"available": 0}), "user-session-limit", MINUTE),
    ],
)
def test_nothing_is_sent_while_the_account_cannot(
    desk: Desk, account: Canned, code: str, pause: timedelta
) -> None:
    """The page waits, and says why; then it is sent."""
    desk.archive.accounts = [account]
    desk.check(PAGE)
    begun = desk.clock.now()
    desk.work()
    if pause > MINUTE:  # a minute is waited for
        assert not desk.archive.submitted
        assert (desk.status(PAGE), desk.request(PAGE).code) == (RequestStatus.QUEUED, code)
        desk.work_often(MINUTE, times=int(pause / MINUTE) + 1)
    assert desk.status(PAGE) is RequestStatus.CAPTURED
    [sent] = desk.archive.submitted
    assert pause <= sent.at - begun < pause + 2 * MINUTE
    assert desk.request(PAGE).code is None


def test_a_spent_account_waits_for_the_archives_next_day(desk: Desk) -> None:
    """At 00:00 UTC: whoever else uses the keys has asked for the rest of today."""
    desk.archive.accounts = [Canned(body=USER | {"daily_captures": 30_000})]
    desk.check(PAGE)
    desk.work_often(HOUR, times=20)
    assert not desk.archive.submitted
    assert desk.request(PAGE).code == "daily-captures-spent"
    desk.work_often(HOUR, times=2)
    assert len(desk.archive.submitted) == 1


def test_there_is_no_account_without_keys(desk: Desk) -> None:
    """Anonymous saves are asked for as they are."""
    desk.configure(access_key="", secret_key="", anonymous=True)
    desk.check(PAGE)
    desk.work()
    assert asked(desk) == 0
    assert desk.status(PAGE) is RequestStatus.CAPTURED


def test_the_keys_are_shown_to_nobody_but_the_archive(desk: Desk) -> None:
    """In the one header for it."""
    desk.check(PAGE)
    desk.work()
    [account] = desk.archive.asked("GET", "/save/status/user")
    assert account.headers["authorization"] == f"LOW {ACCESS}:{SECRET}"
    assert SECRET not in account.path
