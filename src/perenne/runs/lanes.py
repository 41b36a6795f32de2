"""The work of a pass: one lane per host, the longest first, its links read as they are needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from perenne.checking import LONGEST_TRUST
from perenne.domain.links import Link
from perenne.runs.orders import no_titles
from perenne.runs.service import Service
from perenne.store import hosts, runs

_AT_ONCE = 100
"""Links of a lane that are in memory: what is open, not what is due, decides how much is used."""

Titles = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True)
class Lane:
    """The links of one host; `links` begins to yield them, when the lane's turn has come."""

    host: str
    size: int
    links: Callable[[], Iterator[Link]]


def lanes_of(links: Iterable[Link]) -> list[Lane]:
    """Return lanes of links that are in memory, the longest first."""
    by_host: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_host[link.host].append(link)
    lanes = [Lane(host, len(held), held.__iter__) for host, held in by_host.items()]
    return sorted(lanes, key=lambda lane: -lane.size)


def due_lanes(service: Service, run_id: int, titles: Titles = no_titles) -> Iterator[Lane]:
    """Yield the lanes of what a run has not done yet, the longest first.

    A long lane that begins last would be the end of the whole pass. `titles` gives those of
    references that are in no registered dossier, by key of the link.
    """
    with service.database.reading() as session:
        hosts = runs.due_hosts(session, run_id)
    for host, size in hosts:
        yield Lane(host, size, _reader(service, run_id, titles, host))


def _reader(
    service: Service, run_id: int, titles: Titles, host: str
) -> Callable[[], Iterator[Link]]:
    def read() -> Iterator[Link]:
        after, more = 0, True
        since = service.clock.now() - LONGEST_TRUST
        with service.database.reading() as session:
            browser_like = hosts.needs_browser_like(session, host, since)
        while more:
            with service.database.reading() as session:
                page = runs.due_links(session, run_id, host, after, _AT_ONCE)
            more = len(page) == _AT_ONCE
            for link in page:
                all_titles = dict.fromkeys((*link.titles, *titles(link.key)))
                yield replace(link, titles=tuple(all_titles), browser_like=browser_like)
                after = link.id or after

    return read
