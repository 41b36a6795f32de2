"""Run by Alembic: migrates the database of the connection it is handed."""

from typing import Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from perenne.store.tables.schema import whole_schema


def plain(kind: str, item: object, _: object) -> str | Literal[False]:
    """Write our own types as what they are in the database: they may change, a step may not."""
    return f"sa.{item.impl!r}" if kind == "type" and isinstance(item, TypeDecorator) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=whole_schema(),
    render_as_batch=True,  # SQLite cannot alter a table: it is copied
    render_item=plain,
)
with context.begin_transaction():
    context.run_migrations()
