"""Copies lie in files whole, or not at all, whatever happens while they are written."""

from __future__ import annotations

import gzip
import hashlib
import random
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.copies.home import records_of, warcio_check
from tests.copies.wire import AT, close, step

from perenne.clock import SetClock
from perenne.copies.errors import CopiesError
from perenne.copies.folder import Folder, NewFile
from perenne.copies.records import Step, write_about, write_way
from perenne.copies.remains import whole_until
from perenne.copies.shelf import Shelf
from perenne.settings import Copies, Settings
from perenne.store import copies, copy_files, links
from perenne.store.copy_files import CopyFile
from perenne.store.database import Database


@contextmanager
def shelf(database: Database, folder: Path, **keys: object) -> Iterator[Shelf]:
    """Open a shelf, and close it at the end."""
    section = Copies.model_validate({"folder": folder, **keys})
    opened = Shelf(Folder(folder), database, Settings(copies=section), SetClock(AT))
    opened.open()
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def link_id(database: Database) -> int:
    """Make a link."""
    with database.transaction() as session:
        return links.ensure(session, ["https://a.fr/p"], AT)["https://a.fr/p"]


def put(opened: Shelf, link_id: int, *bodies: bytes) -> None:
    """Put copies on the shelf."""
    for body in bodies:
        said = step(body)
        opened.put(link_id, [said], "v")
        close(said)


def known(database: Database) -> list[CopyFile]:
    """Return the files that the database knows."""
    with database.reading() as session:
        return copy_files.files(session)


def noise(length: int, seed: int = 0) -> bytes:
    """Return bytes that nothing makes shorter."""
    return random.Random(seed).randbytes(length)


