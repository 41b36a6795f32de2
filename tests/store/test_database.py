"""Opening a database: first use, upgrade, and what can go wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from perenne import texts
from perenne.store.database import (
    Database,
    DatabaseError,
    current_revision,
    open_database,
    upgrade,
)
from perenne.store.tables import CentreRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session
    from tests.conftest import PostgresqlServer


def centres(session: Session) -> list[str]:
    """Return the names of the centres."""
    return list(session.scalars(select(CentreRow.name).order_by(CentreRow.id)))


def code_of(url: str) -> str:
    """Return the code of the error with which a database refuses to open."""
    with pytest.raises(DatabaseError) as caught:
        open_database(url, wait=0.1)
    return caught.value.code


def test_a_database_is_made_on_first_use(new_database_url: str) -> None:
    """Nothing needs to be prepared: neither the folder, nor the file, nor the tables."""
    assert current_revision(new_database_url) is None
    open_database(new_database_url).close()
    assert current_revision(new_database_url) == "0001"


def test_asking_for_the_revision_makes_no_file(tmp_path: Path) -> None:
    """Looking is not using."""
    assert current_revision(f"sqlite:///{tmp_path}/none/perenne.sqlite") is None
    assert list(tmp_path.iterdir()) == []


def test_upgrading_returns_the_revision(new_database_url: str) -> None:
    """It may be done again."""
    assert upgrade(new_database_url) == "0001"
    assert upgrade(new_database_url) == "0001"


def test_what_a_transaction_did_stays(database_url: str) -> None:
    """It is there when the database is opened again."""
    for name in ("Pantin", "Angers"):
        with open_database(database_url) as database, database.transaction() as session:
            session.add(CentreRow(name=name))
    with open_database(database_url) as database, database.reading() as session:
        assert centres(session) == ["Pantin", "Angers"]


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    """Whatever was raised passes on, and nothing was written."""
    with pytest.raises(ZeroDivisionError), database.transaction() as session:  # noqa: PT012 - the failure follows a write
        session.add(CentreRow(name="Pantin"))
        session.flush()
        raise ZeroDivisionError
    with database.reading() as session:
        assert centres(session) == []


def test_a_mistake_of_ours_is_no_database_error(database: Database) -> None:
    """A broken constraint must be seen as the bug it is."""
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add_all([CentreRow(name="Pantin"), CentreRow(name="Pantin")])


def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    """They see what was there before it began."""
    with database.transaction() as writer, database.reading() as reader:
        writer.add(CentreRow(name="Pantin"))
        writer.flush()
        assert centres(reader) == []
    with database.reading() as reader:
        assert centres(reader) == ["Pantin"]


OPEN_ON_COMMAND = """
import sys
from perenne.store.database import open_database
print("ready", flush=True)
sys.stdin.readline()
open_database(sys.argv[1]).close()
"""


def test_two_processes_may_use_a_database_for_the_first_time_at_once(
    new_database_url: str,
) -> None:
    """One makes the tables, the other waits and finds them."""
    both = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_ON_COMMAND, new_database_url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    assert [process.stdout and process.stdout.readline() for process in both] == ["ready\n"] * 2
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        process.communicate(timeout=30)
    assert [process.returncode for process in both] == [0, 0]
    assert current_revision(new_database_url) == "0001"


def test_a_database_of_a_newer_version_is_refused(new_database_url: str) -> None:
    """An older program could only damage what it does not know."""
    with open_database(new_database_url) as database, database.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert code_of(new_database_url) == "database_newer"
    assert current_revision(new_database_url) == "9999"


@pytest.mark.parametrize(
    "url", ["", "perenne.sqlite", "mysql://localhost/x", "sqlite://", "sqlite:///:memory:"]
)
def test_an_address_that_cannot_be_used_is_refused(url: str) -> None:
    """Only a SQLite file or a PostgreSQL server will do."""
    assert code_of(url) == "database_url"


def test_a_password_is_never_repeated() -> None:
    """Neither by an address that cannot be read, nor by a server that cannot be reached."""
    for url in ("postgresql://me:geheim@[::1:5432/x", "postgresql://me:geheim@127.0.0.1:1/x"):
        with pytest.raises(DatabaseError) as caught:
            open_database(url)
        assert "geheim" not in str(caught.value) + caught.value.detail


def test_a_server_that_does_not_answer_is_unreachable() -> None:
    """Port 1 of this machine answers nobody."""
    assert code_of("postgresql://127.0.0.1:1/perenne") == "database_unreachable"


def test_a_missing_postgresql_database_is_unreachable(postgresql_server: PostgresqlServer) -> None:
    """The server says so; the address is well formed."""
    assert code_of(postgresql_server.url("nowhere")) == "database_unreachable"


def test_a_folder_that_cannot_be_made_is_unreachable(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("")
    assert code_of(f"sqlite:///{tmp_path}/file/perenne.sqlite") == "database_unreachable"


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    """It may be somebody's dossier."""
    file = tmp_path / "dossier.md"
    file.write_text("# Mon dossier\n" * 200)
    assert code_of(f"sqlite:///{file}") == "database_unreachable"
    assert file.read_text() == "# Mon dossier\n" * 200


