"""Silent damage is found, and told by the name of its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.copies.home import warcio_check
from tests.copies.test_copies_files import known, put, shelf
from tests.copies.wire import AT

from perenne.copies.folder import Folder
from perenne.copies.verify import Damage, damages
from perenne.store import links
from perenne.store.database import Database


@pytest.fixture
def kept(database: Database, tmp_path: Path) -> Path:
    """Keep three copies in two files."""
    folder = tmp_path / "copies"
    with database.transaction() as session:
        link_id = links.ensure(session, ["https://a.fr/p"], AT)["https://a.fr/p"]
    for bodies in ((b"one", b"two"), (b"three",)):
        with shelf(database, folder) as opened:
            put(opened, link_id, *bodies)
    return folder


def found(database: Database, folder: Path) -> list[tuple[str, Damage]]:
    """Return what is damaged."""
    there = Folder(folder)
    return list(damages(there, there.names(), known(database)))


def test_what_is_as_it_was_written_is_not_told(database: Database, kept: Path) -> None:
    """Warcio finds nothing either."""
    assert found(database, kept) == []
    assert warcio_check(*kept.iterdir()) == ""


def truncate(path: Path) -> None:
    """Take the last byte away."""
    path.write_bytes(path.read_bytes()[:-1])


def extend(path: Path) -> None:
    """Add a byte."""
    path.write_bytes(path.read_bytes() + b"\0")


def alter(path: Path) -> None:
    """Change one bit of the middle."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("hurt", "damage"),
    [
        (Path.unlink, Damage.MISSING),
        (truncate, Damage.TRUNCATED),
        (extend, Damage.ALTERED),
        (alter, Damage.ALTERED),
        (lambda path: path.write_bytes(b""), Damage.TRUNCATED),
    ],
    ids=["missing", "truncated", "longer", "one-bit", "empty"],
)
def test_each_damage_is_told_of_its_file_alone(
    database: Database, kept: Path, hurt: Callable[[Path], object], damage: Damage
) -> None:
    """The other file is as it was."""
    first, _second = sorted(kept.iterdir())
    hurt(first)
    assert found(database, kept) == [(first.name, damage)]


@given(where=st.integers(0, 10_000), bit=st.integers(0, 7))
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_one_bit_anywhere_is_enough(database: Database, kept: Path, where: int, bit: int) -> None:
    """Warcio itself passes over some: those of gzip's own heads."""
    first, _second = sorted(kept.iterdir())
    whole = first.read_bytes()
    data = bytearray(whole)
    data[where % len(data)] ^= 1 << bit
    first.write_bytes(data)
    assert found(database, kept) == [(first.name, Damage.ALTERED)]
    first.write_bytes(whole)


def test_a_file_that_we_never_wrote_is_told(database: Database, kept: Path) -> None:
    """Somebody's notes, or a copy put back under another name."""
    (kept / "notes.txt").touch()
    (kept / "perenne-20260302030507-00009.warc.gz.open").touch()
    assert found(database, kept) == [
        ("notes.txt", Damage.UNKNOWN),
        ("perenne-20260302030507-00009.warc.gz.open", Damage.UNKNOWN),
    ]


def test_a_file_that_is_being_written_is_no_damage(database: Database, kept: Path) -> None:
    """Unless it holds less than is known to be in it."""
    with database.reading() as session:
        link_id = links.find(session, "https://a.fr/p")
    assert link_id is not None
    with shelf(database, kept) as opened:
        put(opened, link_id, b"four")
        assert found(database, kept) == []
        [path] = kept.glob("*.open")
        whole = path.read_bytes()
        path.write_bytes(whole[:-1])
        name = path.name.removesuffix(".open")
        assert found(database, kept) == [(name, Damage.TRUNCATED)]
        path.write_bytes(whole)
    assert found(database, kept) == []


def test_a_file_that_is_begun_meanwhile_is_no_surprise(database: Database, kept: Path) -> None:
    """The folder is read before the database."""
    there = Folder(kept)
    names = there.names()
    with database.reading() as session:
        link_id = links.find(session, "https://a.fr/p")
    assert link_id is not None
    with shelf(database, kept) as opened:
        put(opened, link_id, b"four")
    assert list(damages(there, names, known(database))) == []
