"""Proposals as they are kept, and the links for which there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.news_stories import FIRE, LATER, LAW, NEWS, die, two_dossiers
from tests.store.store_stories import DAY, MONDAY, add, check, reference

from perenne.domain.links import Replacement
from perenne.domain.people import OverlayKind
from perenne.domain.verdicts import VerdictKind
from perenne.store import citing, links, overlays, replacements

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.store.database import Database

DEATH = MONDAY + DAY
HTTPS, DOI, COPY = (f"https://law.example/{name}" for name in ("https", "doi", "copy"))
OURS = ("variant", "permalink")


def propose(database: Database, *urls: str, at: datetime = DEATH, kind: str = "variant") -> None:
    """Propose addresses for the law."""
    found = [Replacement(url, kind, "", 0.9) for url in urls]
    with database.transaction() as session:
        link_id = links.find(session, LAW)
        assert link_id
        replacements.propose(session, link_id, found, at, instead_of=OURS)


def say(database: Database, kind: OverlayKind, url: str, at: datetime = DEATH) -> int:
    """Let Léa accept or turn down an address for the law; return the overlay's id."""
    with database.transaction() as session:
        link_id = links.find(session, LAW)
        assert link_id
        return overlays.say(session, link_id, kind, author="Léa", reason="", at=at, replacement=url)


def proposed(database: Database, url: str = LAW) -> list[str]:
    """Return what is kept of the law."""
    with database.reading() as session:
        [status] = links.statuses(session, [links.find(session, url) or 0], now=LATER)
    return [each.url for each in status.replacements]


def unmended(database: Database, since: datetime) -> list[str]:
    """Return the links without a proposal."""
    with database.reading() as session:
        ids = replacements.unmended(session, since=since)
        return [status.url for status in links.statuses(session, ids)]


def test_proposals_come_in_the_order_of_their_kinds(database: Database) -> None:
    """Not by their confidence alone: a copy is the last resort."""
    two_dossiers(database)
    die(database, LAW)
    propose(database, COPY, kind="capture")
    with database.transaction() as session:
        found = [
            Replacement(DOI, "permalink", "DOI", 0.9),
            Replacement(HTTPS, "variant", "https", 0.6),
        ]
        link_id = links.find(session, LAW) or 0
        replacements.propose(session, link_id, found, DEATH)
    assert proposed(database) == [HTTPS, DOI, COPY]


def test_what_was_decided_of_stays_known_as_it_was_found(database: Database) -> None:
    """Everything else gives way to what is found anew."""
    two_dossiers(database)
    propose(database, HTTPS, DOI, COPY)
    say(database, OverlayKind.REPLACEMENT_REJECTED, f"{HTTPS}?utm_source=mail")
    mistaken = say(database, OverlayKind.REPLACEMENT_ACCEPTED, DOI)
    propose(database, "https://law.example/new")
    assert set(proposed(database)) == {HTTPS, DOI, "https://law.example/new"}
    with database.transaction() as session:
        overlays.end(session, mistaken, LATER)
    propose(database)
    assert proposed(database) == [HTTPS]


def test_links_that_fail_are_looked_at_until_something_is_proposed(database: Database) -> None:
    """For two nights; and again once a proposal is turned down."""
    two_dossiers(database)
    die(database, LAW, FIRE)
    check(database, {NEWS: VerdictKind.OK}, MONDAY + 3 * DAY)
    assert unmended(database, DEATH) == [LAW, FIRE]
    propose(database, HTTPS)
    assert unmended(database, DEATH) == [FIRE]
    assert unmended(database, LATER) == []
    mistaken = say(database, OverlayKind.REPLACEMENT_REJECTED, HTTPS, LATER)
    assert unmended(database, LATER) == [LAW]
    assert unmended(database, LATER + DAY) == []
    with database.transaction() as session:
        overlays.end(session, mistaken, LATER)
    assert unmended(database, LATER) == []


def test_a_page_that_moves_after_a_long_life_is_looked_at(database: Database) -> None:
    """Its state is as old as its life; the twin that still stands where it stood is not."""
    two_dossiers(database)
    for n in range(9):
        check(database, {LAW: VerdictKind.OK, NEWS: VerdictKind.OK}, MONDAY + n * DAY)
    moves = MONDAY + 9 * DAY
    check(database, {LAW: VerdictKind.MOVED, NEWS: VerdictKind.OK}, moves)
    assert unmended(database, moves) == [LAW]
    propose(database, HTTPS, at=moves)
    assert unmended(database, moves) == []


def test_the_lasting_address_outlives_its_page(database: Database) -> None:
    """What was seen last counts; an error page, and a page that was not read, say nothing."""
    two_dossiers(database)
    for n, (kind, permalink) in enumerate(
        [
            (VerdictKind.OK, "https://doi.org/10.1000/old"),
            (VerdictKind.OK, DOI),
            (VerdictKind.OK, None),
            (VerdictKind.GONE, "https://doi.org/10.1000/error"),
        ]
    ):
        check(database, {LAW: kind}, MONDAY + n * DAY, permalink=permalink)
    assert _permalink(database) == DOI
    check(database, {LAW: VerdictKind.OK}, LATER, permalink="")
    assert _permalink(database) == ""


def test_what_a_reference_cites_beside_a_link_is_known(database: Database) -> None:
    """As long as it cites both."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW, DOI), reference("Presse", NEWS))
        law = links.find(session, LAW) or 0
        news = links.find(session, NEWS) or 0
        assert citing.cited_beside(session, [law, news]) == {law: [DOI]}
        add(session, "eau", reference("Loi", LAW), reference("Presse", NEWS))
        assert citing.cited_beside(session, [law, news]) == {}


def _permalink(database: Database) -> str:
    with database.reading() as session:
        [status] = links.statuses(session, [links.find(session, LAW) or 0])
    return status.permalink
