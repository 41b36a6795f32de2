"""What all tables share: the column types, and the names of constraints."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator


class NaiveInstantError(ValueError):
    """An instant without a time zone was about to be stored: SQLite would lose its meaning."""


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: given in any time zone, stored and returned in UTC. Refuses naive values."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC, without its zone where the database has none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveInstantError(str(value))
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class CleanText(TypeDecorator[str]):
    """A text from the web or a file, without what a database cannot keep.

    PostgreSQL refuses NUL, and no UTF-8 can be made of a lone surrogate.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the text without NULs, lone surrogates replaced by ``?``."""
        if value is None:
            return None
        return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def words(kind: type[StrEnum], name: str) -> Enum:
    """Return the type of a column that holds a member of `kind` as text, under a CHECK."""
    return Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


Id = Annotated[int, mapped_column(primary_key=True)]
Digest = Annotated[str, mapped_column(CleanText)]
"""SHA-256 of a URL, in hexadecimal. PostgreSQL indexes no text above 2,704 bytes, and a URL may
have 8,192: what must be unique is the digest."""
Structure = Annotated[list[Any], mapped_column(JSON(none_as_null=True))]
Counts = Annotated[dict[str, int], mapped_column(JSON(none_as_null=True))]


class Base(DeclarativeBase):
    """The tables of Pérenne."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime,
        date: Date,
        str: CleanText,
    }
