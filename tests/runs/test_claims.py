"""Who does a run: one holder at a time, taken over when it has died."""

import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from perenne.clock import SetClock
from perenne.domain.links import Link, Result
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.sites import Site
from perenne.domain.states import State
from perenne.domain.verdicts import Verdict, VerdictKind
from perenne.runs.claims import claim
from perenne.runs.holders import holder
from perenne.runs.orders import Order
from perenne.runs.service import Service
from perenne.runs.signs import LEASE
from perenne.settings import Settings
from perenne.store import links, observations, runs
from perenne.store.database import Database

MONDAY = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
URL = "http://a.exemple.fr/page"
NIGHT = Order(RunKind.NIGHTLY, [], MONDAY)


@pytest.fixture
def clock() -> SetClock:
    """Stand at Monday's night."""
    return SetClock(MONDAY)


@pytest.fixture
def service(database: Database, database_url: str, clock: SetClock) -> Service:
    """Give a service on an empty database."""
    return Service(Settings(database_url=database_url), clock, lambda _host: Site(), database)


def begin(service: Service, name: str, kind: RunKind = RunKind.NIGHTLY) -> int:
    """Begin a run under another holder, and record that the one link is gone."""
    now = service.clock.now()
    with service.database.transaction() as session:
        ids = links.ensure(session, [URL], now)
        run_id = runs.claim(
            session,
            kind,
            scheduled_for=now if kind is RunKind.NIGHTLY else None,
            night=service.night(now),
            holder=name,
            at=now,
        )
        assert run_id is not None
        runs.enqueue(session, run_id, ids.values())
        link = Link(URL, URL, "a.exemple.fr", ids[URL])
        gone = Result(link, Verdict(VerdictKind.GONE), now, final_url=URL)
        observations.record(session, run_id, [gone])
    return run_id


def dead_process() -> str:
    """Return a holder on this machine whose process has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return f"{socket.gethostname()}:{process.pid}:0123"


def state(service: Service) -> State:
    """Return what is believed of the one link."""
    with service.database.reading() as session:
        found = links.find(session, URL)
        assert found is not None
        [status] = links.statuses(session, [found])
    return status.state


@pytest.mark.parametrize("name", [f"elsewhere:{1}:ab", "me"])
def test_a_living_holder_keeps_its_night(service: Service, name: str) -> None:
    """Elsewhere within its lease; or this very process, which must not double itself."""
    begin(service, holder() if name == "me" else name)
    assert claim(service, NIGHT) is None


def test_a_dead_process_is_replaced_at_once(service: Service) -> None:
    """The same night goes on where it was."""
    run_id = begin(service, dead_process())
    claimed = claim(service, NIGHT)
    assert claimed is not None
    assert (claimed.run_id, claimed.resumed) == (run_id, True)


def test_an_earlier_life_of_the_same_number_is_dead(service: Service) -> None:
    """In a container the process is always number 1."""
    name = holder().rpartition(":")[0] + ":other"
    begin(service, name)
    assert claim(service, NIGHT) is not None


def test_a_silent_holder_elsewhere_is_replaced_after_its_lease(
    service: Service, clock: SetClock
) -> None:
    """Its machine may be gone."""
    begin(service, "elsewhere:1:ab")
    clock.advance(LEASE + timedelta(seconds=1))
    assert claim(service, NIGHT) is not None


def test_what_an_earlier_night_saw_counts(service: Service, clock: SetClock) -> None:
    """It was never brought to its end; the next night settles it and begins its own."""
    earlier = begin(service, dead_process())
    clock.advance(timedelta(days=1))
    claimed = claim(service, Order(RunKind.NIGHTLY, [], clock.now()))
    assert claimed is not None
    assert not claimed.resumed
    assert state(service) is State.SUSPECT
    with service.database.reading() as session:
        run = runs.get(session, earlier)
    assert run is not None
    assert run.counts == {"gone": 1}


def test_an_interrupted_night_is_settled_the_next(service: Service, clock: SetClock) -> None:
    """Where nobody resumed it in time."""
    earlier = begin(service, "elsewhere:1:ab")
    with service.database.transaction() as session:
        runs.finish(session, earlier, RunStatus.INTERRUPTED, {}, clock.now())
    clock.advance(timedelta(days=1))
    claim(service, Order(RunKind.NIGHTLY, [], clock.now()))
    assert state(service) is State.SUSPECT


def test_a_killed_check_is_settled_by_whoever_comes_next(service: Service) -> None:
    """What it saw counts, and it does not run for ever."""
    killed = begin(service, dead_process(), RunKind.CHECK)
    assert claim(service, Order(RunKind.CHECK, [])) is not None
    assert state(service) is State.SUSPECT
    with service.database.reading() as session:
        run = runs.get(session, killed)
    assert run is not None
    assert run.status is RunStatus.COMPLETED
