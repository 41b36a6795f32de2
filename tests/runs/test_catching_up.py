"""A night that nobody has begun, or that somebody left behind, is taken up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from tests.runs.test_claims import dead_process

from perenne.clock import SetClock
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.sites import Site
from perenne.runs.catching_up import FIRST_WAIT, LONGEST_WAIT, CatchUp
from perenne.runs.holders import holder
from perenne.runs.service import Service
from perenne.runs.signs import LEASE
from perenne.settings import Settings
from perenne.store import runs
from perenne.store.database import Database

NIGHT = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> SetClock:
    """Stand a minute after Monday's night was due."""
    return SetClock(NIGHT + timedelta(minutes=1))


@pytest.fixture
def service(database: Database, database_url: str, clock: SetClock) -> Service:
    """Give a service on an empty database."""
    return Service(Settings(database_url=database_url), clock, lambda _host: Site(), database)


def begin(service: Service, name: str, status: RunStatus = RunStatus.RUNNING) -> int:
    """Begin the night that is due under a holder, and let it end so."""
    now = service.clock.now()
    with service.database.transaction() as session:
        run_id = runs.claim(
            session,
            RunKind.NIGHTLY,
            scheduled_for=NIGHT,
            night=service.night(now),
            holder=name,
            at=now,
        )
        assert run_id is not None
        if status is not RunStatus.RUNNING:
            runs.finish(session, run_id, status, {}, now)
    return run_id


def test_a_night_that_never_began_is_wanted(service: Service) -> None:
    """The database was out of order at the hour of the night."""
    assert CatchUp(service).wanted()


def test_a_night_that_has_ended_is_not_wanted(service: Service) -> None:
    """Once is enough."""
    begin(service, "elsewhere:1:ab", RunStatus.COMPLETED)
    assert not CatchUp(service).wanted()


def test_a_night_that_was_void_is_tried_again_until_noon(service: Service, clock: SetClock) -> None:
    """Our own network may be back; at noon the night is over."""
    begin(service, "elsewhere:1:ab", RunStatus.VOID)
    assert CatchUp(service).wanted()
    clock.instant = datetime(2026, 3, 2, 10, 59, tzinfo=UTC)
    assert CatchUp(service).wanted()
    clock.instant = datetime(2026, 3, 2, 11, 1, tzinfo=UTC)
    assert not CatchUp(service).wanted()


def test_a_night_at_which_somebody_is_is_left_to_him(service: Service, clock: SetClock) -> None:
    """Until his lease has run out: his machine may be gone."""
    begin(service, "elsewhere:1:ab")
    catch_up = CatchUp(service)
    assert not catch_up.wanted()
    clock.advance(LEASE + SECOND)
    assert catch_up.wanted()


def test_a_process_that_was_killed_here_is_noticed_at_once(service: Service) -> None:
    """Nobody has to wait for a lease on its own machine."""
    begin(service, dead_process())
    assert CatchUp(service).wanted()


def test_a_worker_that_stopped_in_mid_night_is_replaced(service: Service) -> None:
    """The other one goes on with it."""
    begin(service, "elsewhere:1:ab", RunStatus.INTERRUPTED)
    assert CatchUp(service).wanted()


def test_our_own_night_under_way_is_not_doubled(service: Service) -> None:
    """It renews its lease as it goes."""
    begin(service, holder())
    assert not CatchUp(service).wanted()


def test_what_cannot_be_done_is_tried_more_and_more_seldom(
    service: Service, clock: SetClock
) -> None:
    """A minute, two, four …: an hour at last, and anew with the next night."""
    catch_up = CatchUp(service)
    tries = []
    for minute in range(8 * 60):
        if catch_up.wanted():
            tries.append(minute)
        clock.advance(timedelta(minutes=1))
    waits = [later - earlier for earlier, later in pairwise(tries)]
    assert waits[0] == FIRST_WAIT / timedelta(minutes=1)
    assert waits[:6] == [1, 2, 4, 8, 16, 32]
    assert set(waits[6:]) == {LONGEST_WAIT / timedelta(minutes=1)}
    clock.instant = NIGHT + timedelta(days=1)
    assert catch_up.wanted()
