"""What a test of the queue works with."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from tests.archive.exchanges import ACCESS, SECRET
from tests.archive.fake_archive import FakeArchive

from perenne.archive.pace import Sleep
from perenne.archive.policy import Reason
from perenne.archive.queue import Step, saving, work
from perenne.archive.wishes import enqueue
from perenne.clock import SetClock
from perenne.domain.links import Capture, Link, Result
from perenne.domain.urls import host_of, link_key
from perenne.domain.verdicts import Verdict, VerdictKind
from perenne.net.service import ServiceClient
from perenne.settings import Archives, Settings, Wayback
from perenne.store import archives, captures, links
from perenne.store.database import Database
from perenne.store.statuses import RequestStatus


@dataclass
class Sleeper:
    """Sleeps by moving the clock, and remembers for how long."""

    clock: SetClock
    slept: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        """Move the clock."""
        self.slept.append(seconds)
        self.clock.advance(timedelta(seconds=seconds))


class Desk:
    """A database, a worker's settings and the archive: what a test of the queue works with."""

    def __init__(self, database: Database, archive: FakeArchive, sleep: Sleeper) -> None:
        self.database = database
        self.archive = archive
        self.clock = sleep.clock
        self.links: dict[str, int] = {}
        self.sleep: Sleep = sleep
        self.configure()

    def usual(self) -> dict[str, object]:
        """Return the archive's address and keys."""
        return {"url": self.archive.base, "access_key": ACCESS, "secret_key": SECRET}

    def configure(self, **wayback: object) -> None:
        """Change the settings: the archive's address and keys, unless told otherwise."""
        self.settings = Settings(
            wayback=Wayback.model_validate(self.usual() | wayback), archives=Archives(timemaps=())
        )

    def check(
        self, *urls: str, kind: VerdictKind = VerdictKind.OK, fingerprint: str = ""
    ) -> Counter[Reason]:
        """Check pages as a night would, and return how often each reason held."""
        now = self.clock.now()
        with self.database.transaction() as session:
            for url in urls:
                self.links[url] = links.ensure(session, [url], now)[link_key(url)]
            results = [
                Result(self._link(url), Verdict(kind), now, fingerprint=fingerprint) for url in urls
            ]
            return enqueue(session, results, self.settings, now)

    def work(self) -> None:
        """Let a new worker do what can be done now."""
        asyncio.run(self.working())

    async def working(self, sleep: Sleep | None = None) -> None:
        """Work as a worker does, in the loop that runs."""
        sleep = sleep or self.sleep
        async with ServiceClient(self.settings, retry_wait=0) as client:
            await work(self.steps(client, sleep), sleep=sleep)

    def steps(self, client: ServiceClient, sleep: Sleep | None = None) -> list[Step]:
        """Return what a worker works on."""
        sleep = sleep or self.sleep
        return saving(self.database, self.settings, self.clock, client, sleep)

    def work_often(self, step: timedelta, times: int) -> None:
        """Let a worker do what can be done now, again and again."""

        async def go() -> None:
            async with ServiceClient(self.settings, retry_wait=0) as client:
                for _ in range(times):
                    await work(self.steps(client), sleep=self.sleep)
                    self.clock.advance(step)

        asyncio.run(go())

    def kill_while_it_waits(self) -> None:
        """Let a worker begin, and end it without a word while the archive holds an answer back."""

        async def go() -> None:
            worker = asyncio.create_task(self.working())
            await asyncio.to_thread(self.archive.holding.wait, 20)
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)

        asyncio.run(go())

    def request(self, url: str) -> archives.ArchiveRequest:
        """Return the last request for a page."""
        with self.database.reading() as session:
            request = archives.latest_request(session, self.links[url])
        assert request is not None
        return request

    def status(self, url: str) -> RequestStatus:
        """Return how the last request for a page stands."""
        return self.request(url).status

    def capture(self, url: str) -> Capture | None:
        """Return the last capture of a page."""
        with self.database.reading() as session:
            return captures.last(session, self.links[url])

    def _link(self, url: str) -> Link:
        return Link(link_key(url), url, host_of(url), self.links[url])
