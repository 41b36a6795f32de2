"""The engine of a database address: SQLite or PostgreSQL, set up in the same spirit."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from perenne.store.errors import DatabaseError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

READS = "perenne_reads"
"""The execution option of a connection that only reads."""
ALTERS = "perenne_alters"
"""The execution option of a connection that changes the schema; on SQLite, it does so without
foreign keys, and is to be closed afterwards."""
CONNECT_SECONDS = 10
_SWITCH = "PRAGMA journal_mode = WAL"
_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def address(url: str) -> URL:
    """Return the address with the driver we use; raises `DatabaseError` (`database_url`)."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:  # ValueError: a port that is no number
        # The text itself may hold a password: it is not repeated.
        raise DatabaseError("database_url", "sqlite:///… or postgresql://… expected") from error
    driver = _DRIVERS.get(parsed.drivername)
    if driver is None:
        raise DatabaseError("database_url", f"{parsed.drivername} is not supported")
    if driver == "sqlite" and sqlite_file(parsed) is None:
        raise DatabaseError("database_url", "a SQLite database needs a file: sqlite:///…")
    return parsed.set(drivername=driver)


def sqlite_file(url: URL) -> Path | None:
    """Return the file of a SQLite database, None where there is none."""
    named = url.database if url.get_backend_name() == "sqlite" else None
    return Path(named) if named and not named.startswith((":memory:", "file:")) else None


def engine_for(url: URL, wait: float) -> Engine:
    """Return an engine that waits `wait` seconds for what others have locked."""
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url)
        event.listen(engine, "connect", lambda raw, _: _set_up_sqlite(raw, wait))
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    asked = {} if "connect_timeout" in url.query else {"connect_timeout": CONNECT_SECONDS}
    engine = create_engine(url, pool_pre_ping=True, connect_args=asked)
    event.listen(engine, "connect", lambda raw, _: _set_up_postgresql(raw, wait))
    return engine


def _set_up_sqlite(raw: sqlite3.Connection, wait: float) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves: the module's own comes too late for DDL
    raw.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
    _keep_a_journal(raw, wait)
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA synchronous = NORMAL")  # with WAL, safe against a killed process


def _keep_a_journal(raw: sqlite3.Connection, wait: float) -> None:
    """Switch to WAL, so that readers no longer wait for the writer."""
    # The first switch heeds no busy_timeout: of four processes that open a new file at once,
    # one in seventy is told at once that it is locked (SQLite 3.40).
    try:
        raw.execute(_SWITCH)
    except sqlite3.OperationalError as error:
        if not _is_busy(error):
            raise
        _insist(raw, wait)


def _insist(raw: sqlite3.Connection, wait: float) -> None:
    import tenacity  # noqa: PLC0415 - slow, and seldom needed

    patiently = tenacity.Retrying(
        retry=tenacity.retry_if_exception(_is_busy),
        stop=tenacity.stop_after_delay(wait),
        wait=tenacity.wait_random(0.005, 0.05),
        reraise=True,
    )
    patiently(raw.execute, _SWITCH)


def _is_busy(error: BaseException) -> bool:
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY


def _begin_sqlite(connection: Connection) -> None:
    # A deferred transaction that turns to writing after another has written fails at once,
    # whatever the time-out: writers announce themselves first.
    options = connection.get_execution_options()
    if options.get(ALTERS, False):
        # A table that others refer to is copied and dropped: https://sqlite.org/lang_altertable.html
        # (7). Inside a transaction the pragma would do nothing.
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql("BEGIN" if options.get(READS, False) else "BEGIN IMMEDIATE")


def _set_up_postgresql(raw: Any, wait: float) -> None:  # noqa: ANN401 - a driver's connection
    raw.execute(f"SET lock_timeout = {int(wait * 1000)}")
    raw.commit()
