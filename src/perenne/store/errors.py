"""What can go wrong with the database.

Exception
└── DatabaseError    with one of the codes below; a mistake of ours passes as SQLAlchemy raised it

database_url          the address is none we can use
database_unreachable  the server, or the file, cannot be opened, read or written
database_locked       someone else kept it busy for too long
database_disk_full    there is no room left
database_newer        it was made by a newer version
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError

from perenne.texts import _

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

_SQLITE = {
    sqlite3.SQLITE_BUSY: "database_locked",
    sqlite3.SQLITE_LOCKED: "database_locked",
    sqlite3.SQLITE_FULL: "database_disk_full",
    sqlite3.SQLITE_CANTOPEN: "database_unreachable",
    sqlite3.SQLITE_NOTADB: "database_unreachable",
    sqlite3.SQLITE_CORRUPT: "database_unreachable",
    sqlite3.SQLITE_READONLY: "database_unreachable",
    sqlite3.SQLITE_IOERR: "database_unreachable",
    sqlite3.SQLITE_PERM: "database_unreachable",
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html: the state, or its class
_POSTGRESQL = {
    "40P01": "database_locked",
    "55P03": "database_locked",
    "53100": "database_disk_full",
    "08": "database_unreachable",
    "25006": "database_unreachable",  # a standby, which only reads
    "28": "database_unreachable",
    "3D": "database_unreachable",
    "53": "database_unreachable",
    "57P": "database_unreachable",
}


class DatabaseError(Exception):
    """The database cannot be used. `code` is stable; `detail` is the technical cause."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail

    @property
    def sentence(self) -> str:
        """Return what to tell the user, in the language in use."""
        return _sentence(self.code)


def _sentence(code: str) -> str:
    if code == "database_url":
        return _("The database address in the configuration cannot be used.")
    if code == "database_locked":
        return _("The database is busy: another Pérenne is writing to it. Try again shortly.")
    if code == "database_disk_full":
        return _("There is no room left on the disk of the database. Nothing was lost.")
    if code == "database_newer":
        return _("The database was made by a newer version of Pérenne: update Pérenne.")
    return _("The database cannot be reached.")


def translated(error: DBAPIError) -> DatabaseError | None:
    """Return what a driver's error means, None where it is a mistake of ours."""
    cause = error.orig
    code = _sqlite(cause) if isinstance(cause, sqlite3.Error) else _postgresql(error)
    return DatabaseError(code, str(cause).strip()) if code else None


def _sqlite(cause: sqlite3.Error) -> str | None:
    extended = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return _SQLITE.get(extended & 0xFF)  # the low byte is the primary result code


def _postgresql(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None)
    if state is None:  # psycopg gives none when the connection cannot be made, or breaks
        return "database_unreachable" if isinstance(error, OperationalError) else None
    return next((_POSTGRESQL[state[:n]] for n in (5, 3, 2) if state[:n] in _POSTGRESQL), None)
