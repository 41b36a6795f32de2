"""What is believed moves when a run closes, in one transaction."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY, check, close, result, start, verdict

from perenne.domain.states import Belief, State
from perenne.domain.verdicts import VerdictKind
from perenne.store import beliefs, links, observations

if TYPE_CHECKING:
    from perenne.store.database import Database

PAGE = "https://example.org/page"


def state(database: Database) -> State:
    """Return what is believed of the page."""
    with database.reading() as session:
        link_id = links.find(session, PAGE)
        assert link_id is not None
        [status] = links.statuses(session, [link_id])
    return status.state


def flips(database: Database) -> list[str]:
    """Return the flips of the page, as words."""
    with database.reading() as session:
        link_id = links.find(session, PAGE)
        assert link_id is not None
        past = observations.history(session, link_id).flips
    return [f"{f.old_state} {f.old_kind} > {f.new_state} {f.new_kind}" for f in past]


def test_two_nights_make_a_death_and_one_page_undoes_it(database: Database) -> None:
    """Every change of belief is a flip that stays readable."""
    for n, kind in enumerate(
        (VerdictKind.OK, VerdictKind.NOT_FOUND, VerdictKind.NOT_FOUND, VerdictKind.OK)
    ):
        check(database, {PAGE: kind}, MONDAY + n * DAY)
    assert flips(database) == [
        "new None > alive ok",
        "alive ok > suspect not_found",
        "suspect not_found > broken not_found",
        "broken not_found > alive ok",
    ]
    assert state(database) is State.ALIVE


def test_a_belief_survives_its_columns(database: Database) -> None:
    """Every field of it."""
    belief = Belief(
        state=State.SUSPECT,
        kind=VerdictKind.DNS,
        since=MONDAY,
        last_alive=MONDAY - DAY,
        failing_since=MONDAY,
        failing_nights=2,
        all_definite=False,
        undecided_nights=1,
        counted_night=MONDAY.date(),
    )
    with database.transaction() as session:
        ids = links.ensure(session, [PAGE], MONDAY)
        run_id = start(session, ids.values())
        [link] = links.links(session, ids.values())
        observations.record(session, run_id, [result(link, VerdictKind.DNS)])
        assert beliefs.save(session, run_id, [(ids[PAGE], belief, None)]) == 0
        [(link_id, believed, seen, at)] = beliefs.pending(session, run_id)
    assert (link_id, believed, seen, at) == (ids[PAGE], belief, verdict(VerdictKind.DNS), MONDAY)


def test_what_is_not_done_is_not_pending(database: Database) -> None:
    """An unchecked link is, since the rules know that it moves nothing."""
    with database.transaction() as session:
        ids = links.ensure(session, [PAGE, f"{PAGE}/2"], MONDAY)
        run_id = start(session, ids.values())
        link = next(iter(links.links(session, ids.values())))
        observations.record(session, run_id, [result(link, VerdictKind.UNCHECKED)])
        assert [seen.kind for _, _, seen, _ in beliefs.pending(session, run_id)] == [
            VerdictKind.UNCHECKED
        ]
    close(database, run_id, MONDAY)
    assert flips(database) == []


def test_a_failure_seen_before_a_later_sign_of_life_counts_for_nothing(
    database: Database,
) -> None:
    """The night saw it dead at three, somebody alive at half past; the night closed at four."""
    with database.transaction() as session:
        ids = links.ensure(session, [PAGE], MONDAY)
        run_id = start(session, ids.values())
        [link] = links.links(session, ids.values())
        observations.record(session, run_id, [result(link, VerdictKind.GONE)])
    check(database, {PAGE: VerdictKind.OK}, MONDAY + timedelta(minutes=30))
    close(database, run_id, MONDAY + timedelta(hours=1))
    assert state(database) is State.ALIVE


def test_a_run_that_is_not_closed_moves_nothing(database: Database) -> None:
    """Closing fails at its last step: neither beliefs nor flips are there."""
    with database.transaction() as session:
        ids = links.ensure(session, [PAGE], MONDAY)
        run_id = start(session, ids.values())
        [link] = links.links(session, ids.values())
        observations.record(session, run_id, [result(link, VerdictKind.OK)])
    with pytest.raises(InterruptedError), database.transaction() as session:  # noqa: PT012 - it fails at the end
        beliefs.save(session, run_id, [(ids[PAGE], Belief(State.ALIVE), None)])
        raise InterruptedError
    assert state(database) is State.NEW
    close(database, run_id, MONDAY)
    assert flips(database) == ["new None > alive ok"]


def test_many_links_close_in_batches(database: Database) -> None:
    """More than a batch holds, and each once."""
    seen = {f"{PAGE}/{n}": VerdictKind.OK for n in range(600)}
    run_id = check(database, seen, MONDAY)
    with database.transaction() as session:
        pending = list(beliefs.pending(session, run_id))
    assert len({link_id for link_id, *_ in pending}) == len(pending) == 600
    assert {belief.state for _, belief, _, _ in pending} == {State.ALIVE}
