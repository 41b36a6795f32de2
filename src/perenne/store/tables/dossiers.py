"""What is read from files: dossiers, their references, and the URLs these cite."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from perenne.store.statuses import DossierStatus
from perenne.store.tables.base import Base, Id, Structure, words
from perenne.store.tables.links import LinkRow


class CentreRow(Base):
    """A documentation centre."""

    __tablename__ = "centres"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True)


class DossierRow(Base):
    """A registered dossier; `slug` is its identity, `baseline_at` when its first mail was due."""

    __tablename__ = "dossiers"

    id: Mapped[Id]
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"), index=True)
    file_name: Mapped[str]
    status: Mapped[DossierStatus] = mapped_column(words(DossierStatus, "status"))
    added_at: Mapped[datetime]
    refreshed_at: Mapped[datetime]
    baseline_at: Mapped[datetime | None]


class ReferenceRow(Base):
    """A bibliographic entry, withdrawn (never deleted) once its dossier no longer holds it."""

    __tablename__ = "dossier_references"  # REFERENCES alone is a word of SQL

    id: Mapped[Id]
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossiers.id"), index=True)
    position: Mapped[int]
    section: Mapped[str]
    title: Mapped[str]
    authors: Mapped[Structure]
    source: Mapped[str]
    date: Mapped[str]
    date_iso: Mapped[str]
    pages: Mapped[str]
    locations: Mapped[Structure]
    place: Mapped[str]
    added_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class CitationRow(Base):
    """One URL as written in one reference."""

    __tablename__ = "citations"
    __table_args__ = (Index(None, "link_id", "withdrawn_at"),)

    id: Mapped[Id]
    reference_id: Mapped[int] = mapped_column(ForeignKey("dossier_references.id"), index=True)
    link_id: Mapped[int] = mapped_column(ForeignKey(LinkRow.id))
    as_written: Mapped[str]
    url: Mapped[str]
    place: Mapped[str]
    added_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