def test_files_and_their_folder_are_for_their_owner_alone(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """What is in them belongs to others."""
    folder = tmp_path / "some" / "where"
    with shelf(database, folder) as opened:
        put(opened, link_id, b"hello")
        [path] = folder.iterdir()
        assert path.name.endswith(".warc.gz.open")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


def test_a_closed_file_is_known_by_its_sum(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """SHA-256 of all its bytes, and their number."""
    with shelf(database, tmp_path) as opened:
        put(opened, link_id, b"hello", b"world")
    [path] = tmp_path.glob("*.warc.gz")
    [file] = known(database)
    assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (file.name, file.length) == (path.name, path.stat().st_size)
    assert file.used == file.length, "the last copy ends where the file does"


def test_a_file_says_what_it_is(database: Database, tmp_path: Path, link_id: int) -> None:
    """WARC 1.1, who wrote it, and that it is not to be published."""
    with shelf(database, tmp_path) as opened:
        put(opened, link_id, b"hello")
    [path] = tmp_path.glob("*.warc.gz")
    assert gzip.decompress(path.read_bytes()).startswith(b"WARC/1.1\r\n")
    about = next(records_of(path))
    assert (about.type, about.told["WARC-Filename"]) == ("warcinfo", path.name)
    assert about.told["WARC-Date"] == "2026-03-02T03:05:07.250000Z"
    assert b"format: WARC File Format 1.1\r\n" in about.block
    assert b"Perenne/" in about.block
    assert b"not to be published" in about.block


def test_files_are_rotated_by_size(database: Database, tmp_path: Path, link_id: int) -> None:
    """A file that has grown beyond the limit is closed, and the next copy begins another."""
    folder = tmp_path / "copies"
    with shelf(database, folder, rotate_mb=1) as opened:
        put(opened, link_id, *(noise(400_000, n) for n in range(7)))
        assert [path.suffix for path in sorted(folder.iterdir())] == [".gz", ".gz", ".open"]
    lengths = [file.length or 0 for file in known(database)]
    assert [1_200_000 < length < 1_300_000 for length in lengths] == [True, True, False]
    for path in sorted(folder.iterdir()):
        assert next(records_of(path)).type == "warcinfo"
        assert warcio_check(path) == ""


def test_each_copy_can_be_read_where_it_lies(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """By its file, offset and length alone."""
    with shelf(database, tmp_path) as opened:
        put(opened, link_id, b"one", b"two")
    with database.reading() as session:
        first, second = copies.held(session, [1, 2])
    for copy, body in ((first, b"one"), (second, b"two")):
        data = (tmp_path / copy.file).read_bytes()[copy.offset : copy.offset + copy.length]
        text = gzip.decompress(data)
        assert text.startswith(b"WARC/1.1\r\n")
        assert b"HTTP/1.1 200 OK\r\n\r\n" + body + b"\r\n\r\nWARC/1.1" in text


def test_what_cannot_be_written_whole_is_taken_back(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """The copies before it stay, and those after it follow."""
    broken = step(b"half")
    broken.recording.received.close()
    with shelf(database, tmp_path) as opened:
        put(opened, link_id, b"one")
        way = [step(b"moved", head=b"HTTP/1.1 302 F\r\nLocation: /\r\n\r\n"), broken]
        with pytest.raises(ValueError, match="closed file"):
            opened.put(link_id, way, "v")
        close(way[0])
        put(opened, link_id, b"two")
    [path] = tmp_path.glob("*.warc.gz")
    assert [record.body for record in records_of(path) if record.type == "response"] == [
        b"one",
        b"two",
    ]
    with database.reading() as session:
        assert [size for _at, size in copies.of_link(session, link_id)] == [3, 3]


def test_a_file_without_a_copy_is_not_kept(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """Nor remembered."""
    broken = step(b"half")
    broken.recording.received.close()
    with shelf(database, tmp_path) as opened, pytest.raises(ValueError, match="closed file"):
        opened.put(link_id, [broken], "v")
    assert list(tmp_path.glob("*.warc*")) == []
    assert known(database) == []


def test_a_name_is_never_given_twice(database: Database, tmp_path: Path, link_id: int) -> None:
    """Not even where the database has forgotten a file, as one restored from a backup has."""
    with shelf(database, tmp_path) as opened:
        put(opened, link_id, b"one")
    [path] = tmp_path.glob("*.warc.gz")
    other = tmp_path / path.name.replace("-00001", "-00002")
    other.write_bytes(b"forgotten")
    with shelf(database, tmp_path) as opened:
        put(opened, link_id, b"two")
    assert other.read_bytes() == b"forgotten"
    assert [file.name[-13:] for file in known(database)] == ["00001.warc.gz", "00003.warc.gz"]


@pytest.fixture(scope="module")
def three_records(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Write a file of five records, one of them long."""
    path = tmp_path_factory.mktemp("whole") / "x.warc.gz"
    file = NewFile(path)
    said = [step(b"one"), step(noise(3_000))]
    write_about(file, "x", AT, {})
    for each in said:
        write_way(file, [each], None)
    file.close()
    close(*said)
    return path.read_bytes()


def ends_of(data: bytes) -> list[int]:
    """Return where each gzip member of a file ends, told by trying every place."""
    ends = [0]
    for end in range(1, len(data) + 1):
        try:
            gzip.decompress(data[ends[-1] : end])
        except (EOFError, gzip.BadGzipFile, OSError):
            continue
        ends.append(end)
    return ends


@given(data=st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_torn_record_is_told_from_the_whole_ones(
    tmp_path: Path, three_records: bytes, data: st.DataObject
) -> None:
    """Wherever a kill has cut the file, and whatever a file system has put in its place."""
    ends = ends_of(three_records)
    cut = data.draw(st.integers(0, len(three_records)), label="cut")
    rubbish = data.draw(st.sampled_from([b"", b"\0" * 4096, b"\x1f\x8b\x08\0", b"x"]), label="then")
    path = tmp_path / "torn"
    left = three_records[:cut] + rubbish
    path.write_bytes(left)
    # A record that ends in zeros is whole again where zeros have taken their place.
    last = max(end for end in ends if left.startswith(three_records[:end]))
    known_good = data.draw(st.sampled_from([end for end in ends if end <= last]), label="known")
    assert whole_until(path, known_good) == last


def left_by_a_killed_process(
    database: Database, folder: Path, link_id: int, torn: bytes
) -> tuple[Path, bytes]:
    """Put a copy, then write a part of another and leave; return the file and what was whole."""
    section = Copies.model_validate({"folder": folder})
    opened = Shelf(Folder(folder), database, Settings(copies=section), SetClock(AT))
    opened.open()
    put(opened, link_id, b"one")
    [path] = folder.glob("*.open")
    whole = path.read_bytes()
    with path.open("ab") as file:
        file.write(torn)
    return path, whole


@pytest.mark.parametrize("torn", [b"", b"\x1f\x8b\x08\0\0\0\0\0", b"\0" * 5_000])
def test_what_a_killed_process_left_is_settled(
    database: Database, tmp_path: Path, link_id: int, torn: bytes
) -> None:
    """The torn record goes, the file is closed with its sum, and another is begun."""
    path, whole = left_by_a_killed_process(database, tmp_path, link_id, torn)
    with shelf(database, tmp_path) as opened:
        closed = path.with_suffix("")
        assert closed.read_bytes() == whole
        put(opened, link_id, b"two")
    first, second = known(database)
    assert first.sha256 == hashlib.sha256(whole).hexdigest()
    assert second.sha256 is not None
    assert list(tmp_path.glob("*.open")) == []


def test_whole_records_that_were_not_noted_yet_are_kept(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """The page will be copied again, which is no harm."""
    more = gzip.compress(b"WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    path, whole = left_by_a_killed_process(database, tmp_path, link_id, more + more[:-1])
    with shelf(database, tmp_path):
        assert path.with_suffix("").read_bytes() == whole + more


def test_a_file_that_was_renamed_but_not_noted_is_noted(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """A kill may come between the two."""
    path, whole = left_by_a_killed_process(database, tmp_path, link_id, b"")
    path.rename(path.with_suffix(""))
    with shelf(database, tmp_path):
        pass
    assert [file.sha256 for file in known(database)] == [hashlib.sha256(whole).hexdigest()]


def test_a_file_that_was_noted_but_never_made_is_forgotten(
    database: Database, tmp_path: Path
) -> None:
    """A kill may come there too."""
    with database.transaction() as session:
        copy_files.begin(session, "perenne-x.warc.gz", AT)
    with shelf(database, tmp_path):
        pass
    assert known(database) == []


def test_what_is_known_to_hold_copies_is_never_cut(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """A byte that went wrong in the middle is damage, to be told; what follows it stays."""
    path, whole = left_by_a_killed_process(database, tmp_path, link_id, b"")
    hurt = bytearray(whole)
    hurt[len(hurt) // 2] ^= 0xFF
    path.write_bytes(hurt)
    with shelf(database, tmp_path):
        assert path.with_suffix("").read_bytes() == hurt


def test_a_folder_that_lost_its_files_is_not_filled_anew(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """A disk that is not connected is an empty folder, or none."""
    folder = tmp_path / "disk"
    with shelf(database, folder) as opened:
        put(opened, link_id, b"one")
    away = folder.rename(tmp_path / "away")
    for make in (lambda: None, folder.mkdir):
        make()
        with pytest.raises(CopiesError, match="copies_gone"), shelf(database, folder):
            pass
    folder.rmdir()
    away.rename(folder)
    with shelf(database, folder) as opened:
        put(opened, link_id, b"two")
    assert len(known(database)) == 2


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("/sys/perenne-copies", "copies_not_writable"),
        ("{tmp}/file/copies", "copies_gone"),
        ("{tmp}/file", "copies_unusable"),
    ],
)
def test_a_folder_that_cannot_be_made_is_told(
    database: Database, tmp_path: Path, place: str, code: str
) -> None:
    """In one sentence, with the folder's name."""
    (tmp_path / "file").touch()
    folder = Path(place.format(tmp=tmp_path))
    with pytest.raises(CopiesError, match=code) as caught, shelf(database, folder):
        pass
    assert str(folder) in caught.value.sentence


def test_heads_are_written_as_they_came(tmp_path: Path) -> None:
    """Whatever blanks, letters and bytes are in them."""
    head = (
        b"HTTP/1.1 200 D\xe9sol\xe9\r\nX-Odd:  two  blanks \r\nserver : odd\r\nno colon\r\n"
        b"Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n"
    )
    said = step(b"\0body\r\n\r\n", head=head)
    file = NewFile(tmp_path / "x.warc.gz")
    write_way(file, [said], None)
    file.close()
    close(said)
    response, request = records_of(tmp_path / "x.warc.gz")
    assert response.block == head + b"\0body\r\n\r\n"
    assert request.block == b"GET /p HTTP/1.1\r\nHost: a.fr\r\n\r\n"


def test_what_was_left_of_a_redirect_is_told(tmp_path: Path) -> None:
    """A reader of the record knows that there was more."""
    said: list[Step] = []
    for too_long in (True, False):
        one = step(b"moved", head=b"HTTP/1.1 302 F\r\nLocation: /\r\n\r\n")
        one.recording.whole, one.recording.too_long = False, too_long
        said.append(one)
    said.append(step(b"here"))
    file = NewFile(tmp_path / "x.warc.gz")
    write_way(file, said, None)
    file.close()
    close(*said)
    told = [r.told.get("WARC-Truncated") for r in records_of(tmp_path / "x.warc.gz")]
    assert told[::2] == ["length", "disconnect", None]


def test_writing_a_long_document_fills_no_memory(
    database: Database, tmp_path: Path, link_id: int
) -> None:
    """It goes from file to file, piece by piece."""
    import tracemalloc  # noqa: PLC0415 - it slows down what runs beside it

    said = step(b"")
    for n in range(30):
        said.recording.receive(noise(1_000_000, n))
    said.recording.received.seek(0)
    with shelf(database, tmp_path) as opened:
        tracemalloc.start()
        opened.put(link_id, [said], "v")
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    close(said)
    assert peak < 3_000_000
    assert next(tmp_path.glob("*.gz")).stat().st_size > 30_000_000
