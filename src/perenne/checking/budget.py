"""The time allowed for one link, over all its requests."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Budget:
    """Seconds of work left for one link; waiting for a second opinion costs nothing."""

    seconds: float
    monotonic: Callable[[], float] = field(default=time.monotonic)
    _started: float = field(init=False)
    _spent: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        """Start counting."""
        self._started = self.monotonic()

    @property
    def spent(self) -> float:
        """Return the seconds worked so far."""
        return self._spent + self.monotonic() - self._started

    @property
    def left(self) -> float:
        """Return the seconds left, never below 0."""
        return max(0.0, self.seconds - self.spent)

    def pause(self) -> None:
        """Stop counting until `resume`."""
        self._spent = self.spent
        self._started = self.monotonic()

    def resume(self) -> None:
        """Count again."""
        self._started = self.monotonic()
