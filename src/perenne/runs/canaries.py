"""Asks the outside world whether it is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from perenne.domain.exchanges import Failure
from perenne.domain.links import Result
from perenne.net.engine import Engine

_LATELY = 3


class Canaries:
    """The addresses that answered last in this pass, then in earlier ones, then the configured."""

    def __init__(
        self, engine: Engine, configured: Sequence[str], known_good: Sequence[str] = ()
    ) -> None:
        self._engine = engine
        self._others = (*known_good, *configured)
        self._answered: deque[str] = deque(maxlen=_LATELY)

    def remember(self, result: Result) -> None:
        """Note that a cited address answered with a page."""
        if result.http_status is not None and result.final_url:
            self._answered.append(result.final_url)

    async def trouble(self) -> Failure | None:
        """Return None where one of them answers now, whatever it says, else what keeps us from all.

        A proxy that fails, for whichever of them, says more than their silence.
        """
        failures = {Failure.OWN_NETWORK: 0}
        for url in (*reversed(self._answered), *self._others):
            exchange = await self._engine.fetch(url)
            failure = exchange.failure
            if exchange.status is not None and failure is not Failure.PROXY_FAILED:
                return None
            if failure is not None:
                failures[failure] = failures.get(failure, 0) + 1
        if Failure.PROXY_FAILED in failures:
            return Failure.PROXY_FAILED
        return max(failures, key=failures.__getitem__)
