"""Links that have long been broken are looked at once a week: hardly any comes back."""

from __future__ import annotations

from datetime import timedelta

from perenne.rules.clusters import RULE
from perenne.runs.service import Service
from perenne.store.attention import Rest

WEEK = timedelta(days=7)
BEARABLE = timedelta(hours=12)
"""By how much a look may come before its week is over: it comes now early and now late in its
night, and clocks change. Six nights stay too few for it, and seven are enough."""


def rest(service: Service) -> Rest | None:
    """Return which links a night that begins now leaves alone; None where the settings say so."""
    days = service.settings.schedule.weekly_after_days
    if not days:
        return None
    now = service.clock.now()
    return Rest(now - timedelta(days=days), now - WEEK + BEARABLE, RULE)
