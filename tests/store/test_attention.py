"""Which links a second look takes, and which ones a night leaves alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import (
    DAY,
    MONDAY,
    add,
    check,
    close,
    due,
    ids_of,
    reference,
    result,
    start,
    verdict,
)

from perenne.domain.links import Result
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.rules.clusters import RULE
from perenne.store import attention, dossiers, links, observations, runs
from perenne.store.attention import Rest
from perenne.store.dossiers import DossierStatus

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.store.database import Database

HOUR = timedelta(hours=1)
DEAD, TWIN, ALIVE = (f"https://{name}.example/" for name in ("dead", "twin", "alive"))
TOGETHER = Verdict(VerdictKind.SOFT_404, (Evidence(RULE, "ends_together", "https://a.fr/"),))


@pytest.fixture
def library(database: Database) -> Database:
    """Register a dossier; in the first night two of its three links fail."""
    with database.transaction() as session:
        add(session, "eau", *(reference(url, url) for url in (DEAD, TWIN, ALIVE)))
    check(database, {DEAD: VerdictKind.GONE, TWIN: VerdictKind.GONE, ALIVE: VerdictKind.OK}, MONDAY)
    return database


def waiting(database: Database, now: datetime) -> set[str]:
    """Return the URLs that a second look takes at an instant, four hours after the first."""
    with database.reading() as session:
        ids = attention.suspects(
            session, checked_before=now - 4 * HOUR, at_work_since=now - HOUR, but_by=RULE
        )
        return {link.url for link in links.links(session, ids)}


def test_suspects_wait_for_some_hours(library: Database) -> None:
    """Living links do not come into it."""
    assert waiting(library, MONDAY + 4 * HOUR - timedelta(seconds=1)) == set()
    assert waiting(library, MONDAY + 4 * HOUR) == {DEAD, TWIN}


def test_a_suspect_that_was_looked_at_again_waits_anew(library: Database) -> None:
    """By a second look, or because somebody asked."""
    check(library, {DEAD: VerdictKind.GONE}, MONDAY + 4 * HOUR)
    assert waiting(library, MONDAY + 5 * HOUR) == {TWIN}
    assert waiting(library, MONDAY + 8 * HOUR) == {DEAD, TWIN}


def test_a_suspect_that_could_not_be_checked_waits_all_the_same(library: Database) -> None:
    """Its site asks us to come back tomorrow: it need not be tried every ten minutes."""
    check(library, {DEAD: VerdictKind.UNCHECKED}, MONDAY + 4 * HOUR)
    assert waiting(library, MONDAY + 5 * HOUR) == {TWIN}


def test_what_is_no_longer_cited_is_left_alone(library: Database) -> None:
    """Nor what a dossier at rest cites."""
    with library.transaction() as session:
        add(session, "eau", reference(TWIN, TWIN), at=MONDAY + HOUR)
    assert waiting(library, MONDAY + 4 * HOUR) == {TWIN}
    with library.transaction() as session:
        dossiers.set_status(session, "eau", DossierStatus.PAUSED)
    assert waiting(library, MONDAY + 4 * HOUR) == set()


@pytest.mark.parametrize("kind", list(RunKind))
def test_what_a_run_under_way_will_look_at_is_left_to_it(library: Database, kind: RunKind) -> None:
    """Until it ends, or its holder gives no sign of life any more."""
    now = MONDAY + 5 * HOUR
    with library.transaction() as session:
        run_id = start(session, ids_of(session, DEAD), now, kind)
    assert waiting(library, now) == {TWIN}
    assert waiting(library, now + 2 * HOUR) == {DEAD, TWIN}
    with library.transaction() as session:
        runs.finish(session, run_id, RunStatus.INTERRUPTED, {}, now)
    assert waiting(library, now) == {DEAD, TWIN}


def test_a_verdict_that_needs_the_whole_night_is_left_to_it(library: Database) -> None:
    """Alone, a link that ends where two others do would look well."""
    with library.transaction() as session:
        run_id = start(session, ids_of(session, DEAD), MONDAY + HOUR)
        [link] = links.links(session, ids_of(session, DEAD))
        observations.record(session, run_id, [Result(link, TOGETHER, MONDAY + HOUR)])
    close(library, run_id, MONDAY + HOUR)
    assert waiting(library, MONDAY + 6 * HOUR) == {TWIN}


def looked_at(database: Database, night: int) -> set[str]:
    """Return what a night looks at, with a week's rest for what has failed for ten days."""
    at = MONDAY + night * DAY
    rest = Rest(at - 10 * DAY, at - 7 * DAY + 12 * HOUR, RULE)
    with database.transaction() as session:
        run_id = start(session, [], at)
        runs.enqueue_cited(session, run_id, rest)
        found = {link.url for link in due(session, run_id)}
        seen = {ALIVE: VerdictKind.OK}
        told = [
            result(link, seen.get(link.url, VerdictKind.GONE), at) for link in due(session, run_id)
        ]
        observations.record(session, run_id, told)
    close(database, run_id, at)
    return found


def test_what_has_long_been_broken_is_looked_at_once_a_week(library: Database) -> None:
    """Every night for ten days, then with exactly seven nights between."""
    nights = [night for night in range(1, 40) if DEAD in looked_at(library, night)]
    assert nights == [*range(1, 10), 16, 23, 30, 37]


def test_the_living_are_looked_at_every_night(library: Database) -> None:
    """However long they have been so, and whatever rests beside them."""
    assert all(ALIVE in looked_at(library, night) for night in range(1, 20))


def test_a_check_on_demand_begins_the_week_anew(library: Database) -> None:
    """And a link that could not be checked is looked at the night after."""
    for night in range(1, 10):
        looked_at(library, night)
    at = MONDAY + 13 * DAY + 10 * HOUR
    check(library, {DEAD: VerdictKind.GONE, TWIN: VerdictKind.UNCHECKED}, at)
    later = {night: looked_at(library, night) for night in range(15, 22)}
    assert [night for night, found in later.items() if DEAD in found] == [20]
    assert [night for night, found in later.items() if TWIN in found] == [16]


def test_what_only_the_whole_night_can_tell_never_rests(library: Database) -> None:
    """Three links that end together are looked at together."""
    for night in range(1, 12):
        looked_at(library, night)
    with library.transaction() as session:
        at = MONDAY + 12 * DAY
        run_id = start(session, ids_of(session, DEAD, TWIN), at)
        dead, twin = links.links(session, ids_of(session, DEAD, TWIN))
        told = [Result(dead, TOGETHER, at), Result(twin, verdict(VerdictKind.GONE), at)]
        observations.record(session, run_id, told)
    close(library, run_id, at)
    assert looked_at(library, 13) == {DEAD, ALIVE}
