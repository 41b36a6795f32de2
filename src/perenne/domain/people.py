"""What people choose, and say of links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, unique


@unique
class Pace(StrEnum):
    """How often a recipient wants news."""

    NIGHTLY = "nightly"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


@unique
class OverlayKind(StrEnum):
    """What a human said of a link."""

    DISMISSED = "dismissed"
    REALLY_BROKEN = "really_broken"
    REPLACEMENT_ACCEPTED = "replacement_accepted"
    REPLACEMENT_REJECTED = "replacement_rejected"


@dataclass(frozen=True, slots=True)
class Overlay:
    """What was said of a link, by whom and why, for a centre or (without one) for all.

    It holds until `until`, where that was set, or until somebody (`ended_by`) took it back.
    """

    id: int
    link_id: int
    kind: OverlayKind
    author: str
    reason: str
    centre: str | None
    created_at: datetime
    until: datetime | None
    replacement: str | None
    ended_at: datetime | None = None
    ended_by: str | None = None

    @property
    def end(self) -> datetime | None:
        """Return when it ends or ended, None where no end is in sight."""
        return min((each for each in (self.until, self.ended_at) if each), default=None)
