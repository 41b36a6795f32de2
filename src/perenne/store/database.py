"""The door of the store: open a database, and work in transactions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from perenne.store import revisions
from perenne.store.engine import ALTERS, READS, address, engine_for, sqlite_file
from perenne.store.errors import DatabaseError, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine

__all__ = [
    "Database",
    "DatabaseError",
    "Session",
    "check_address",
    "current_revision",
    "open_database",
    "upgrade",
]

WAIT_SECONDS = 30.0
"""How long a writer waits for another: closing a run of 100,000 links takes a few seconds."""


class Database:
    """An open database. One thread at a time works in a session; threads may have several."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reads = engine.execution_options(**{READS: True, "postgresql_readonly": True})

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give a session that writes; commits at the end, rolls back when anything is raised.

        Raises `DatabaseError` for whatever is not a mistake of ours.
        """
        with errors_translated(), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that only reads: it never waits for a writer, nor keeps one waiting."""
        with errors_translated(), Session(self._reads) as session:
            yield session

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def errors_translated() -> Iterator[None]:
    """Turn the driver's errors into `DatabaseError`."""
    try:
        yield
    except DBAPIError as error:
        meaning = translated(error)
        if meaning is None:
            raise
        raise meaning from error


def open_database(url: str, *, wait: float = WAIT_SECONDS) -> Database:
    """Open a database; creates its file on first use, and migrates it to our version.

    `wait` is how many seconds to wait for what others have locked. Raises `DatabaseError`.
    """
    engine = engine_for(_made(address(url)), wait)
    try:
        _migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine)


def check_address(url: str) -> None:
    """Raise `DatabaseError` (``database_url``) for an address we cannot use; nothing is opened."""
    address(url)


def upgrade(url: str) -> str:
    """Migrate a database to our version, and return its revision; raises `DatabaseError`."""
    open_database(url).close()
    return revisions.known()[-1]


def current_revision(url: str) -> str | None:
    """Return a database's revision, None while there is none; raises `DatabaseError`.

    Nothing is created.
    """
    where = address(url)
    file = sqlite_file(where)
    if file is not None and not file.exists():
        return None
    engine = engine_for(where, WAIT_SECONDS)
    try:
        return _revision(engine)
    finally:
        engine.dispose()


def _made(url: URL) -> URL:
    file = sqlite_file(url)
    try:
        if file is not None:
            # 0700: the history of a centre and its mail addresses are its own.
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise DatabaseError("database_unreachable", str(error)) from error
    return url


def _revision(engine: Engine) -> str | None:
    reads = engine.execution_options(**{READS: True})
    with errors_translated(), reads.connect() as connection:
        return revisions.read(connection)


def _migrate(engine: Engine) -> None:
    if revisions.is_head(_revision(engine)):
        return
    altering = engine.execution_options(**{ALTERS: True})
    with errors_translated(), altering.begin() as connection:
        revisions.upgrade(connection)
    engine.dispose()
