"""In which processes a pass is done: by its length, unless the settings say."""

from __future__ import annotations

import os
from typing import cast

import pytest

from perenne.checking import Checker
from perenne.clock import SystemClock
from perenne.domain.runs import RunKind
from perenne.runs.executor import LaneExecutor
from perenne.runs.executors import WORTH_PROCESSES, executors
from perenne.runs.orders import Following, Order
from perenne.runs.processes import ProcessExecutor
from perenne.runs.service import Service
from perenne.settings import Limits, Settings
from perenne.sites import load_sites
from perenne.store.database import Database

NIGHT = Order(RunKind.NIGHTLY)
TITLED = Order(RunKind.CHECK, titles=lambda _key: ("Un titre",))


@pytest.mark.parametrize(
    ("processes", "count", "order", "kind"),
    [
        (0, WORTH_PROCESSES - 1, NIGHT, LaneExecutor),
        (2, 1, NIGHT, ProcessExecutor),
        (2, WORTH_PROCESSES, TITLED, LaneExecutor),
        (1, WORTH_PROCESSES, NIGHT, LaneExecutor),
    ],
    ids=["a short night", "a short night in two", "titles that stay here", "a long night in one"],
)
def test_a_pass_is_done_where_it_is_worth_it(
    database: Database, processes: int, count: int, order: Order, kind: type
) -> None:
    """The start of a process costs as much as a thousand links."""
    assert isinstance(made(database, processes, count, order), kind)


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core has use for one process")
def test_a_long_night_has_a_process_for_each_core(database: Database) -> None:
    """Where the settings leave it to us."""
    assert isinstance(made(database, 0, WORTH_PROCESSES, NIGHT), ProcessExecutor)


def made(database: Database, processes: int, count: int, order: Order) -> object:
    """Return the executor of a pass over so many links."""
    settings = Settings(limits=Limits(processes=processes))
    service = Service(settings, SystemClock(), load_sites().site_of, database)
    make = executors(service, 1, order, count, Following())
    return make(cast("Checker", None))
