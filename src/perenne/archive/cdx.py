"""Which captures of a page the Wayback Machine has: waybackpy's look-up, bounded and translated.

waybackpy puts the question and reads the rows. The wire is ours: waybackpy has no time limit
there, and takes a refusal (429) for "nothing is archived".
"""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote, urlsplit

from waybackpy import WaybackMachineCDXServerAPI
from waybackpy.cdx_utils import full_url

from perenne.archive.mementos import capture_of, read_timestamp, write_timestamp
from perenne.archive.pace import Pace, Sleep
from perenne.archive.session import Answer, ArchiveError, Way
from perenne.archive.threads import within
from perenne.domain.exchanges import Failure
from perenne.domain.links import Capture
from perenne.domain.urls import host_of

if TYPE_CHECKING:
    from perenne.clock import Clock
    from perenne.store.database import Database

LOOK_UPS_PER_MINUTE = 24
"""The archive's hard limit is 30, shared with its other indexes."""
SILENCE = 60.0
"""Seconds; look-ups of 15 to 52 s were seen."""
DEADLINE = 90.0
REST_AFTER_REFUSAL = 300.0
"""Seconds without a look-up after a 429: who ignores it for a minute is blocked for an hour."""

_WORKS, _SAVED = "200", "-|[23].."
"""Statuses: of pages that were shown; and of all that a request leaves, where the page leads
elsewhere, or is the same as before (its row then bears none)."""
_CANDIDATES = 5
_COLUMNS = 7
_OK = 200
_EXCLUDED = "AdministrativeAccessControlException"


@dataclass(frozen=True, slots=True)
class Found:
    """Captures of the page itself, the latest first; at least one."""

    captures: tuple[Capture, ...]


@dataclass(frozen=True, slots=True)
class NoneFound:
    """The archive has none, or has not yet indexed it: that takes up to a day."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """The site's owner had it taken out of the archive."""


@dataclass(frozen=True, slots=True)
class LookUpFailed:
    """Nothing was learnt: not to be taken for "there is none"."""

    code: str


LookUp = Found | NoneFound | Excluded | LookUpFailed


class Index:
    """The index of the archive that `way` leads to."""

    def __init__(self, way: Way, pace: Pace, *, deadline: float = DEADLINE) -> None:
        self._way = way
        self._pace = pace
        self._deadline = deadline

    @classmethod
    def of(cls, database: Database, way: Way, clock: Clock, sleep: Sleep = asyncio.sleep) -> Self:
        """Return the index at the archive's own pace."""
        name = f"{host_of(way.base)}/cdx"
        return cls(way, Pace(database, name, LOOK_UPS_PER_MINUTE, clock, sleep))

    @property
    def base(self) -> str:
        """The address of the archive."""
        return self._way.base

    async def latest(self, url: str, *, until: datetime | None = None) -> LookUp:
        """Look for the last captures of a page, up to `until` where given.

        After a refusal nothing is asked for a while; the code is then ``put_off``.
        """
        # From the end. Not -1: it looks into the newest part of the index only.
        return await self._ask(Query(url, until=until, limit=-_CANDIDATES))

    async def saved(self, url: str) -> LookUp:
        """Look for what requests for a page left, redirects too; else as `latest`."""
        return await self._ask(Query(url, limit=-_CANDIDATES, statuses=_SAVED))

    async def first(self, url: str, *, since: datetime, until: datetime) -> LookUp:
        """Look for the first captures of a page between two instants; else as `latest`."""
        return await self._ask(Query(url, since=since, until=until, limit=_CANDIDATES))

    async def _ask(self, query: Query) -> LookUp:
        if self._pace.is_put_off:
            return LookUpFailed("put_off")
        await self._pace.turn()
        try:
            found = await within(self._deadline, partial(_look_up, self._way, query))
        except TimeoutError:
            found = LookUpFailed(Failure.ANSWER_TIMEOUT.value)
        if found == LookUpFailed("http_429"):
            self._pace.put_off(REST_AFTER_REFUSAL)
        return found


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of the index; a `limit` below 0 counts from the end."""

    url: str
    limit: int
    since: datetime | None = None
    until: datetime | None = None
    statuses: str = _WORKS


class _Question(WaybackMachineCDXServerAPI):
    """waybackpy's question and rows, with our request between them."""

    def __init__(self, way: Way, query: Query) -> None:
        super().__init__(
            query.url,
            filters=[f"statuscode:{query.statuses}"],
            start_timestamp=write_timestamp(query.since) if query.since else None,
            end_timestamp=write_timestamp(query.until) if query.until else None,
            limit=str(query.limit),
        )
        self._way = way

    def cdx_api_manager(
        self,
        payload: dict[str, str],
        headers: dict[str, str],  # noqa: ARG002 - waybackpy's signature
    ) -> Generator[str, None, None]:
        """Yield the well-formed rows of the answer; one bad row would end waybackpy's reading."""
        question = payload | {"limit": str(self.limit)}
        endpoint = f"{self._way.base}/cdx/search/cdx"
        answer = self._way.get(full_url(endpoint, question), silence=SILENCE)
        yield "\n".join(_rows(answer))


def _rows(answer: Answer) -> list[str]:
    if _EXCLUDED in answer.text:
        raise ArchiveError("excluded")
    if answer.status != _OK:
        raise ArchiveError(f"http_{answer.status}")
    lines = answer.text.splitlines()
    rows = [line for line in lines if _is_row(line.split(" "))]
    if any(lines) and not rows:
        raise ArchiveError("not_an_index")
    return rows


def _is_row(columns: list[str]) -> bool:
    return len(columns) == _COLUMNS and read_timestamp(columns[1]) is not None


def _look_up(way: Way, query: Query) -> LookUp:
    try:
        rows = list(_Question(way, query).snapshots())
    except ArchiveError as error:
        return Excluded() if error.code == "excluded" else LookUpFailed(error.code)
    captures = {
        capture_of(way.base, moment, row.original)
        for row in rows
        if (moment := read_timestamp(row.timestamp)) and _same_page(row.original, query.url)
    }
    latest = sorted(captures, key=lambda capture: capture.timestamp, reverse=True)
    return Found(tuple(latest)) if latest else NoneFound()


def _same_page(original: str, url: str) -> bool:
    """Tell whether it is the same path and query: the index folds their letter case."""
    return _path_and_query(original) == _path_and_query(url)


def _path_and_query(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return unquote(parts.path).rstrip("/"), parts.query
