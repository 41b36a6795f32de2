"""The only module that reads the clock.

Whatever needs the time is handed a `Clock`; durations are measured with `time.monotonic`,
which never goes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Something that knows the time."""

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant, in UTC, to the microsecond."""
        return datetime.now(UTC)


@dataclass
class SetClock:
    """A clock that stands still until it is moved: simulated nights use it."""

    instant: datetime

    def now(self) -> datetime:
        """Return the instant that was set."""
        return self.instant

    def advance(self, step: timedelta) -> None:
        """Move the clock by `step`."""
        self.instant += step
