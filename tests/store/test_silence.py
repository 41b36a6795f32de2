"""What is not told, or not yet: dossiers at rest, dismissed links, first looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.news_stories import (
    FIRE,
    LATER,
    LAW,
    LEA,
    NEWS,
    TOM,
    deaths,
    die,
    news,
    standing,
    two_dossiers,
)
from tests.store.store_stories import DAY, MONDAY, check, result, start

from perenne.domain.people import Pace
from perenne.domain.runs import RunStatus
from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.store import (
    changes,
    dossiers,
    links,
    observations,
    overlays,
    recipients,
    runs,
)
from perenne.store.dossiers import DossierStatus

if TYPE_CHECKING:
    from perenne.store.database import Database


@pytest.fixture
def library(database: Database) -> Database:
    """Two dossiers share a link; Léa follows the first, Tom everything."""
    two_dossiers(database)
    return database


@pytest.mark.parametrize("status", [DossierStatus.PAUSED, DossierStatus.RETIRED])
def test_dossiers_at_rest_are_silent(library: Database, status: DossierStatus) -> None:
    """Their links are not checked either."""
    die(library, LAW)
    with library.transaction() as session:
        dossiers.set_status(session, "eau", status)
    assert deaths(library, LEA) == []
    [change] = [c for c in news(library, TOM) if c.new_state is State.BROKEN]
    assert [c.slug for c in change.link.citations] == ["feu"]


def test_a_dismissed_link_is_silent_until_its_date(library: Database) -> None:
    """Then it is told after all."""
    die(library, LAW)
    with library.transaction() as session:
        link_id = links.find(session, LAW)
        assert link_id is not None
        overlays.dismiss(
            session, link_id, author=LEA, reason="Site en travaux", at=MONDAY, until=LATER
        )
    before = LATER - DAY
    assert (deaths(library, LEA, before), standing(library, LEA, before)) == ([], [])
    assert (deaths(library, LEA, LATER), standing(library, LEA, LATER)) == ([LAW], [LAW])


def test_a_centre_dismisses_for_itself(library: Database) -> None:
    """The other centre goes on being told; ending it tells the first one too."""
    die(library, LAW)
    with library.transaction() as session:
        link_id = links.find(session, LAW)
        assert link_id is not None
        said = overlays.dismiss(
            session, link_id, author=LEA, reason="Connu", at=MONDAY, centre="Pantin"
        )
    assert deaths(library, LEA) == []
    [change] = [c for c in news(library, TOM) if c.new_state is State.BROKEN]
    assert [c.slug for c in change.link.citations] == ["feu"]
    with library.transaction() as session:
        overlays.end(session, said, LATER)
    assert deaths(library, LEA) == [LAW]


def test_following_a_dossier_twice_tells_it_once(library: Database) -> None:
    """By itself, by its centre, and with everything."""
    with library.transaction() as session:
        recipients.subscribe(session, LEA, Pace.WEEKLY, centre="Pantin")
        recipients.subscribe(session, LEA, Pace.WEEKLY)
    die(library, LAW)
    assert deaths(library, LEA) == [LAW]
    assert len(standing(library, LEA)) == 1


def test_changes_of_the_first_reading_are_marked(library: Database) -> None:
    """Until every dossier that cites the link had its first mail."""
    die(library, LAW, first=MONDAY)
    assert all(change.baseline for change in news(library, TOM))
    with library.transaction() as session:
        eau = dossiers.find(session, "eau")
        assert eau is not None
        dossiers.mark_baseline(session, eau.id, MONDAY + DAY)
    marks = {change.new_state: change.baseline for change in news(library, TOM)}
    assert marks == {State.ALIVE: True, State.SUSPECT: True, State.BROKEN: False}


def test_links_by_hand_stand_with_the_broken(library: Database) -> None:
    """Undecided ones are for her to look at; suspects are not told."""
    check(library, {LAW: VerdictKind.BLOCKED, NEWS: VerdictKind.GONE, FIRE: VerdictKind.OK}, MONDAY)
    assert standing(library, LEA) == [LAW]
    with library.reading() as session:
        counts = changes.checked_counts(session, TOM, now=LATER)
    assert counts == {
        State.NEW: 0,
        State.ALIVE: 1,
        State.UNDECIDED: 1,
        State.SUSPECT: 1,
        State.BROKEN: 0,
    }


def test_a_dossier_is_settled_when_nothing_is_in_doubt(library: Database) -> None:
    """New and suspect links are waited for."""
    with library.reading() as session:
        eau = dossiers.find(session, "eau")
        assert eau is not None
    left = []
    for n in range(2):
        with library.reading() as session:
            left.append(changes.unsettled(session, eau.id))
        check(library, {LAW: VerdictKind.OK, NEWS: VerdictKind.GONE}, MONDAY + n * DAY)
    with library.reading() as session:
        left.append(changes.unsettled(session, eau.id))
    assert left == [2, 1, 0]


@pytest.mark.parametrize(("status", "left"), [(RunStatus.COMPLETED, 1), (RunStatus.VOID, 2)])
def test_a_link_that_cannot_be_checked_is_not_waited_for(
    library: Database, status: RunStatus, left: int
) -> None:
    """Our guard refuses it every night; but a night of our own outage proves nothing."""
    with library.transaction() as session:
        eau = dossiers.find(session, "eau")
        link_id = links.find(session, LAW)
        assert eau is not None
        assert link_id is not None
        run_id = start(session, [link_id])
        [link] = links.links(session, [link_id])
        observations.record(session, run_id, [result(link, VerdictKind.UNCHECKED)])
        assert changes.unsettled(session, eau.id) == 2
        runs.finish(session, run_id, status, {}, MONDAY)
        assert changes.unsettled(session, eau.id) == left
