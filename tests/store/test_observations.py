"""What was seen is kept as intervals, once, whatever happens to those who record it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY, due, result, start, verdict

from perenne.domain.exchanges import Failure, HopSummary, Validators
from perenne.domain.links import Link, Reading, Result
from perenne.domain.runs import RunKind
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.store import links, observations, readings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from perenne.domain.links import Observation
    from perenne.store.database import Database

PAGE = "https://example.org/page"


@pytest.fixture
def link(database: Database) -> Link:
    """Make a link."""
    with database.transaction() as session:
        [made] = links.links(session, links.ensure(session, [PAGE], MONDAY).values())
    return made


def night(database: Database, link: Link, results: Sequence[Result], at: datetime) -> int:
    """Record what one run saw of a link; return the run's id."""
    assert link.id is not None
    with database.transaction() as session:
        run_id = start(session, [link.id], at)
        observations.record(session, run_id, results)
    return run_id


def intervals(database: Database, link: Link) -> tuple[Observation, ...]:
    """Return the observations of a link."""
    assert link.id is not None
    with database.reading() as session:
        return observations.history(session, link.id).observations


def test_the_same_verdict_extends_the_interval(database: Database, link: Link) -> None:
    """Three nights that say the same are one line of history, with the facts of the last."""
    for n in range(3):
        at = MONDAY + n * DAY
        night(database, link, [result(link, VerdictKind.OK, at, http_status=200 + n)], at)
    [only] = intervals(database, link)
    assert (only.count, only.first_at, only.last_at) == (3, MONDAY, MONDAY + 2 * DAY)
    assert (only.verdict, only.http_status) == (verdict(VerdictKind.OK), 202)


@pytest.mark.parametrize(
    "other",
    [
        verdict(VerdictKind.GONE),
        verdict(VerdictKind.NOT_FOUND, "another fact"),
        Verdict(VerdictKind.NOT_FOUND, verdict(VerdictKind.NOT_FOUND).evidence, (), PAGE),
    ],
)
def test_another_verdict_begins_an_interval(database: Database, link: Link, other: Verdict) -> None:
    """Another verdict, other evidence or another new address; the old interval stays as it was."""
    night(database, link, [result(link, VerdictKind.NOT_FOUND)], MONDAY)
    night(database, link, [Result(link, other, MONDAY + DAY)], MONDAY + DAY)
    first, second = intervals(database, link)
    assert (first.verdict.kind, first.last_at) == (VerdictKind.NOT_FOUND, MONDAY)
    assert (second.verdict, second.first_at) == (other, MONDAY + DAY)


def test_a_verdict_that_returns_begins_an_interval_of_its_own(
    database: Database, link: Link
) -> None:
    """Alive, dead, alive: three lines."""
    for n, kind in enumerate((VerdictKind.OK, VerdictKind.GONE, VerdictKind.OK)):
        at = MONDAY + n * DAY
        night(database, link, [result(link, kind, at)], at)
    assert [seen.verdict.kind.value for seen in intervals(database, link)] == ["ok", "gone", "ok"]


def test_notes_alone_begin_no_interval(database: Database, link: Link) -> None:
    """They do not decide; the last ones are kept."""
    plain = verdict(VerdictKind.OK)
    noted = Verdict(plain.kind, plain.evidence, (Evidence("tls", "incomplete_chain"),))
    night(database, link, [Result(link, plain, MONDAY)], MONDAY)
    night(database, link, [Result(link, noted, MONDAY + DAY)], MONDAY + DAY)
    [only] = intervals(database, link)
    assert only.verdict == noted


def test_results_recorded_twice_count_once(database: Database, link: Link) -> None:
    """A worker that died between commit and acknowledgement begins its batch again."""
    run_id = night(database, link, [result(link, VerdictKind.OK)], MONDAY)
    with database.transaction() as session:
        later = result(link, VerdictKind.GONE, MONDAY + timedelta(minutes=5))
        assert observations.record(session, run_id, [later]) == 0
    [only] = intervals(database, link)
    assert (only.verdict.kind, only.count) == (VerdictKind.OK, 1)


