"""What people choose, and say of links."""

from __future__ import annotations

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
