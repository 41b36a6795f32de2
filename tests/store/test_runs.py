"""Runs are claimed once, worked off, taken over, and closed once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY, PARIS, add, due, reference, result, start

from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.states import night_of
from perenne.domain.verdicts import VerdictKind
from perenne.store import links, observations, runs

if TYPE_CHECKING:
    from perenne.store.database import Database

MINUTE = timedelta(minutes=1)


def claim(database: Database, holder: str, kind: RunKind = RunKind.NIGHTLY) -> int | None:
    """Claim Monday's night."""
    with database.transaction() as session:
        return runs.claim(
            session, kind, scheduled_for=MONDAY, night=MONDAY.date(), holder=holder, at=MONDAY
        )


def test_a_run_is_claimed_once(database: Database) -> None:
    """A second worker, or a clock that strikes twice, gets nothing."""
    assert claim(database, "one") is not None
    assert claim(database, "two") is None
    assert claim(database, "one") is None
    assert claim(database, "two", RunKind.CHECK) is not None


def test_a_run_on_demand_is_nobody_elses(database: Database) -> None:
    """Two people may ask at the same instant."""
    with database.transaction() as session:
        ids = [
            runs.claim(
                session,
                RunKind.CHECK,
                scheduled_for=None,
                night=MONDAY.date(),
                holder="me",
                at=MONDAY,
            )
            for _ in range(2)
        ]
    assert None not in ids
    assert len(set(ids)) == 2


def test_of_many_workers_at_once_one_gets_the_run(database: Database) -> None:
    """They all try at the same moment, each on a connection of its own."""
    together = Barrier(4)

    def work(number: int) -> int | None:
        together.wait()
        return claim(database, f"worker {number}")

    with ThreadPoolExecutor(4) as pool:
        claims = list(pool.map(work, range(4)))
    assert sum(id_ is not None for id_ in claims) == 1


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_what_is_due_comes_host_by_host_the_longest_first(database: Database, batch: int) -> None:
    """However many are read at a time; what is done is left out."""
    urls = [f"https://{host}.example/{n}" for n in range(3) for host in ("b", "a")]
    with database.transaction() as session:
        ids = links.ensure(session, urls, MONDAY)
        run_id = start(session, ids.values())
        runs.enqueue(session, run_id, ids.values())
        done = next(link for link in links.links(session, ids.values()) if link.url == urls[0])
        observations.record(session, run_id, [result(done, VerdictKind.OK)])
    with database.reading() as session:
        found = list(due(session, run_id, batch))
    assert [link.host for link in found] == ["a.example"] * 3 + ["b.example"] * 2
    assert {link.url for link in found} == set(urls[1:])


def test_what_is_due_may_be_done_while_it_is_read(database: Database) -> None:
    """Results are stored as they come; nothing is skipped, nothing comes twice."""
    with database.transaction() as session:
        ids = links.ensure(session, [f"https://a.example/{n}" for n in range(7)], MONDAY)
        run_id = start(session, ids.values())
    seen = []
    with database.reading() as reader:
        for link in due(reader, run_id, 2):
            seen.append(link.id)
            with database.transaction() as writer:
                observations.record(writer, run_id, [result(link, VerdictKind.OK)])
    assert len(seen) == len(set(seen)) == 7
    with database.reading() as session:
        assert list(due(session, run_id)) == []


def test_the_work_of_another_run_is_not_due(database: Database) -> None:
    """Each run has its own."""
    with database.transaction() as session:
        ids = links.ensure(session, ["https://a.example/"], MONDAY)
        start(session, ids.values())
        other = start(session, [], MONDAY + DAY)
        assert list(due(session, other)) == []


def test_a_silent_holder_is_replaced_once(database: Database) -> None:
    """Whoever comes second is told so, and the old holder too when it wakes up."""
    run_id = claim(database, "old")
    assert run_id is not None
    with database.transaction() as session:
        assert runs.heartbeat(session, run_id, "old", MONDAY + MINUTE)
        [silent] = runs.unfinished(session)
        assert (silent.id, silent.kind, silent.holder) == (run_id, RunKind.NIGHTLY, "old")
        assert (silent.heartbeat_at, silent.night) == (MONDAY + MINUTE, MONDAY.date())
        assert not silent.interrupted
        assert runs.take_over(session, run_id, "old", "new", MONDAY + 5 * MINUTE)
        assert not runs.take_over(session, run_id, "old", "newer", MONDAY + 5 * MINUTE)
        assert not runs.heartbeat(session, run_id, "old", MONDAY + 6 * MINUTE)
        assert runs.heartbeat(session, run_id, "new", MONDAY + 6 * MINUTE)


