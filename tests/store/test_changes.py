"""What there is to tell to whom, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY, add, check, reference, result, start

from perenne.domain.links import Pace, RunStatus
from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.store import (
    changes,
    dossiers,
    links,
    observations,
    outbox,
    overlays,
    recipients,
    runs,
)
from perenne.store.dossiers import DossierStatus

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.domain.links import Change
    from perenne.store.database import Database

LEA, TOM = "lea@centre.example", "tom@reseau.example"
LAW, NEWS, FIRE = "https://law.example/1", "https://news.example/1", "https://fire.example/1"
LATER = MONDAY + 10 * DAY


@pytest.fixture
def library(database: Database) -> Database:
    """Two dossiers share a link; Léa follows the first, Tom everything."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW), reference("Presse", NEWS), centre="Pantin")
        add(session, "feu", reference("Feu", FIRE), reference("Loi aussi", LAW), centre="Angers")
        recipients.subscribe(session, LEA, Pace.WEEKLY, dossier_slug="eau")
        recipients.subscribe(session, TOM, Pace.NIGHTLY)
    return database


def die(database: Database, *urls: str, first: datetime = MONDAY) -> None:
    """Let links live one night, and be confirmed dead two nights later."""
    check(database, dict.fromkeys(urls, VerdictKind.OK), first)
    for n in (1, 2):
        check(database, dict.fromkeys(urls, VerdictKind.GONE), first + n * DAY)


def news(database: Database, address: str, now: datetime = LATER) -> list[Change]:
    """Return what is not told yet."""
    with database.reading() as session:
        return changes.unreported(session, address, now=now)


def deaths(database: Database, address: str, now: datetime = LATER) -> list[str]:
    """Return the links whose death is not told yet."""
    told = news(database, address, now)
    return [change.link.url for change in told if change.new_state is State.BROKEN]


def standing(database: Database, address: str, now: datetime = LATER) -> list[str]:
    """Return the links that stay broken or undecided."""
    with database.reading() as session:
        return [status.url for status in changes.standing(session, address, now=now)]


def tell(database: Database, address: str, key: str = "1") -> int:
    """Put all news in a message, and return its id."""
    flips = [change.flip_id for change in news(database, address)]
    with database.transaction() as session:
        outbox.put(
            session,
            key=f"{address}|report|{key}",
            recipient=address,
            kind="report",
            period=key,
            subject="Liens",
            message=b"Subject: Liens\r\n\r\n",
            message_id=f"<{key}@perenne.example>",
            flip_ids=flips,
            at=LATER,
        )
        return outbox.all_messages(session)[-1].id


def test_each_reads_of_her_own_dossiers(library: Database) -> None:
    """With the places in these, and no others."""
    die(library, LAW, FIRE)
    assert deaths(library, LEA) == [LAW]
    assert sorted(deaths(library, TOM)) == [FIRE, LAW]
    [change] = [c for c in news(library, LEA) if c.new_state is State.BROKEN]
    assert [c.slug for c in change.link.citations] == ["eau"]
    [shared] = [s for s in news(library, TOM) if s.flip_id == change.flip_id]
    assert [c.slug for c in shared.link.citations] == ["eau", "feu"]
    assert (change.old_state, change.old_kind) == (State.SUSPECT, VerdictKind.GONE)
    assert (change.new_kind, change.at) == (VerdictKind.GONE, MONDAY + 2 * DAY)


def test_nobody_else_is_told_anything(library: Database) -> None:
    """An unknown address follows nothing."""
    die(library, LAW)
    assert news(library, "nobody@example.org") == []
    assert standing(library, "nobody@example.org") == []


def test_the_letter_case_of_an_address_does_not_matter(library: Database) -> None:
    """It is the same mailbox."""
    die(library, LAW)
    assert deaths(library, " Lea@Centre.Example ") == [LAW]


def test_a_change_is_told_once(library: Database) -> None:
    """To each on her own; it stands among what is still broken."""
    die(library, LAW)
    tell(library, LEA)
    assert news(library, LEA) == []
    assert standing(library, LEA) == [LAW]
    assert deaths(library, TOM) == [LAW]


def test_a_change_in_a_parked_message_was_not_told(library: Database) -> None:
    """The server refused it: it comes again in the next one."""
    die(library, LAW)
    message_id = tell(library, LEA)
    with library.transaction() as session:
        outbox.park(session, message_id, "550 no such user")
    assert deaths(library, LEA) == [LAW]
    tell(library, LEA, "2")
    assert news(library, LEA) == []


def test_a_link_told_broken_that_lives_again_is_news(library: Database) -> None:
    """And it no longer stands as broken."""
    die(library, LAW)
    tell(library, LEA)
    check(library, {LAW: VerdictKind.OK}, MONDAY + 3 * DAY)
    [change] = news(library, LEA)
    assert (change.old_state, change.new_state) == (State.BROKEN, State.ALIVE)
    assert standing(library, LEA) == []


def test_what_happened_before_the_subscription_is_no_news(library: Database) -> None:
    """It stands as broken, and what happens next is told."""
    die(library, LAW)
    with library.transaction() as session:
        recipients.subscribe(session, "new@centre.example", Pace.WEEKLY, centre="Angers")
    assert news(library, "new@centre.example") == []
    assert standing(library, "new@centre.example") == [LAW]
    die(library, FIRE, first=MONDAY + 3 * DAY)
    assert deaths(library, "new@centre.example") == [FIRE]


def test_a_death_before_the_dossier_cited_the_link_is_no_news_of_it(library: Database) -> None:
    """The link was dead already when it came into the dossier."""
    die(library, FIRE)
    with library.transaction() as session:
        entries = reference("Loi", LAW), reference("Feu", FIRE)
        add(session, "eau", *entries, centre="Pantin", at=MONDAY + 3 * DAY)
    assert deaths(library, LEA) == []
    assert standing(library, LEA) == [FIRE]


def test_a_withdrawn_citation_is_no_longer_told(library: Database) -> None:
    """She corrected it before the mail left."""
    die(library, LAW, NEWS)
    with library.transaction() as session:
        add(session, "eau", reference("Presse", NEWS), at=MONDAY + 3 * DAY)
    assert deaths(library, LEA) == [NEWS]
    assert standing(library, LEA) == [NEWS]


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
