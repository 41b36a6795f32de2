"""The schema. `docs/schema.md` is its picture; `migrations/` are its steps."""

from perenne.store.tables.archives import ArchiveRequestRow, CaptureRow
from perenne.store.tables.base import Base
from perenne.store.tables.dossiers import CentreRow, CitationRow, DossierRow, ReferenceRow
from perenne.store.tables.leases import LeaseRow
from perenne.store.tables.links import HostRow, LinkRow, OverlayRow, ReplacementRow
from perenne.store.tables.observations import FlipRow, ObservationRow
from perenne.store.tables.readings import ReadingRow
from perenne.store.tables.reports import OutboxRow, RecipientRow, ReportedRow
from perenne.store.tables.runs import DueRow, RunRow

__all__ = [
    "ArchiveRequestRow",
    "Base",
    "CaptureRow",
    "CentreRow",
    "CitationRow",
    "DossierRow",
    "DueRow",
    "FlipRow",
    "HostRow",
    "LeaseRow",
    "LinkRow",
    "ObservationRow",
    "OutboxRow",
    "OverlayRow",
    "ReadingRow",
    "RecipientRow",
    "ReferenceRow",
    "ReplacementRow",
    "ReportedRow",
    "RunRow",
]