def test_an_interrupted_night_is_taken_up_again(database: Database) -> None:
    """It runs again under its new holder."""
    run_id = claim(database, "old")
    assert run_id is not None
    with database.transaction() as session:
        runs.finish(session, run_id, RunStatus.INTERRUPTED, {}, MONDAY + MINUTE)
        [found] = runs.unfinished(session)
        assert found.interrupted
        assert runs.take_over(session, found.id, found.holder, "new", MONDAY + 2 * MINUTE)
        run = runs.get(session, run_id)
    assert run is not None
    assert (run.status, run.finished_at) == (RunStatus.RUNNING, None)


def test_a_run_is_closed_once(database: Database) -> None:
    """Its figures stay; a closed run is neither unfinished nor taken over."""
    run_id = claim(database, "me")
    assert run_id is not None
    with database.transaction() as session:
        assert runs.finish(session, run_id, RunStatus.COMPLETED, {"checked": 3}, MONDAY + MINUTE)
        assert not runs.finish(session, run_id, RunStatus.VOID, {}, MONDAY + DAY)
        assert not runs.take_over(session, run_id, "me", "you", MONDAY + DAY)
        assert not runs.heartbeat(session, run_id, "me", MONDAY + DAY)
        assert runs.unfinished(session) == []
        run = runs.get(session, run_id)
    assert run is not None
    assert (run.status, run.counts) == (RunStatus.COMPLETED, {"checked": 3})
    assert (run.started_at, run.finished_at) == (MONDAY, MONDAY + MINUTE)
    assert (run.kind, run.night) == (RunKind.NIGHTLY, MONDAY.date())


def test_a_void_night_may_be_tried_again_as_the_same_run(database: Database) -> None:
    """What it could not check is undone again; what it saw stays done."""
    urls = {"https://a.example/": VerdictKind.OK, "https://b.example/": VerdictKind.UNCHECKED}
    with database.transaction() as session:
        ids = links.ensure(session, urls, MONDAY)
        run_id = start(session, ids.values(), MONDAY)
        told = [result(link, urls[link.url]) for link in links.links(session, ids.values())]
        observations.record(session, run_id, told)
        runs.finish(session, run_id, RunStatus.VOID, {}, MONDAY)
        night = night_of(MONDAY, PARIS)
        assert runs.void(session, night + DAY) is None
        again = runs.void(session, night)
        assert again is not None
        assert again.interrupted
        assert runs.unfinished(session) == []
        assert runs.take_over(session, again.id, again.holder, "you", MONDAY + MINUTE)
        runs.try_again(session, again.id)
        assert [link.url for link in due(session, run_id)] == ["https://b.example/"]
        assert runs.void(session, night) is None


def test_the_latest_run_can_be_asked_by_kind(database: Database) -> None:
    """None while there is none."""
    with database.transaction() as session:
        assert runs.latest(session) is None
        assert runs.get(session, 1) is None
        night = start(session, [], MONDAY)
        check = start(session, [], MONDAY + DAY, RunKind.CHECK)
        newest, nightly = runs.latest(session), runs.latest(session, RunKind.NIGHTLY)
    assert newest is not None
    assert nightly is not None
    assert (newest.id, nightly.id) == (check, night)


def test_all_cited_links_are_put_to_work_by_the_database_itself(database: Database) -> None:
    """Those of active dossiers, each once; what is done is no longer due."""
    shared = reference("Deux fois", "https://a.example/1")
    with database.transaction() as session:
        add(session, "un", shared, reference("Autre", "https://b.example/2"))
        add(session, "deux", shared)
        run_id = start(session, [])
        runs.enqueue_cited(session, run_id)
        runs.enqueue_cited(session, run_id)
        assert runs.count_due(session, run_id) == 2
        [first, _second] = due(session, run_id)
        observations.record(session, run_id, [result(first, VerdictKind.OK)])
        assert runs.count_due(session, run_id) == 1
