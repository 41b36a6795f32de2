"""How long an exchange may take, and what it means when it takes longer."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from perenne.domain.exchanges import Failure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from perenne.settings import Limits

_NOTHING = 0.001
"""Seconds; timers may fire that much before their time."""


class Budget:
    """The seconds of one exchange, and those of the link it belongs to.

    Waiting at a gate costs the link's seconds only: it is not the site that is slow.
    """

    def __init__(self, limits: Limits, seconds_left: float | None) -> None:
        self._exchange_left = limits.exchange
        self._limit = limits.exchange
        link = limits.link if seconds_left is None else seconds_left
        self._link_ends = time.monotonic() + link

    @property
    def link_left(self) -> float:
        """Return the seconds that the link has left, 0 at least."""
        return max(0.0, self._link_ends - time.monotonic())

    @property
    def spent(self) -> bool:
        """Tell whether the link has no time left."""
        return self.link_left <= _NOTHING

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Let the block run while both budgets last; `TimeoutError` beyond."""
        started = time.monotonic()
        try:
            async with asyncio.timeout(min(self._exchange_left, self.link_left)):
                yield
        finally:
            self._exchange_left -= time.monotonic() - started

    def overrun(self) -> tuple[Failure, str]:
        """Return what a `TimeoutError` of `running` means: our hurry, or a slow site."""
        if self.spent:
            return Failure.BUDGET_SPENT, "no time left for this link"
        return Failure.ANSWER_TIMEOUT, f"the exchange took more than {self._limit:g} s"
