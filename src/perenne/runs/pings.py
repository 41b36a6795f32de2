"""Tells a watchman outside that a night begins, and how it ends: he misses one that does not.

The ways of healthchecks.io, which others follow: `/start`, the address itself for success, `/fail`
(https://healthchecks.io/docs/http_api/). The address is as good as a key: it is never logged.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from enum import StrEnum
from urllib.parse import urlsplit, urlunsplit

from perenne.domain.runs import RunStatus
from perenne.log.events import event_log
from perenne.net.service import ServiceClient, ServiceError
from perenne.runs.night import Pass
from perenne.runs.orders import Following
from perenne.settings import Settings, SettingsError

PATIENCE = 10.0
"""Seconds for one call, its repetitions included: a night waits for no watchman."""
_WELL = range(200, 300)

_log = event_log("ping")


class Call(StrEnum):
    """What the watchman is told: the end of the address."""

    START = "/start"
    SUCCESS = ""
    FAIL = "/fail"


async def watched(
    settings: Settings, following: Following, night: Callable[[Following], Awaitable[Pass]]
) -> Pass:
    """Do a night, and tell the watchman; a night that another process has is told by that one.

    A night that is void or interrupted has failed, and so has one that raises.
    """
    if not settings.schedule.ping_url:
        return await night(following)
    watchman = _Watchman(settings)

    def begin(count: int) -> None:
        watchman.call(Call.START)
        following.begin(count)

    try:
        done = await night(replace(following, begin=begin))
    except Exception:
        await watchman.told(Call.FAIL)
        raise
    if done.run_id is not None:
        well = done.status is RunStatus.COMPLETED
        await watchman.told(Call.SUCCESS if well else Call.FAIL)
    return done


async def ping(settings: Settings, call: Call, patience: float = PATIENCE) -> None:
    """Call the watchman, for so many seconds at most; a failure is logged and nothing else."""
    try:
        async with asyncio.timeout(patience), ServiceClient(settings) as client:
            reply = await client.request("GET", _address(settings.schedule.ping_url, call))
    except (ServiceError, SettingsError, TimeoutError) as error:
        cause = getattr(error, "code", type(error).__name__)
        _log.warning("the watchman was not reached", call=call.name.lower(), cause=cause)
        return
    if reply.status not in _WELL:
        _log.warning("the watchman refused", call=call.name.lower(), status=reply.status)


def _address(url: str, call: Call) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=parts.path.rstrip("/") + call.value))


class _Watchman:
    """Calls one after the other: the start must not come after the end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._calls: list[asyncio.Task[None]] = []

    def call(self, call: Call) -> None:
        """Begin to call; nobody waits for it."""
        self._calls.append(asyncio.create_task(ping(self._settings, call)))

    async def told(self, call: Call) -> None:
        """Call once every call before has ended."""
        await asyncio.gather(*self._calls)
        await ping(self._settings, call)
