"""A run that is killed, stopped or doubled: nothing lost, nothing counted twice."""

import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell

from perenne.demo.answers import Answer, Site
from perenne.demo.world import World, simulated_world
from perenne.store import links, observations, runs
from perenne.store.database import Database, open_database

pytestmark = pytest.mark.slow

HOSTS, PAGES = 12, 12
URLS = [f"http://site{h}.exemple.fr/page/{p}" for h in range(HOSTS) for p in range(PAGES)]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve a dozen slow-going sites."""
    page = Answer(body=b"<html><title>Page</title><body><p>" + b"Une page vivante. " * 60)
    sites = [Site(f"site{h}.exemple.fr", lambda _visit: page) for h in range(HOSTS)]
    with simulated_world(tmp_path, sites=sites) as served:
        yield served


@pytest.fixture
def slowly(world: World, tmp_path: Path, dossier: Callable[..., str]) -> Shell:
    """Give a command whose night takes some four seconds, with a dossier registered."""
    shell = Shell(
        {
            "PERENNE_CONFIG": str(world.config),
            "PERENNE_POLITENESS__INTERVAL": "0.35",
            "PERENNE_WAYBACK__ACCESS_KEY": "",
        },
        tmp_path,
    )
    shell("add", dossier(*URLS))
    return shell


@pytest.fixture
def database(slowly: Shell, tmp_path: Path) -> Iterator[Database]:
    """Open the database that the command uses."""
    opened = open_database(f"sqlite:///{tmp_path}/perenne.sqlite")
    yield opened
    opened.close()


def recorded(database: Database) -> int:
    """Count the links that have an observation."""
    with database.reading() as session:
        return sum(
            status.verdict is not None for status in links.statuses(session, all_ids(database))
        )


def all_ids(database: Database) -> list[int]:
    """Return the ids of all cited links."""
    with database.reading() as session:
        return links.cited(session)


def started(shell: Shell) -> int:
    """Count the workers that have started, by the log."""
    log = shell.cwd / "perenne.log"
    return log.read_text(encoding="utf-8").count("worker started") if log.exists() else 0


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for another process to come so far."""
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it never came so far")


def test_after_kill_nine_the_night_goes_on_where_it_was(
    slowly: Shell, world: World, database: Database
) -> None:
    """What was seen a second before is there; nothing is looked at, or counted, twice for long."""
    process = slowly.process("run")
    wait_until(lambda: recorded(database) >= 20)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    before = recorded(database)
    assert 20 <= before < len(URLS)
    first_log = len(world.web.log)
    assert first_log - before <= 3 * HOSTS * 2, "no more than a second of work was lost"

    assert slowly("run").code == 0
    assert recorded(database) == len(URLS)
    with database.reading() as session:
        counts = Counter(
            observation.count
            for link_id in all_ids(database)
            for observation in observations.history(session, link_id).observations
        )
        latest = runs.latest(session)
    assert counts == {1: len(URLS)}, "one observation of each link, seen once"
    assert latest is not None
    assert latest.id == 1, "the same night was taken up again"
    assert sum(latest.counts.values()) == len(URLS)
    assert len(world.web.log) - first_log == len(URLS) - before


def test_a_polite_stop_keeps_what_was_seen(slowly: Shell, database: Database) -> None:
    """SIGTERM finishes what is on the wire; the next run goes on."""
    process = slowly.process("run")
    wait_until(lambda: recorded(database) >= 10)
    process.send_signal(signal.SIGTERM)
    out, _err = process.communicate(timeout=20)
    assert process.returncode == 3
    assert "Interrompu" in out
    kept = recorded(database)
    assert 10 <= kept < len(URLS)
    assert slowly("run").code == 0
    with database.reading() as session:
        counts = [
            observation.count
            for link_id in all_ids(database)
            for observation in observations.history(session, link_id).observations
        ]
    assert counts == [1] * len(URLS)


def test_two_nights_at_once_are_one(slowly: Shell, world: World, database: Database) -> None:
    """The second to come says so, and requests nothing."""
    first = slowly.process("worker")
    wait_until(lambda: recorded(database) >= 10)
    second = slowly.process("worker")
    wait_until(lambda: recorded(database) == len(URLS) and started(slowly) == 2)
    for process in (first, second):
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
        assert process.returncode == 0
    assert len(world.web.log) == len(URLS)
    with database.reading() as session:
        nights = [runs.get(session, number) for number in (1, 2)]
    assert [night.status.value for night in nights if night] == ["completed"]


def test_the_log_of_the_worker_is_json(slowly: Shell) -> None:
    """For whoever collects logs; it leaves on SIGTERM with code 0."""
    process = slowly.process("worker")
    wait_until(lambda: started(slowly) == 1)
    process.send_signal(signal.SIGTERM)
    _out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert '"event": "worker started"' in err


def test_a_worker_stopped_in_mid_night_goes_on_when_it_is_back(
    slowly: Shell, world: World, database: Database
) -> None:
    """SIGTERM finishes what is on the wire; the next worker resumes the very same night."""
    first = slowly.process("worker")
    wait_until(lambda: recorded(database) >= 10)
    first.send_signal(signal.SIGTERM)
    _out, err = first.communicate(timeout=30)
    assert first.returncode == 0, err
    assert "Traceback" not in err
    assert recorded(database) < len(URLS)
    second = slowly.process("worker")
    wait_until(lambda: recorded(database) == len(URLS))
    second.send_signal(signal.SIGTERM)
    second.communicate(timeout=30)
    assert len(world.web.log) == len(URLS)
    with database.reading() as session:
        assert runs.get(session, 2) is None


def test_two_runs_by_hand_are_one_night(slowly: Shell, world: World, database: Database) -> None:
    """The second says that the first is at it."""
    first = slowly.process("run")
    wait_until(lambda: recorded(database) >= 5)
    said = slowly("run")
    assert "Une autre instance" in said.out
    first.communicate(timeout=60)
    assert len(world.web.log) == len(URLS)
