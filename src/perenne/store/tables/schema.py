"""The whole schema: all tables, and the unique indexes that cover some rows alone.

An index with an option of a database makes SQLAlchemy load all it has for that database, which
takes as long as the queries of a short command. Only migrations need to know these indexes.
"""

from functools import cache

from sqlalchemy import Index, MetaData, text

from perenne.store.tables import (
    archives,
    copies,
    dossiers,
    due,
    leases,
    links,
    observations,
    overlays,
    readings,
    reports,
    runs,
    workers,
)
from perenne.store.tables.base import Base

PARTS = (
    archives,
    copies,
    dossiers,
    due,
    leases,
    links,
    observations,
    overlays,
    readings,
    reports,
    runs,
    workers,
)
"""The modules of all tables: a table is part of the schema once its module is imported."""


@cache
def whole_schema() -> MetaData:
    """Return the tables with every index."""
    _unique("uq_observations_open", observations.ObservationRow, "link_id", "is_open")
    # The unique constraints of the table let NULLs repeat.
    everything = "dossier_id IS NULL AND centre_id IS NULL"
    _unique("uq_recipients_everything", reports.RecipientRow, "address", everything)
    return Base.metadata


def _unique(name: str, table: type[Base], column: str, where: str) -> None:
    Index(
        name,
        table.__table__.c[column],
        unique=True,
        sqlite_where=text(where),
        postgresql_where=text(where),
    )
