"""What can go wrong with a database, and how it is told."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from perenne import texts
from perenne.store.database import (
    Database,
    DatabaseError,
    current_revision,
    open_database,
)
from perenne.store.tables.dossiers import CentreRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import PostgresqlServer


def code_of(url: str) -> str:
    """Return the code of the error with which a database refuses to open."""
    with pytest.raises(DatabaseError) as caught:
        open_database(url, wait=0.1)
    return caught.value.code


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


def test_a_new_file_that_somebody_else_holds_is_locked(tmp_path: Path) -> None:
    """It was never ours, and is not in the mode we need."""
    file = tmp_path / "perenne.sqlite"
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert code_of(f"sqlite:///{file}") == "database_locked"
    other.close()
    open_database(f"sqlite:///{file}").close()


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
        assert session.scalars(select(CentreRow)).all() == []
    assert caught.value.code == "database_unreachable"


def test_every_code_has_its_sentence() -> None:
    """The user reads a sentence, the log a code and its cause."""
    texts.use("en")
    codes = ("url", "unreachable", "locked", "disk_full", "newer")
    errors = [DatabaseError(f"database_{code}", "cause") for code in codes]
    assert len({error.sentence for error in errors}) == len(codes)
    assert str(errors[0]) == "database_url: cause"
    assert str(DatabaseError("database_url")) == "database_url"
