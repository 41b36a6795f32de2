"""The sections about our own conduct: politeness, limits, nights, belief, readers."""

from __future__ import annotations

from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from perenne.settings.types import EditLink, MailAddress, Seconds, Section, TimeZone, WebAddress


class Politeness(Section):
    """How gently each host is treated."""

    interval: float = Field(0.5, ge=0, le=3600)
    connections_per_host: int = Field(2, ge=1, le=16)
    lanes: int = Field(128, ge=1, le=4096)


class Limits(Section):
    """How long and how much; seconds and kilobytes."""

    connect: Seconds = 10
    first_byte: Seconds = 20
    exchange: Seconds = 30
    link: Seconds = 60
    hops: int = Field(10, ge=1, le=50)
    tries: int = Field(2, ge=1, le=10)
    wire_kb: int = Field(64, ge=1)
    decoded_kb: int = Field(256, ge=1)
    second_opinion_after: float = Field(20, ge=0, le=3600)
    processes: int = Field(0, ge=0, le=32)


class Schedule(Section):
    """When the night begins, and where; what is looked at more often, or less; who is told."""

    night: str = Field("03:05", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    timezone: TimeZone = "Europe/Paris"
    recheck_hours: float = Field(4, ge=0, le=24)
    weekly_after_days: float = Field(30, ge=0)
    ping_url: WebAddress = ""

    @property
    def zone(self) -> ZoneInfo:
        """Return the service's time zone."""
        return ZoneInfo(self.timezone)


class States(Section):
    """How much it takes to believe that a link is broken."""

    definite_nights: int = Field(2, ge=1)
    other_nights: int = Field(3, ge=1)
    undecided_nights: int = Field(3, ge=1)
    span_hours: float = Field(20, ge=0, le=720)


class Report(Section):
    """Who is told, and how often."""

    recipients: tuple[MailAddress, ...] = ()
    pace: Literal["nightly", "weekly", "monthly"] = "weekly"
    administrator: MailAddress | Literal[""] = ""
    base_url: WebAddress = ""
    edit_link: EditLink = ""
