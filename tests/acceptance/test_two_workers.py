"""Two workers at one database, each a process of its own: nothing is done twice, or left."""

from __future__ import annotations

import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.acceptance.conftest import Shell

from perenne.demo.answers import Answer, Site
from perenne.demo.world import World, simulated_world
from perenne.domain.runs import RunKind, RunStatus
from perenne.runs.signs import lives
from perenne.store import archives, links, observations, runs, workers
from perenne.store.database import Database, open_database
from perenne.store.statuses import RequestStatus
from perenne.store.tables.runs import RunRow

pytestmark = pytest.mark.slow

HOSTS, PAGES = 8, 6
URLS = [f"http://site{h}.exemple.fr/page/{p}" for h in range(HOSTS) for p in range(PAGES)]
LIVING, MALFORMED = URLS[:12], "http://www.exemple..fr/page"
PATIENCE = 200.0
"""Seconds. The archive's queue is looked at once a minute, a lost night every half."""

Begin = Callable[[], subprocess.Popen[str]]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve slow-going sites, a mail server and an archive."""
    page = Answer(body=b"<html><title>Page</title><body><p>" + b"Une page vivante. " * 60)
    sites = [Site(f"site{h}.exemple.fr", lambda _visit: page) for h in range(HOSTS)]
    with simulated_world(tmp_path, sites=sites) as served:
        yield served


@pytest.fixture
def perenne(world: World, tmp_path: Path, database_url: str) -> Shell:
    """Give the command on a database; no night was done there yet, so one is due at once."""
    return Shell(
        {"PERENNE_CONFIG": str(world.config), "PERENNE_DATABASE_URL": database_url}, tmp_path
    )


@pytest.fixture
def database(perenne: Shell, database_url: str) -> Iterator[Database]:
    """Open the same database."""
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def begin(perenne: Shell) -> Iterator[Begin]:
    """Start workers, which do not outlive the test."""
    with ExitStack() as started:

        def start() -> subprocess.Popen[str]:
            process = started.enter_context(perenne.process("worker"))
            started.callback(process.kill)
            return process

        yield start


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for other processes to come so far."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it never came so far")


def stop(*processes: subprocess.Popen[str]) -> None:
    """Ask workers to stop; each leaves with code 0, and without a traceback."""
    for process in processes:
        process.send_signal(signal.SIGTERM)
        _out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert "Traceback" not in err


def alive(database: Database, processes: list[subprocess.Popen[str]]) -> bool:
    """Tell whether the workers say that they live."""
    with database.reading() as session:
        known = workers.all_workers(session)
    pids = {int(each.holder.split(":")[1]) for each in known if lives(each, each.heartbeat_at)}
    return pids == {process.pid for process in processes}


def completed(database: Database) -> bool:
    """Tell whether the night has come to its end; there must be no second run of any kind."""
    with database.reading() as session:
        found = list(session.execute(select(RunRow.kind, RunRow.status)))
    assert [kind for kind, _status in found] in ([], [RunKind.NIGHTLY])
    return [status for _kind, status in found] == [RunStatus.COMPLETED]


def captured(database: Database) -> int:
    """Count the requests that the archive has fulfilled."""
    with database.reading() as session:
        return archives.counts(session)[RequestStatus.CAPTURED]


def counts(database: Database) -> Counter[int]:
    """Count how often each link was observed, and how many links were so often."""
    with database.reading() as session:
        return Counter(
            observation.count
            for link_id in links.cited(session)
            for observation in observations.history(session, link_id).observations
        )


def asked(world: World) -> Counter[str]:
    """Count the requests for each page."""
    return Counter(f"http://{seen.host}{seen.path}" for seen in world.web.log)


def test_a_night_of_two_workers_is_one(
    perenne: Shell, world: World, database: Database, dossier: Callable[..., str], begin: Begin
) -> None:
    """Each page is asked for once, one mail leaves, and one request to the archive for each."""
    perenne("add", dossier(*LIVING, MALFORMED))
    both = [begin(), begin()]
    wait_until(lambda: alive(database, both) and completed(database))
    wait_until(lambda: captured(database) == len(LIVING) and bool(world.mailbox.messages))
    said = perenne("status", "--format", "json")
    assert said.code == 0
    assert [worker["alive"] for worker in said.json["workers"]] == [True, True]
    stop(*both)
    assert asked(world) == dict.fromkeys(LIVING, 1)
    assert counts(database) == {1: len(LIVING) + 1}
    [mail] = world.mailbox.messages
    assert mail.message["Subject"].startswith("1 lien cassé")
    saved = [
        seen for seen in world.wayback.log if seen.method == "POST" and "/status" not in seen.path
    ]
    assert len(saved) == len(LIVING)
    assert Counter(copy.url for copy in world.wayback.captures) == dict.fromkeys(LIVING, 1)
    assert perenne("status").code == 1, "nobody is there any more"


def test_a_worker_that_is_killed_in_mid_night_is_replaced_by_the_other(
    perenne: Shell, world: World, database: Database, dossier: Callable[..., str], begin: Begin
) -> None:
    """The other one, which was idle, goes on with the very same night."""
    perenne.env |= {"PERENNE_POLITENESS__INTERVAL": "2", "PERENNE_WAYBACK__ACCESS_KEY": ""}
    perenne("add", dossier(*URLS))
    both = [begin(), begin()]
    wait_until(lambda: alive(database, both) and counts(database)[1] >= HOSTS)
    with database.reading() as session:
        [night] = runs.unfinished(session)
    pid = int(night.holder.split(":")[1])
    [victim] = [process for process in both if process.pid == pid]
    [other] = [process for process in both if process.pid != pid]
    victim.kill()
    victim.communicate()
    seen_before = counts(database)[1]
    assert seen_before < len(URLS)
    assert not completed(database)
    said = perenne("status", "--format", "json")
    assert {each["code"] for each in said.json["problems"]} == {"night_interrupted"}
    wait_until(lambda: completed(database))
    stop(other)
    assert counts(database) == {1: len(URLS)}, "nothing was counted twice, nothing left out"
    assert sum(asked(world).values()) - len(URLS) <= 2 * HOSTS, "what was on the wire alone"
