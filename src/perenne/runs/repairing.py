"""Looks for better addresses of links that began to fail, or that have moved."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from perenne.checking import Checker
from perenne.domain import offers
from perenne.domain.identifiers import permanent
from perenne.domain.links import LinkStatus, Replacement
from perenne.domain.states import State
from perenne.domain.urls import host_of, link_key
from perenne.domain.verdicts import VerdictKind
from perenne.net.engine import Engine
from perenne.repair import Candidate, Kind, candidates, of_permalinks, proposals
from perenne.runs.leases import HostLeases
from perenne.runs.service import Service
from perenne.store import citing, links, replacements

LATELY = timedelta(days=2)
"""Two nights: what failed for a moment of ours has a second chance."""

MOST_LINKS = 500
"""In one night; the others wait for the next. So many fail at once only where a site is down."""

_AT_ONCE = 16
_OURS = (Kind.REDIRECT, Kind.HOST, Kind.VARIANT, Kind.RENAMED, Kind.PERMALINK)
_WILL_COME_BACK = {VerdictKind.SERVER_ERROR, VerdictKind.TIMEOUT}
"""Troubles of a site, not of an address."""


async def propose_replacements(service: Service) -> int:
    """Propose what was found for each link; return for how many there was something."""
    now = service.clock.now()
    with service.database.reading() as session:
        wanted = replacements.unmended(session, since=now - LATELY)
        found = [each for each in links.statuses(session, wanted, now=now) if _is_without(each)]
        found = found[:MOST_LINKS]
        beside = citing.cited_beside(session, [link.id for link in found if link.id])
        living = links.living_hosts(session)
    if not found:
        return 0
    at_once = asyncio.Semaphore(_AT_ONCE)
    leases = HostLeases(service)
    async with Engine(service.settings, clock=service.clock, leases=leases) as engine:
        checker = Checker(engine, service.settings, service.clock, service.site_of)

        async def one(link: LinkStatus) -> bool:
            async with at_once:
                others = beside.get(link.id or 0, ())
                return await _propose(service, checker, link, living, others)

        return sum(await asyncio.gather(*map(one, found)))


def _is_without(link: LinkStatus) -> bool:
    """Tell whether nothing is offered that was seen to be the page since the link failed."""
    offered = offers.replacements(link)
    return not any(each.kind in _OURS and offers.is_fresh(link, each) for each in offered)


async def _propose(
    service: Service,
    checker: Checker,
    link: LinkStatus,
    living: Sequence[str],
    beside: Sequence[str],
) -> bool:
    proposed = await _proposed(service, checker, link, living, beside)
    if link.id is not None:
        now = service.clock.now()
        with service.database.transaction() as session:
            replacements.propose(session, link.id, proposed, now, instead_of=_OURS)
    return bool(proposed)


async def _proposed(
    service: Service,
    checker: Checker,
    link: LinkStatus,
    living: Sequence[str],
    beside: Sequence[str],
) -> list[Replacement]:
    verdict = link.verdict
    titles = tuple(dict.fromkeys(each.title for each in link.citations if each.title))
    lasting = list(filter(None, [link.permalink, *(each for each in beside if permanent(each))]))
    refused = offers.refused(link)
    if link.state is State.ALIVE:
        # The new address has just been seen to answer; it is no more looked at than a broken one.
        moved_to = offers.new_address(link)
        known = [Replacement(moved_to, Kind.REDIRECT, host_of(moved_to), offers.SURE)]
        thought_of = of_permalinks(link.url, lasting, refused={*refused, link_key(moved_to)})
        return [*(known if moved_to else ()), *await _seen(checker, titles, thought_of)]
    if verdict is None or verdict.kind in _WILL_COME_BACK:
        return []
    moved_to = verdict.moved_to or _last_redirect(link)
    site = service.site_of(host_of(link.url))
    thought_of = candidates(link.url, site, living, moved_to, lasting, refused=refused)
    return await _seen(checker, titles, thought_of)


async def _seen(
    checker: Checker, titles: tuple[str, ...], thought_of: Sequence[Candidate]
) -> list[Replacement]:
    return [each async for each in proposals(checker, titles, thought_of)]


def _last_redirect(link: LinkStatus) -> str:
    """Return where the link led while it lived: the page may have died, or the redirect alone."""
    redirects = (each.url for each in link.replacements if each.kind == Kind.REDIRECT)
    return next(redirects, "")
