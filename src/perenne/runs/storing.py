"""What a pass writes while it runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from perenne.domain.links import Result
from perenne.runs.captures import wish
from perenne.runs.holders import holder
from perenne.runs.resting import rest
from perenne.runs.service import Service
from perenne.store import hosts, links, observations, runs

_KNOWN_GOOD = 3
"""Hosts that are asked whether the world is there: one may have died since."""


class LostRunError(Exception):
    """Another process has taken this run over: ours has slept longer than its lease."""


def enqueue_due(service: Service, run_id: int, link_ids: Sequence[int] | None) -> None:
    """Put links on the work list of a run; None for what a night looks at."""
    with service.database.transaction() as session:
        if link_ids is None:
            runs.enqueue_cited(session, run_id, rest(service))
        else:
            runs.enqueue(session, run_id, link_ids)


def count_due(service: Service, run_id: int) -> int:
    """Return how many links a run has still to check."""
    with service.database.reading() as session:
        return runs.count_due(session, run_id)


def put_off_hosts(service: Service) -> dict[str, datetime]:
    """Return the hosts that must not be visited yet, and until when."""
    with service.database.reading() as session:
        return hosts.waiting(session, service.clock.now())


def lately_alive(service: Service) -> list[str]:
    """Return addresses that answered in the last nights, each of another host."""
    with service.database.reading() as session:
        return links.lately_alive(session, _KNOWN_GOOD)


def storing(service: Service, run_id: int, *, archive: bool) -> Callable[[Sequence[Result]], None]:
    """Return what writes a batch of results, and keeps the lease of the run.

    Live pages are put on the archive's queue in the same transaction.
    """
    name = holder()

    def store(results: Sequence[Result]) -> None:
        now = service.clock.now()
        with service.database.transaction() as session:
            if not runs.heartbeat(session, run_id, name, now):
                raise LostRunError
            if results:
                observations.record(session, run_id, results)
                if archive:
                    wish(service, session, results)

    return store
