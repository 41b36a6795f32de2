"""Tells a clock of ours that went back, which no night may count for."""

from __future__ import annotations

from datetime import datetime, timedelta

from perenne.runs.service import Service
from perenne.store import runs

_BEARABLE = timedelta(minutes=5)
"""What time servers set right, and what several workers may differ by."""


def went_back(service: Service) -> datetime | None:
    """Return when the last run was seen at work, where our clock says that it is yet to come."""
    with service.database.reading() as session:
        latest = runs.latest(session)
    seen = latest and (latest.finished_at or latest.started_at)
    return seen if seen and seen - service.clock.now() > _BEARABLE else None
