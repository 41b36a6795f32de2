"""Which version of the schema a database has, and how it is brought to ours.

The files of `migrations/versions` begin with their number, which is their revision: so the
newest is known without loading Alembic, which takes as long as a short check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import column, inspect, select, table, text

from perenne.resources import shipped
from perenne.store.errors import DatabaseError

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

_VERSIONS = table("alembic_version", column("version_num"))
_LOCK = 0x70E7E227E
"""Our advisory lock on PostgreSQL: any number nobody else uses."""


def known() -> list[str]:
    """Return the revisions this version of Pérenne knows, the oldest first."""
    files = (shipped("migrations") / "versions").glob("[0-9]*.py")
    return sorted(file.name.partition("_")[0] for file in files)


def read(connection: Connection) -> str | None:
    """Return the revision of the database, None where it is still empty."""
    if not inspect(connection).has_table(_VERSIONS.name):
        return None
    return connection.scalar(select(_VERSIONS.c.version_num))


def is_head(revision: str | None) -> bool:
    """Tell whether the revision is ours; raises `DatabaseError` where it is a newer one."""
    ours = known()
    if revision is not None and revision not in ours:
        raise DatabaseError("database_newer", f"revision {revision}, known up to {ours[-1]}")
    return revision == ours[-1]


def upgrade(connection: Connection) -> None:
    """Bring the database to our revision, within the connection's transaction.

    Whoever comes second waits, and finds the work done.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    if is_head(read(connection)):
        return
    from alembic import command  # noqa: PLC0415 - slow to import, and seldom needed

    command.upgrade(config(connection), "head")
    if connection.dialect.name == "sqlite":  # which migrates without foreign keys
        astray = connection.execute(text("PRAGMA foreign_key_check")).all()
        assert not astray, astray


def config(connection: Connection) -> Config:
    """Return Alembic's configuration for an open connection."""
    from alembic.config import Config  # noqa: PLC0415 - slow to import, and seldom needed

    settings = Config()
    settings.set_main_option("script_location", str(shipped("migrations")).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings
