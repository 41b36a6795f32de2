"""How far a pass is, how fast it goes, how long it still takes, and whom it waits for."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable
from datetime import timedelta

from perenne.domain.links import Link, Result
from perenne.texts import _, language, plural

_WINDOW = 30
"""Seconds over which the rate is measured: a pass is quick at first, and slow at its end."""


class Pace:
    """Counts as a pass goes on; `monotonic` gives the seconds."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self.total = self.done = 0
        self._marks: deque[tuple[float, int]] = deque()
        self._taken: Counter[str] = Counter()

    def begin(self, total: int) -> None:
        """Start counting; there are `total` links."""
        self.total = total
        self._marks.append((self._monotonic(), 0))

    def taken(self, link: Link) -> None:
        """Note a link that is taken up."""
        self._taken[link.host] += 1

    def seen(self, result: Result) -> None:
        """Note a link that is done."""
        self.done += 1
        host = result.link.host
        self._taken[host] -= 1
        if self._taken[host] <= 0:
            del self._taken[host]
        now = self._monotonic()
        if now - self._marks[-1][0] >= 1:
            self._marks.append((now, self.done))
        while len(self._marks) > 1 and now - self._marks[1][0] >= _WINDOW:
            self._marks.popleft()

    @property
    def rate(self) -> float:
        """Return the links per second of late."""
        began, done = self._marks[0] if self._marks else (self._monotonic(), 0)
        seconds = self._monotonic() - began
        return (self.done - done) / seconds if seconds > 0 else 0.0

    @property
    def left(self) -> timedelta | None:
        """Return how long it still takes at this rate, to the second; None where none is known."""
        rate = self.rate
        left = self.total - self.done
        return timedelta(seconds=round(left / rate)) if rate > 0 and left >= 0 else None

    @property
    def waited_for(self) -> list[str]:
        """Return the hosts whose links are under way, first who has been so the longest."""
        return list(self._taken)

    def sentence(self) -> str:
        """Return rate, time left and whom we wait for, in one line."""
        rate, left = self.rate, self.left
        parts = [_("{rate} links/s", rate=_number(rate))] if rate > 0 else []
        parts += [_("{left} left", left=left)] if left is not None else []
        parts += [_waiting(self.waited_for)] if self._taken else []
        return " · ".join(parts)


def _number(rate: float) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(rate, format="0.0", locale=language()))


def _waiting(hosts: list[str]) -> str:
    first, others = hosts[0], len(hosts) - 1
    if not others:
        return _("waiting for {host}", host=first)
    return plural(
        "waiting for {host} and {n} other", "waiting for {host} and {n} others", others, host=first
    )
