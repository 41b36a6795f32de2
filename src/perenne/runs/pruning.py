"""Drops what is no history: once a day, in small bites that keep nobody waiting."""

from __future__ import annotations

from datetime import timedelta

from perenne.log.events import event_log
from perenne.runs.presence import forget_workers
from perenne.runs.service import Service
from perenne.store.pruning import AT_ONCE, forget_requests, forget_work

LATELY = timedelta(days=2)
"""What was sent to the archive in a day counts for that day."""

_log = event_log("pruning")


def prune(service: Service) -> None:
    """Drop old work lists, vain requests to the archive, and workers that are no more."""
    forget_workers(service)
    ended_before = service.clock.now() - LATELY
    with service.database.transaction() as session:
        requests = forget_requests(session, ended_before=ended_before)
    lines, more = 0, True
    while more:
        with service.database.transaction() as session:
            bite = forget_work(session)
        lines += bite
        more = bite == AT_ONCE
    _log.info("what nobody needs any more is dropped", lines=lines, requests=requests)
