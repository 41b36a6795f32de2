"""Asks the outside world whether it is there."""

from __future__ import annotations

from collections import deque

from perenne.domain.exchanges import Failure
from perenne.domain.links import Result
from perenne.net.engine import Engine

_LATELY = 3


class Canaries:
    """The addresses that answered last, then the configured ones."""

    def __init__(self, engine: Engine, configured: tuple[str, ...]) -> None:
        self._engine = engine
        self._configured = configured
        self._answered: deque[str] = deque(maxlen=_LATELY)

    def remember(self, result: Result) -> None:
        """Note that a cited address answered with a page."""
        if result.http_status is not None and result.final_url:
            self._answered.append(result.final_url)

    async def any_answers(self) -> bool:
        """Tell whether one of them answers now, whatever it says."""
        for url in (*reversed(self._answered), *self._configured):
            exchange = await self._engine.fetch(url)
            if exchange.status is not None and exchange.failure is not Failure.PROXY_FAILED:
                return True
        return False
