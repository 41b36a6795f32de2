"""The archives in which captures are looked for, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from perenne.archive import timemaps
from perenne.archive.cdx import Found, Index, LookUp, NoneFound
from perenne.archive.pace import Pace
from perenne.archive.session import Way
from perenne.archive.timemaps import TimeMaps
from perenne.archive.verifier import playback_of

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.archive.pace import Sleep
    from perenne.archive.playback import Playback
    from perenne.clock import Clock
    from perenne.net.service import ServiceClient
    from perenne.settings import Settings
    from perenne.store.database import Database


class Holdings(Protocol):
    """What says which captures an archive has."""

    async def around(self, url: str, cited_at: datetime, until: datetime) -> LookUp:
        """Look for captures of a page on both sides of a date, none of them after `until`."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """An archive: its name in the database, what it has, and the way to look at it."""

    name: str
    kind: str
    holdings: Holdings
    playback: Playback


def sources(
    database: Database, settings: Settings, clock: Clock, client: ServiceClient, sleep: Sleep
) -> list[Source]:
    """Return the archives of the settings, the Wayback Machine first."""

    def playback(archive: str) -> Playback:
        return playback_of(archive, database, settings, clock, client, sleep)

    index = Index.of(database, Way.of(settings, client.environment), clock, sleep)
    wayback = settings.wayback.url
    found = [Source(name_of(wayback), "cdx", FromIndex(index), playback(wayback))]
    for prefix in settings.archives.timemaps:
        name = name_of(prefix)
        pace = Pace(database, f"{name}/timemap", timemaps.PER_MINUTE, clock, sleep)
        holdings = FromTimeMap(TimeMaps(client, prefix, pace))
        found.append(Source(name, "timemap", holdings, playback(prefix)))
    return found


def name_of(archive: str) -> str:
    """Return the name of an archive: its host, and its port where it has one."""
    return urlsplit(archive).netloc


class FromIndex:
    """The captures that the Wayback Machine's index has."""

    def __init__(self, index: Index) -> None:
        self._index = index

    async def around(self, url: str, cited_at: datetime, until: datetime) -> LookUp:
        """Look on both sides: those before the date may all show something else."""
        before = await self._index.latest(url, until=min(cited_at, until))
        if not isinstance(before, Found | NoneFound):
            return before
        found = before.captures if isinstance(before, Found) else ()
        if cited_at >= until:
            return before
        after = await self._index.first(url, since=cited_at, until=until)
        if isinstance(after, Found):
            return Found((*after.captures, *found))
        return before if found else after


class FromTimeMap:
    """The captures that an archive lists in its TimeMap."""

    def __init__(self, timemaps: TimeMaps) -> None:
        self._timemaps = timemaps

    async def around(self, url: str, cited_at: datetime, until: datetime) -> LookUp:  # noqa: ARG002 - a TimeMap has all dates
        """Look at the whole list, and leave out what is too late."""
        answer = await self._timemaps.captures(url)
        if not isinstance(answer, Found):
            return answer
        early = tuple(c for c in answer.captures if c.timestamp <= until)
        return Found(early) if early else NoneFound()
