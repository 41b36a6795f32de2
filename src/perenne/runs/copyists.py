"""Those who copy: each takes the next link that is due, looks at its page, and keeps it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Iterator
from dataclasses import replace
from typing import TypeVar

from perenne.checking import LONGEST_TRUST
from perenne.copies.errors import translated
from perenne.copies.folder import Folder
from perenne.copies.looking import Copier, Seen, WholeLooks
from perenne.copies.queue import due
from perenne.copies.shelf import Shelf
from perenne.domain.links import Link
from perenne.domain.urls import host_of
from perenne.log.events import event_log
from perenne.net.engine import Engine
from perenne.runs.leases import HostLeases
from perenne.runs.service import Service
from perenne.settings import Settings
from perenne.store import copies, hosts, links

AT_ONCE = 4
"""Links: a slow site keeps no other waiting, and the disk holds as many documents at most."""
NEW, SAME = "new", "same"
"""What a copy brought: a payload, or one that is held already. Any other outcome is a refusal."""

_log = event_log("copies")
T = TypeVar("T")


class Copyists:
    """Copy all that is due, some at once; `counts` grows by their outcomes."""

    def __init__(
        self, service: Service, shelf: Shelf, folder: Folder, counts: Counter[str]
    ) -> None:
        self._service = service
        self._shelf = shelf
        self._folder = folder
        self._counts = counts

    async def copy_all(self) -> None:
        """Copy; raises `CopiesError` and `DatabaseError`."""
        service, settings = self._service, _patient(self._service.settings)
        ids = await asyncio.to_thread(due, service.database, settings.copies, service.clock.now())
        leases, where = HostLeases(service), self._folder.path
        async with Engine(settings, clock=service.clock, leases=leases, folder=where) as engine:
            copier = Copier(engine, settings, service.clock, service.site_of)
            rest = iter(ids)
            try:
                async with asyncio.TaskGroup() as group:
                    for _ in range(AT_ONCE):
                        group.create_task(self._copy_each(copier, rest))
            except ExceptionGroup as several:  # a full disk is full for all
                raise several.exceptions[0] from several

    async def _copy_each(self, copier: Copier, rest: Iterator[int]) -> None:
        for link_id in rest:
            looks = copier.looks()
            try:
                outcome = await self._copy(copier, looks, self._link(link_id))
            finally:
                looks.close()
            self._counts[outcome] += 1
            _log.info("copied", link=link_id, outcome=outcome)

    async def _copy(self, copier: Copier, looks: WholeLooks, link: Link) -> str:
        try:
            seen = await copier.look(link, looks)
        except OSError as error:
            raise translated(error, self._folder.path) from error
        return await undisturbed(asyncio.to_thread(self._keep, link, seen))

    def _keep(self, link: Link, seen: Seen) -> str:
        """Put the way to a page on the shelf, or note why there is none."""
        assert link.id is not None
        with self._service.database.transaction() as session:
            if seen.put_off:
                hosts.put_off(session, {host_of(seen.final_url) or link.host: seen.put_off})
            if not seen.way:
                copies.refuse(session, link.id, seen.refusal, self._service.clock.now())
        if not seen.way:
            return seen.refusal
        return NEW if self._shelf.put(link.id, seen.way, seen.version) else SAME

    def _link(self, link_id: int) -> Link:
        """Return a link with what its host needs, as a night reads it."""
        since = self._service.clock.now() - LONGEST_TRUST
        with self._service.database.reading() as session:
            [link] = links.links(session, [link_id])
            needs = hosts.needs_browser_like(session, link.host, since)
        return replace(link, browser_like=needs)


def _patient(settings: Settings) -> Settings:
    """Return settings under which one exchange may take as long as a large document does."""
    seconds = settings.copies.seconds
    limits = settings.limits.model_copy(update={"exchange": seconds, "link": seconds})
    return settings.model_copy(update={"limits": limits})


async def undisturbed(work: Awaitable[T]) -> T:
    """Wait for what goes on in a thread even where we are cancelled: it cannot be left alone."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.gather(task, return_exceptions=True)
        raise