@pytest.fixture
def impatient(database_url: str) -> Iterator[Database]:
    """Open a database that hardly waits for others."""
    opened = open_database(database_url, wait=0.05)
    yield opened
    opened.close()


def test_a_database_kept_busy_is_locked(database: Database, impatient: Database) -> None:
    """Two writers of the same thing: the second waits, then says why it gave up."""
    with database.transaction() as first:
        first.add(CentreRow(name="Pantin"))
        first.flush()
        with pytest.raises(DatabaseError) as caught, impatient.transaction() as second:
            second.add(CentreRow(name="Pantin"))
    assert caught.value.code == "database_locked"


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """SQLite is given no page more than it has."""
    database = open_database(f"sqlite:///{tmp_path}/perenne.sqlite")
    with pytest.raises(DatabaseError) as caught, database.transaction() as session:  # noqa: PT012 - the disk is filled first
        session.execute(text("PRAGMA max_page_count = 1"))
        session.add_all([CentreRow(name=f"{n:0500}") for n in range(1000)])
    assert caught.value.code == "database_disk_full"
    database.close()


@pytest.fixture
def postgresql(postgresql_server: PostgresqlServer) -> Iterator[Database]:
    """Open a database on PostgreSQL alone."""
    with open_database(postgresql_server.shared()) as opened:
        yield opened
    postgresql_server.empty_shared()


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("53100", "database_disk_full"),
        ("53300", "database_unreachable"),
        ("40P01", "database_locked"),
        ("57P01", "database_unreachable"),
        ("25006", "database_unreachable"),
    ],
)
def test_what_postgresql_reports_has_its_code(postgresql: Database, state: str, code: str) -> None:
    """The server itself raises these states."""
    with pytest.raises(DatabaseError) as caught, postgresql.transaction() as session:
        session.execute(text(f"DO $$ BEGIN RAISE SQLSTATE '{state}'; END $$"))
    assert caught.value.code == code


def test_a_restarted_server_is_found_again(postgresql: Database) -> None:
    """A connection that the server closed is replaced before it is used."""
    kill = text("SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(DatabaseError) as caught, postgresql.reading() as session:
        session.execute(kill)
    with postgresql.reading() as session:
        assert centres(session) == []
    assert caught.value.code == "database_unreachable"


def test_every_code_has_its_sentence() -> None:
    """The user reads a sentence, the log a code and its cause."""
    texts.use("en")
    codes = ("url", "unreachable", "locked", "disk_full", "newer")
    errors = [DatabaseError(f"database_{code}", "cause") for code in codes]
    assert len({error.sentence for error in errors}) == len(codes)
    assert str(errors[0]) == "database_url: cause"
    assert str(DatabaseError("database_url")) == "database_url"
