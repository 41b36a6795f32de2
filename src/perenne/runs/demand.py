"""A check on demand: the same pass as the night's, for the links somebody asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from perenne.domain.links import CitedIn, Link, LinkStatus, Result
from perenne.domain.runs import Run, RunKind
from perenne.domain.states import State
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.rules.clusters import ends_together
from perenne.runs.executors import here
from perenne.runs.lanes import lanes_of
from perenne.runs.looking import look
from perenne.runs.night import one_pass
from perenne.runs.orders import Following, Order
from perenne.runs.service import Outside, Service
from perenne.runs.wanted import Wanted
from perenne.store import links, runs
from perenne.store.database import Session

_NOT_REACHED = Verdict(VerdictKind.UNCHECKED, (Evidence("run", "interrupted"),))
Seen = dict[str, Result]
"""By key of the link."""


@dataclass(frozen=True)
class Checked:
    """What a check on demand saw: its run, and every link it was asked for."""

    run: Run
    links: list[LinkStatus]


async def check_unrecorded(
    outside: Outside, asked: Sequence[tuple[Link, LinkStatus]], following: Following
) -> Checked:
    """Look at links and leave no trace; what was known of each is told beside."""
    seen: Seen = {}
    begun = outside.clock.now()
    following.begin(len(asked))
    work = here(outside, lanes_of(link for link, _known in asked))
    ended = await look(outside, work, _forget, _noting(seen, following))
    night, end = outside.night(begun), outside.clock.now()
    run = Run(None, RunKind.CHECK, begun, night, ended.status, end)
    return Checked(run, _as_seen(asked, seen))


async def check_recorded(service: Service, wanted: Wanted, following: Following) -> Checked:
    """Look at links, remember what was seen, and let it count for their states."""
    with service.database.transaction() as session:
        ids = _make_sure(session, service, wanted)
    seen: Seen = {}
    order = Order(RunKind.CHECK, ids, titles=wanted.titles)
    done = await one_pass(service, order, _noting(seen, following))
    assert done.run_id is not None  # an unplanned run is never taken by another
    with service.database.reading() as session:
        run = runs.get(session, done.run_id)
        asked = _known(session, ids, wanted, service.clock.now())
    assert run is not None
    return Checked(run, _as_seen(asked, seen))


def known_links(service: Service, wanted: Wanted) -> list[tuple[Link, LinkStatus]]:
    """Return the links asked for, with what is known of them, writing nothing."""
    with service.database.reading() as session:
        found = [links.find(session, url) for url in wanted.urls.values()]
        registered = links.cited(session, wanted.slugs) if wanted.registered else []
        ids = dict.fromkeys((*(each for each in found if each), *registered))
        known = _known(session, list(ids), wanted, service.clock.now())
    keys = {link.key for link, _status in known}
    return [*known, *(pair for pair in unknown_links(wanted) if pair[0].key not in keys)]


def unknown_links(wanted: Wanted) -> list[tuple[Link, LinkStatus]]:
    """Return the URLs asked for as links of which nothing is known."""
    return [
        (link, LinkStatus(link.url, State.NEW, None, citations=tuple(wanted.cited[link.key])))
        for link in wanted.links()
    ]


def _make_sure(session: Session, service: Service, wanted: Wanted) -> list[int]:
    ids = links.ensure(session, wanted.urls.values(), service.clock.now())
    registered = links.cited(session, wanted.slugs) if wanted.registered else []
    return list(dict.fromkeys((*ids.values(), *registered)))


def _known(
    session: Session, ids: Sequence[int], wanted: Wanted, now: datetime
) -> list[tuple[Link, LinkStatus]]:
    found = {link.id: link for link in links.links(session, ids)}
    return [
        (found[status.id], _with_citations(status, wanted.cited.get(found[status.id].key, ())))
        for status in links.statuses(session, ids, now=now)
    ]


def _with_citations(status: LinkStatus, given: Sequence[CitedIn]) -> LinkStatus:
    """Add the citations of a file, but those of a dossier that is registered with them."""
    registered = {(each.title, each.as_written) for each in status.citations}
    new = (each for each in given if (each.title, each.as_written) not in registered)
    return replace(status, citations=(*status.citations, *new))


def _as_seen(asked: Sequence[tuple[Link, LinkStatus]], seen: Seen) -> list[LinkStatus]:
    """Return the links with this run's verdicts, those that only the whole run gives included."""
    together = ends_together(seen.values())
    return [_told(known, seen.get(link.key), together.get(link.key)) for link, known in asked]


def _told(status: LinkStatus, result: Result | None, together: Verdict | None) -> LinkStatus:
    if result is None:
        return replace(status, verdict=_NOT_REACHED)
    return replace(
        status,
        verdict=together or result.verdict,
        http_status=result.http_status,
        final_url=result.final_url,
        hops=result.hops,
    )


async def _forget(_result: Result) -> None:
    """Store nothing."""


def _noting(seen: Seen, following: Following) -> Following:
    """Return a follower that notes each result too."""

    def note(result: Result) -> None:
        seen[result.link.key] = result
        following.seen(result)

    return replace(following, seen=note)
