"""Work lists are dropped once nobody needs them; what links did stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select
from tests.store.store_stories import DAY, MONDAY, add, check, ids_of, reference, result, start

from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.verdicts import VerdictKind
from perenne.store import archives, changes, dossiers, links, observations, runs
from perenne.store.pruning import forget_requests, forget_work
from perenne.store.statuses import RequestStatus
from perenne.store.tables.due import DueRow
from perenne.store.tables.links import LinkRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from perenne.store.database import Database

A, B = "https://a.example/", "https://b.example/"
WELL = {A: VerdictKind.OK, B: VerdictKind.OK}


def pruned(database: Database, limit: int = 100) -> int:
    """Prune, and return how many lines that dropped."""
    with database.transaction() as session:
        return forget_work(session, limit)


def lines(database: Database) -> list[tuple[int, str]]:
    """Return the run and the link of every line there is."""
    with database.reading() as session:
        query = select(DueRow.run_id, LinkRow.url).join(LinkRow, LinkRow.id == DueRow.link_id)
        return sorted((run_id, url) for run_id, url in session.execute(query))


def ended(session: Session, request_id: int, status: RequestStatus, at: datetime) -> None:
    """Let a request to the archive end so."""
    archives.outcome(session, request_id, status, code=None, answer=None, next_try_at=None, at=at)


def test_each_link_keeps_the_line_of_its_last_check(database: Database) -> None:
    """Whichever run that was, and all of its history."""
    check(database, WELL, MONDAY)
    second = check(database, WELL, MONDAY + DAY)
    third = check(database, {A: VerdictKind.OK}, MONDAY + 2 * DAY)
    assert pruned(database) == 3
    assert lines(database) == [(second, B), (third, A)]
    assert pruned(database) == 0
    with database.reading() as session:
        [seen] = observations.history(session, *ids_of(session, A)).observations
    assert (seen.count, seen.first_at, seen.last_at) == (3, MONDAY, MONDAY + 2 * DAY)


def test_it_is_done_in_bites(database: Database) -> None:
    """The oldest lines first."""
    nights = [check(database, WELL, MONDAY + night * DAY) for night in range(3)]
    assert [pruned(database, limit=3), pruned(database, limit=3)] == [3, 1]
    assert lines(database) == [(nights[2], A), (nights[2], B)]


def test_a_run_under_way_keeps_its_work(database: Database) -> None:
    """What it has done, and what it has still to do."""
    check(database, WELL, MONDAY)
    with database.transaction() as session:
        running = start(session, ids_of(session, A, B), MONDAY + DAY)
        [link] = links.links(session, ids_of(session, A))
        observations.record(session, running, [result(link, VerdictKind.OK, MONDAY + DAY)])
    assert pruned(database) == 0


@pytest.mark.parametrize(
    ("kind", "status", "kept"),
    [
        (RunKind.NIGHTLY, RunStatus.INTERRUPTED, True),
        (RunKind.CHECK, RunStatus.INTERRUPTED, False),
        (RunKind.NIGHTLY, RunStatus.VOID, False),
        (RunKind.RECHECK, RunStatus.COMPLETED, False),
    ],
)
def test_what_a_run_did_not_come_to_is_dropped_unless_it_goes_on(
    database: Database, kind: RunKind, status: RunStatus, kept: bool
) -> None:
    """An interrupted night alone is taken up again."""
    with database.transaction() as session:
        ids = links.ensure(session, [A], MONDAY)
        run_id = start(session, ids.values(), MONDAY, kind)
        runs.finish(session, run_id, status, {}, MONDAY)
    pruned(database)
    assert bool(lines(database)) is kept


def test_a_void_night_does_not_make_a_link_untried(database: Database) -> None:
    """A first look does not wait for a link that our guard refuses every night."""
    statuses = [RunStatus.COMPLETED, RunStatus.COMPLETED, RunStatus.VOID]
    with database.transaction() as session:
        add(session, "eau", reference("Titre", A))
        eau = dossiers.find(session, "eau")
        assert eau is not None
        [link] = links.links(session, ids_of(session, A))
        nights = []
        for night, status in enumerate(statuses):
            at = MONDAY + night * DAY
            nights.append(start(session, ids_of(session, A), at))
            observations.record(session, nights[-1], [result(link, VerdictKind.UNCHECKED, at)])
            runs.finish(session, nights[-1], status, {}, at)
    assert pruned(database) == 1
    assert lines(database) == [(night, A) for night in nights[1:]]
    with database.reading() as session:
        assert changes.unsettled(session, eau.id) == 0


def test_a_vain_request_to_the_archive_goes_once_it_was_made_again(database: Database) -> None:
    """A page that the archive never takes is asked for every week."""
    with database.transaction() as session:
        [link_id] = links.ensure(session, [A], MONDAY).values()
        for week, status in enumerate(
            [RequestStatus.CAPTURED, *[RequestStatus.REFUSED] * 3, RequestStatus.QUEUED]
        ):
            at = MONDAY + week * 7 * DAY
            archives.request(session, link_id, at.date(), at)
            newest = archives.latest_request(session, link_id)
            assert newest is not None
            ended(session, newest.id, status, at)
        assert forget_requests(session, ended_before=MONDAY + 20 * DAY) == 2
        left = {status: n for status, n in archives.counts(session).items() if n}
    assert left == {RequestStatus.CAPTURED: 1, RequestStatus.REFUSED: 1, RequestStatus.QUEUED: 1}


def test_the_last_vain_request_stays(database: Database) -> None:
    """It says when the page was asked for, so that it is not asked for every night."""
    with database.transaction() as session:
        [link_id] = links.ensure(session, [A], MONDAY).values()
        archives.request(session, link_id, MONDAY.date(), MONDAY)
        newest = archives.latest_request(session, link_id)
        assert newest is not None
        ended(session, newest.id, RequestStatus.FAILED, MONDAY)
        assert forget_requests(session, ended_before=MONDAY + 20 * DAY) == 0
