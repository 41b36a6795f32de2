"""Where copies lie, what there is to copy, and what is in whose file; on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY, add, reference, result, start

from perenne.domain.exchanges import Validators
from perenne.domain.links import Reading
from perenne.domain.verdicts import VerdictKind
from perenne.store import copies, copy_files, dossiers, links, observations
from perenne.store.copies import Candidate, Copy, Held
from perenne.store.copy_files import CopyFile

if TYPE_CHECKING:
    from perenne.store.database import Database

ONE, TWO, THREE = (f"https://example.org/{n}" for n in (1, 2, 3))


@pytest.fixture
def ids(database: Database) -> dict[str, int]:
    """Register a dossier that cites two pages, and another one that cites a third."""
    with database.transaction() as session:
        add(session, "first", reference("B", TWO), reference("A", ONE, TWO))
        add(session, "second", reference("C", THREE))
        return {url: links.find(session, url) or 0 for url in (ONE, TWO, THREE)}


@pytest.fixture
def file_id(database: Database) -> int:
    """Begin a file."""
    with database.transaction() as session:
        begun = copy_files.begin(session, "x.warc.gz", MONDAY)
    assert begun is not None
    return begun


def copy(link_id: int, file_id: int, offset: int = 0, **facts: object) -> Copy:
    """Return a copy of ten bytes."""
    usual = {
        "length": 10,
        "url": ONE,
        "at": MONDAY,
        "size": 7,
        "sha256": "sum",
        "payload_digest": "sha1:X",
        "version": "v",
    }
    return Copy(link_id=link_id, file_id=file_id, offset=offset, **usual | facts)  # type: ignore[arg-type]


def see(database: Database, ids: dict[str, int], kind: VerdictKind = VerdictKind.OK) -> None:
    """Let a night see the first two pages: one whose text is known, one whose bytes are."""
    reading = Reading(Validators(TWO), "bytes", "basis", MONDAY, noarchive=True)
    with database.transaction() as session:
        run_id = start(session, list(ids.values()))
        first, second = links.links(session, [ids[ONE], ids[TWO]])
        seen = [
            result(first, kind, fingerprint="text"),
            result(second, kind, reading=reading),
        ]
        observations.record(session, run_id, seen)


def candidates(database: Database) -> list[Candidate]:
    """Return what may be copied."""
    with database.reading() as session:
        return list(copies.candidates(session))


def test_what_was_seen_of_cited_pages_is_told_with_their_last_copy(
    database: Database, ids: dict[str, int], file_id: int
) -> None:
    """And the last try; what was never seen is not there."""
    see(database, ids)
    nothing = (None, None, None, None)
    assert candidates(database) == [
        Candidate(ids[ONE], VerdictKind.OK, "text", "", False, *nothing),
        Candidate(ids[TWO], VerdictKind.OK, "", "bytes", True, *nothing),
    ]
    with database.transaction() as session:
        copies.add(session, copy(ids[ONE], file_id, version="old"))
        copies.add(session, copy(ids[ONE], file_id, at=MONDAY + DAY, version="new"))
        copies.refuse(session, ids[TWO], "blocked", MONDAY)
        copies.refuse(session, ids[TWO], "too_large", MONDAY + DAY)
    first, second = candidates(database)
    assert (first.copied_at, first.copied_version) == (MONDAY + DAY, "new")
    assert (second.tried_at, second.code) == (MONDAY + DAY, "too_large")


def test_a_copy_ends_the_tries(database: Database, ids: dict[str, int], file_id: int) -> None:
    """A refusal of long ago says nothing any more."""
    see(database, ids)
    with database.transaction() as session:
        copies.refuse(session, ids[ONE], "blocked", MONDAY)
        copies.add(session, copy(ids[ONE], file_id))
    assert candidates(database)[0].tried_at is None


def test_only_what_active_dossiers_cite_is_told(database: Database, ids: dict[str, int]) -> None:
    """A paused one waits."""
    see(database, ids)
    with database.transaction() as session:
        dossiers.set_status(session, "first", dossiers.DossierStatus.PAUSED)
    assert candidates(database) == []


def test_a_payload_is_found_by_its_sum_where_it_lies(
    database: Database, ids: dict[str, int], file_id: int
) -> None:
    """Not where another copy refers to it."""
    with database.transaction() as session:
        first = copies.add(session, copy(ids[ONE], file_id))
        copies.add(session, copy(ids[TWO], file_id, url=TWO, same_as=first))
    with database.reading() as session:
        found = copies.original(session, "sum")
        assert copies.original(session, "other") is None
    assert found == copies.Original(first, ONE, MONDAY, "sha1:X", "x.warc.gz")


def test_the_copies_of_a_dossier_come_in_the_order_of_its_references(
    database: Database, ids: dict[str, int], file_id: int
) -> None:
    """Each once, under the title of the first that cites it."""
    with database.transaction() as session:
        one, two, three = (
            copies.add(session, copy(ids[url], file_id, offset))
            for url, offset in ((ONE, 0), (TWO, 10), (THREE, 20))
        )
        again = copies.add(session, copy(ids[TWO], file_id, 30, same_as=one))
    with database.reading() as session:
        own = copies.of_dossier(session, "first")
        other = copies.held(session, [three])
    assert own == [
        Held(two, "x.warc.gz", 10, 10, None, "B"),
        Held(again, "x.warc.gz", 30, 10, one, "B"),
        Held(one, "x.warc.gz", 0, 10, None, "A"),
    ]
    assert other == [Held(three, "x.warc.gz", 20, 10, None)]


def test_a_file_is_closed_once_and_knows_how_far_it_is_used(
    database: Database, ids: dict[str, int], file_id: int
) -> None:
    """A name is given once."""
    with database.transaction() as session:
        assert copy_files.begin(session, "x.warc.gz", MONDAY) is None
        copies.add(session, copy(ids[ONE], file_id, 5_000_000_000))
        assert copy_files.close(session, file_id, 5_000_000_010, "sum", MONDAY)
        assert not copy_files.close(session, file_id, 7, "other", MONDAY)
    with database.reading() as session:
        assert copy_files.files(session) == [
            CopyFile(file_id, "x.warc.gz", 5_000_000_010, "sum", 5_000_000_010)
        ]


def test_a_file_in_which_nothing_is_can_be_forgotten(database: Database, file_id: int) -> None:
    """Its name is free again."""
    with database.transaction() as session:
        copy_files.forget(session, file_id)
        assert copy_files.files(session) == []
        assert copy_files.begin(session, "x.warc.gz", MONDAY) is not None
