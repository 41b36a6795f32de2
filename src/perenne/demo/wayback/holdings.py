"""The captures that the simulated archive holds."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from perenne.demo.wayback.scripts import surt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from perenne.clock import Clock

_A_PAGE = b"<!DOCTYPE html><html><head><title>Copie</title></head><body><p>%s</p></body></html>"


@dataclass(frozen=True, slots=True)
class Memento:
    """One capture. `location` where the archived answer was a redirect; `headers`: the site's."""

    url: str
    at: datetime
    visible_from: datetime
    status: int = 200
    body: bytes = b""
    location: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def timestamp(self) -> str:
        """Return the instant as the archive writes it: 14 digits, UTC."""
        return self.at.astimezone(UTC).strftime("%Y%m%d%H%M%S")

    @property
    def digest(self) -> str:
        """Return the base32 SHA-1 of the body, as in the index."""
        return base64.b32encode(hashlib.sha1(self.body, usedforsecurity=False).digest()).decode()


class Holdings:
    """All captures, oldest first; one becomes visible when the clock reaches `visible_from`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._all: list[Memento] = []

    def add(
        self,
        url: str,
        at: datetime,
        *,
        status: int = 200,
        body: bytes = b"",
        location: str = "",
        headers: Mapping[str, str] | None = None,
        visible_from: datetime | None = None,
    ) -> Memento:
        """Keep one more capture, to the second."""
        moment = at.replace(microsecond=0)
        body = body or _A_PAGE % url.encode()
        seen = visible_from or moment
        memento = Memento(url, moment, seen, status, body, location, headers or {})
        self._all = sorted([*self._all, memento], key=lambda each: each.at)
        return memento

    def of(self, url: str) -> list[Memento]:
        """Return what can be found of a page now, oldest first."""
        key, now = surt(url), self._clock.now()
        return [m for m in self._all if surt(m.url) == key and m.visible_from <= now]

    def nearest(self, url: str, timestamp: str) -> Memento | None:
        """Return the visible capture nearest to 1 to 14 digits; the latest for ""."""
        found = self.of(url)
        if not timestamp:
            return found[-1] if found else None
        wanted = instant(timestamp)
        return min(found, key=lambda m: abs(m.at - wanted), default=None)

    def all(self) -> tuple[Memento, ...]:
        """Return every capture, visible or not."""
        return tuple(self._all)


_EARLIEST = "00010101000000"


def instant(timestamp: str) -> datetime:
    """Read 1 to 14 digits; what is missing is the earliest there is (``2019``, ``0``)."""
    digits = timestamp + _EARLIEST[len(timestamp) :]
    year = max(int(digits[:4]), 1)
    return datetime.strptime(f"{year:04}{digits[4:]}", "%Y%m%d%H%M%S").replace(tzinfo=UTC)
