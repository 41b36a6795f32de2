"""Looks for better addresses of links that began to fail, or that have moved."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from perenne.checking import Checker
from perenne.domain.links import LinkStatus, Replacement
from perenne.domain.states import State
from perenne.domain.urls import host_of
from perenne.domain.verdicts import VerdictKind
from perenne.net.engine import Engine
from perenne.repair import Kind, candidates, proposals
from perenne.runs.leases import HostLeases
from perenne.runs.service import Service
from perenne.store import links, replacements

LATELY = timedelta(days=2)
"""Two nights: what failed for a moment of ours has a second chance."""

MOST_LINKS = 500
"""In one night; the others wait for the next. So many fail at once only where a site is down."""

_AT_ONCE = 16
_WILL_COME_BACK = {VerdictKind.SERVER_ERROR, VerdictKind.TIMEOUT}
"""Troubles of a site, not of an address."""


async def propose_replacements(service: Service) -> int:
    """Propose what was found for each link; return for how many there was something."""
    since = service.clock.now() - LATELY
    with service.database.reading() as session:
        found = links.statuses(session, links.unmended(session, since=since)[:MOST_LINKS])
        living = links.living_hosts(session)
    if not found:
        return 0
    at_once = asyncio.Semaphore(_AT_ONCE)
    leases = HostLeases(service)
    async with Engine(service.settings, clock=service.clock, leases=leases) as engine:
        checker = Checker(engine, service.settings, service.clock, service.site_of)

        async def one(link: LinkStatus) -> bool:
            async with at_once:
                return await _propose(service, checker, link, living)

        return sum(await asyncio.gather(*map(one, found)))


async def _propose(
    service: Service, checker: Checker, link: LinkStatus, living: Sequence[str]
) -> bool:
    proposed = await _proposed(service, checker, link, living)
    if proposed and link.id is not None:
        with service.database.transaction() as session:
            replacements.propose(session, link.id, proposed, service.clock.now())
    return bool(proposed)


async def _proposed(
    service: Service, checker: Checker, link: LinkStatus, living: Sequence[str]
) -> list[Replacement]:
    verdict = link.verdict
    moved_to = (verdict.moved_to if verdict else None) or ""
    if link.state is State.ALIVE:  # the new address has just been seen to answer
        return [Replacement(moved_to, Kind.REDIRECT, host_of(moved_to), 0.95)] if moved_to else []
    if verdict is None or verdict.kind in _WILL_COME_BACK:
        return []
    titles = tuple(dict.fromkeys(each.title for each in link.citations if each.title))
    thought_of = candidates(link.url, service.site_of(host_of(link.url)), living, moved_to)
    return [each async for each in proposals(checker, titles, thought_of)]
