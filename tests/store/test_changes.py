"""What there is to tell to whom, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.news_stories import (
    FIRE,
    LAW,
    LEA,
    NEWS,
    TOM,
    deaths,
    die,
    news,
    standing,
    tell,
    two_dossiers,
)
from tests.store.store_stories import DAY, MONDAY, add, check, reference

from perenne.domain.people import Pace
from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.store import (
    outbox,
    recipients,
)

if TYPE_CHECKING:
    from perenne.store.database import Database


@pytest.fixture
def library(database: Database) -> Database:
    """Two dossiers share a link; Léa follows the first, Tom everything."""
    two_dossiers(database)
    return database


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
