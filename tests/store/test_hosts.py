"""Hosts that asked us to come back later, or that need more than a plain request."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.store.store_stories import DAY, MONDAY, check, result, start

from perenne.domain.verdicts import VerdictKind
from perenne.store import hosts, links, observations

if TYPE_CHECKING:
    from perenne.store.database import Database


def test_a_host_that_asks_for_patience_is_put_off(database: Database) -> None:
    """Its last word counts."""
    for n, minutes in enumerate((60, 10)):
        at = MONDAY + n * DAY
        until = at + timedelta(minutes=minutes)
        check(database, {"https://example.org/": VerdictKind.BLOCKED}, at, put_off=until)
    with database.reading() as session:
        assert hosts.waiting(session, MONDAY + DAY) == {
            "example.org": MONDAY + DAY + timedelta(minutes=10)
        }


def test_the_host_that_answered_is_the_one_put_off(database: Database) -> None:
    """A redirect led there; another page of it that says nothing does not take that back."""
    urls = ["https://a.example/1", "https://b.example/2"]
    until = MONDAY + timedelta(hours=1)
    with database.transaction() as session:
        ids = links.ensure(session, urls, MONDAY)
        first, second = links.links(session, ids.values())
        run_id = start(session, ids.values())
        told = [
            result(first, VerdictKind.BLOCKED, final_url="https://c.example/", put_off=until),
            result(second, VerdictKind.OK, final_url="https://c.example/2"),
        ]
        observations.record(session, run_id, told)
        assert hosts.waiting(session, MONDAY) == {"c.example": until}


def test_what_a_host_needed_is_remembered_for_a_while(database: Database) -> None:
    """Beside when it may be asked again; of another host nothing is said."""
    host, url = "example.org", "https://example.org/"
    until = MONDAY + timedelta(hours=1)
    check(database, {url: VerdictKind.BLOCKED}, MONDAY, put_off=until)
    check(database, {url: VerdictKind.OK}, MONDAY + DAY, needs_browser_like=True)
    check(database, {url: VerdictKind.OK}, MONDAY + 2 * DAY)
    with database.reading() as session:
        assert hosts.needs_browser_like(session, host, since=MONDAY)
        assert not hosts.needs_browser_like(session, host, since=MONDAY + DAY)
        assert not hosts.needs_browser_like(session, "www.example.org", since=MONDAY)
        assert hosts.waiting(session, MONDAY) == {host: until}