def test_a_link_twice_in_one_batch_counts_once(database: Database, link: Link) -> None:
    """The first result is the one."""
    twice = [result(link, VerdictKind.OK), result(link, VerdictKind.GONE)]
    night(database, link, twice, MONDAY)
    assert [(o.verdict.kind, o.count) for o in intervals(database, link)] == [(VerdictKind.OK, 1)]


def test_what_a_run_had_not_to_check_is_ignored(database: Database, link: Link) -> None:
    """Neither a link of another run, nor one that is not recorded at all."""
    stranger = Link(PAGE, PAGE, "example.org")
    with database.transaction() as session:
        run_id = start(session, [])
        told = [result(link, VerdictKind.OK), result(stranger, VerdictKind.OK)]
        assert observations.record(session, run_id, told) == 0
        assert observations.record(session, run_id, []) == 0
    assert intervals(database, link) == ()


def test_an_unchecked_link_is_done_and_nothing_was_seen(database: Database, link: Link) -> None:
    """The interval before it goes on after it."""
    for n, kind in enumerate((VerdictKind.OK, VerdictKind.UNCHECKED, VerdictKind.OK)):
        at = MONDAY + n * DAY
        run_id = night(database, link, [result(link, kind, at)], at)
        with database.reading() as session:
            assert list(due(session, run_id)) == []
            assert link.id is not None
            [status] = links.statuses(session, [link.id])
            assert status.last_checked == (MONDAY if n < 2 else at)
    [only] = intervals(database, link)
    assert (only.count, only.last_at) == (2, MONDAY + 2 * DAY)


def test_an_older_sight_of_another_run_takes_its_place_in_the_past(
    database: Database, link: Link
) -> None:
    """A check on demand was recorded while the night's result was on its way."""
    soon = MONDAY + timedelta(minutes=10)
    night(database, link, [result(link, VerdictKind.OK, soon)], soon)
    night(database, link, [result(link, VerdictKind.GONE, MONDAY)], MONDAY)
    past, present = intervals(database, link)
    assert (past.verdict.kind, present.verdict.kind) == (VerdictKind.GONE, VerdictKind.OK)
    with database.reading() as session:
        assert link.id is not None
        [status] = links.statuses(session, [link.id])
    assert status.verdict == verdict(VerdictKind.OK)


def test_the_hops_of_an_observation_are_kept(database: Database, link: Link) -> None:
    """Every address, with its status or its failure."""
    hops = (HopSummary(PAGE, 302, None), HopSummary(f"{PAGE}/", None, Failure.CLOSED))
    seen = result(link, VerdictKind.REFUSED, hops=hops, final_url=f"{PAGE}/")
    night(database, link, [seen], MONDAY)
    [only] = intervals(database, link)
    assert (only.hops, only.final_url, only.http_status) == (hops, f"{PAGE}/", None)


def test_runs_that_record_the_same_link_at_once_lose_nothing(
    database: Database, link: Link
) -> None:
    """Each on a connection of its own, all at the same moment."""
    assert link.id is not None
    with database.transaction() as session:
        run_ids = [
            start(session, [link.id], MONDAY + timedelta(seconds=n), RunKind.CHECK)
            for n in range(4)
        ]
    together = Barrier(4)

    def work(run_id: int) -> None:
        together.wait()
        with database.transaction() as session:
            observations.record(session, run_id, [result(link, VerdictKind.OK)])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, run_ids))
    [only] = intervals(database, link)
    assert only.count == 4


def test_an_older_sight_leaves_what_was_read_since(database: Database, link: Link) -> None:
    """A page that was living at noon says nothing of the verdict at one o'clock."""
    assert link.id is not None
    reading = Reading(Validators(link.url, '"v1"'), "digest", "basis", MONDAY)
    later = MONDAY + timedelta(hours=1)
    night(database, link, [result(link, VerdictKind.NOT_FOUND, later)], later)
    with database.transaction() as session:
        run_id = start(session, [link.id], MONDAY + timedelta(minutes=1))
        observations.record(session, run_id, [result(link, VerdictKind.OK, reading=reading)])
    with database.reading() as session:
        assert readings.known(session, [link.id]) == {}
