"""What humans say of links, as each dossier tells it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from tests.store.news_stories import FIRE, LATER, LAW, LEA, NEWS, die, two_dossiers
from tests.store.store_stories import DAY, MONDAY

from perenne.domain.people import OverlayKind
from perenne.store import dossiers, links, observations, overlays
from perenne.store.database import open_database

if TYPE_CHECKING:
    from perenne.domain.links import LinkStatus
    from perenne.store.database import Database


@pytest.fixture
def library(database: Database) -> Database:
    """Two dossiers, of two centres, share a link that is dead."""
    two_dossiers(database)
    die(database, LAW)
    return database


def say(database: Database, url: str, **facts: object) -> int:
    """Let Léa dismiss a link on Monday."""
    with database.transaction() as session:
        found = links.find(session, url)
        assert found
        return overlays.dismiss(session, found, author=LEA, reason="connu", at=MONDAY, **facts)


def status(database: Database, url: str, **facts: object) -> LinkStatus:
    """Return a link as it is told."""
    with database.reading() as session:
        found = links.find(session, url)
        [told] = links.statuses(session, [found or 0], **facts)
    return told


def test_a_centre_speaks_for_its_own_dossiers(library: Database) -> None:
    """The link is dismissed in one dossier, and told in the other: so it is not dismissed."""
    say(library, LAW, centre="Pantin")
    told = status(library, LAW, now=LATER)
    assert [(c.slug, c.dismissal is not None) for c in told.citations] == [
        ("eau", True),
        ("feu", False),
    ]
    assert not told.dismissed
    assert told.within({"eau"}).dismissed


def test_without_a_centre_it_holds_for_all(library: Database) -> None:
    """Until its end, and not without an instant at which it could hold."""
    say(library, LAW, until=LATER)
    assert status(library, LAW, now=LATER - DAY).dismissed
    assert not status(library, LAW, now=LATER).dismissed
    assert not status(library, LAW).dismissed
    assert not status(library, NEWS, now=MONDAY).dismissed


def test_the_own_choice_of_a_centre_goes_before_one_for_all(library: Database) -> None:
    """And a later one before an earlier one."""
    with library.transaction() as session:
        found = links.find(session, LAW)
        assert found
        for number, centre in enumerate(("Pantin", None, "Pantin", None)):
            overlays.say(
                session,
                found,
                OverlayKind.REPLACEMENT_ACCEPTED,
                author=LEA,
                reason="",
                at=MONDAY,
                centre=centre,
                replacement=f"https://law.example/{number}",
            )
    chosen = {c.slug: c.accepted for c in status(library, LAW, now=LATER).citations}
    assert {slug: said and said.replacement for slug, said in chosen.items()} == {
        "eau": "https://law.example/2",
        "feu": "https://law.example/3",
    }


def test_the_history_tells_who_said_it_and_who_took_it_back(library: Database) -> None:
    """Nothing of it is deleted."""
    said = say(library, LAW)
    with library.transaction() as session:
        assert overlays.end(session, said, LATER, "Zoé")
        assert not overlays.end(session, said, LATER + DAY, "Paul")
        found = links.find(session, LAW)
        assert found
        [told] = observations.history(session, found).overlays
    assert (told.author, told.ended_by, told.end) == (LEA, "Zoé", LATER)


def test_figures_leave_out_what_is_dismissed(library: Database) -> None:
    """It is counted apart, in the dossiers where it holds."""
    say(library, LAW, centre="Pantin")
    say(library, FIRE)
    with library.reading() as session:
        eau, feu = dossiers.summaries(session, LATER)
    assert (eau.links, eau.broken, eau.dismissed) == (2, 0, 1)
    assert (feu.links, feu.broken, feu.dismissed) == (2, 1, 1)


def test_two_who_speak_of_a_link_at_once_take_turns(library: Database, database_url: str) -> None:
    """The second sees what the first has said."""
    seen: list[int] = []

    def dismiss_once() -> None:
        with open_database(database_url) as own, own.transaction() as session:
            found = links.find(session, LAW)
            assert found
            overlays.hold(session, [found])
            running = overlays.active(session, [found], MONDAY)
            seen.append(len(running))
            if not running:
                overlays.dismiss(session, found, author=LEA, reason="", at=MONDAY)

    several = [threading.Thread(target=dismiss_once) for _ in range(4)]
    for each in several:
        each.start()
    for each in several:
        each.join()
    assert sorted(seen) == [0, 1, 1, 1]
