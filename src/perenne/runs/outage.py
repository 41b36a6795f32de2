"""Tells whether the sites are down, or we.

A machine that is cut off sees what it would see if every site had died. So a failure that
nothing else contradicts is held back until something in the outside world answers. Where
nothing does, hosts that answered lately and the configured canaries are asked; if they are
mute too, the run is void and counts for nobody.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from perenne.domain.exchanges import Failure
from perenne.domain.links import Result
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind

SILENT_IN_A_ROW = 25
"""Unanswered results in a row after which the outside world is asked at once.

In a healthy night some 2 % of links do not answer: 25 in a row do not happen by chance.
"""

_OUR_OUTAGE = Verdict(VerdictKind.UNCHECKED, (Evidence("outage", "own_network"),))


class OwnOutageError(Exception):
    """Our own network is down: the run counts for nobody. `cause`: what keeps us from all."""

    def __init__(self, cause: Failure) -> None:
        super().__init__(cause.value)
        self.cause = cause


class OutageWatch:
    """Lets through results that can be believed, and holds the others back.

    `trouble` asks known-good hosts: None where anything answers, else what keeps us from all.
    """

    def __init__(self, trouble: Callable[[], Awaitable[Failure | None]]) -> None:
        self._trouble = trouble
        self._held: list[Result] = []

    async def believe(self, result: Result) -> list[Result]:
        """Return what can be believed now that `result` is known; oldest first."""
        if result.stands_alone and not result.answered:
            return [result]
        self._held.append(result)
        if result.answered or (len(self._held) >= SILENT_IN_A_ROW and await self.world_answers()):
            return self._release()
        return []

    async def finish(self) -> list[Result]:
        """Return what was still held back, once the outside world has answered."""
        if self._held:
            await self.world_answers()
        return self._release()

    def unchecked(self) -> list[Result]:
        """Return what was held back, as links that could not be checked."""
        return [replace(result, verdict=_OUR_OUTAGE) for result in self._release()]

    async def world_answers(self) -> bool:
        """Return True where the outside world answers; else raise `OwnOutageError`."""
        cause = await self._trouble()
        if cause is None:
            return True
        raise OwnOutageError(cause)

    def _release(self) -> list[Result]:
        held, self._held = self._held, []
        return held
