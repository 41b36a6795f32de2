"""Which executor does the work of a pass."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial

from perenne.checking import Checker
from perenne.runs.executor import Executor, LaneExecutor
from perenne.runs.lanes import Lane, due_lanes
from perenne.runs.orders import Following, Order, no_titles
from perenne.runs.processes import ProcessExecutor
from perenne.runs.service import Outside, Service
from perenne.runs.storing import put_off_hosts
from perenne.runs.workers import Share

WORTH_PROCESSES = 2_000
"""Links. Below, the start of the processes costs more than they gain."""


def executors(
    service: Service, run_id: int, order: Order, count: int, following: Following
) -> Callable[[Checker], Executor]:
    """Return what makes the executor of a run: in this process, or in several.

    `count`: how many links it has; a long run is shared, and any where the settings say in how
    many. Titles of references that are in no dossier cannot be handed to other processes. Whoever
    follows is told by workers too what they take up.
    """
    processes = service.settings.limits.processes
    if not processes:
        processes = os.cpu_count() or 1 if count >= WORTH_PROCESSES else 1
    if processes == 1 or order.titles is not no_titles:
        return here(service, due_lanes(service, run_id, order.titles))
    outside = Outside(service.settings, service.clock, service.site_of)
    waiting = put_off_hosts(service)
    shares = [Share(outside, run_id, number, processes, waiting) for number in range(processes)]
    return lambda _checker: ProcessExecutor(shares, following.taken)


def here(outside: Outside, lanes: Iterable[Lane]) -> Callable[[Checker], Executor]:
    """Return what makes an executor of this process."""
    return partial(_lane_executor, outside, lanes)


def _lane_executor(outside: Outside, lanes: Iterable[Lane], checker: Checker) -> Executor:
    return LaneExecutor(checker, outside.settings.politeness, lanes)
