"""``python -m tests.benchmarks.own_process register|pass <folder>``: see `passes`."""

import asyncio
import json
import sys
import time
from dataclasses import asdict
from itertools import count, islice
from pathlib import Path

from perenne.clock import SystemClock
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.domain.runs import RunKind, RunStatus
from perenne.runs.night import one_pass
from perenne.runs.orders import Following, Order
from perenne.runs.service import Service
from perenne.settings import from_file
from perenne.sites import load_sites
from perenne.store import runs
from perenne.store.database import open_database
from perenne.store.registration import register
from tests.benchmarks.timing import Took

_OF_A_DOSSIER = 10_000
"""References. Many dossiers, so that registering them takes no more memory than one."""


def main() -> None:
    """Do one of the two in a folder that `Installation` has made."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    settings = from_file(folder / "perenne.toml")
    with open_database(settings.database_url) as database:
        service = Service(settings, SystemClock(), load_sites().site_of, database)
        if what == "register":
            _register(service, folder)
        else:
            print(json.dumps(asdict(_pass(service))))


def _register(service: Service, folder: Path) -> None:
    """Register the links, as dossiers of references that say nothing else."""
    now = service.clock.now()
    with (folder / "urls.txt").open() as urls:
        for number in count():
            cited = tuple(_reference(url.strip()) for url in islice(urls, _OF_A_DOSSIER))
            if not cited:
                return
            name = f"dossier-{number}"
            with service.database.transaction() as session:
                register(
                    session,
                    Dossier(name, cited),
                    slug=name,
                    title=name,
                    centre=None,
                    file_name=name,
                    at=now,
                )


def _reference(url: str) -> Reference:
    place = Place(PlaceKind.LINE, 1)
    return Reference("", place, citations=(Citation(url, url, place),))


def _pass(service: Service) -> Took:
    begun = time.perf_counter()
    order = Order(RunKind.NIGHTLY, scheduled_for=service.clock.now())
    done = asyncio.run(one_pass(service, order, Following()))
    seconds = time.perf_counter() - begun
    assert done.status is RunStatus.COMPLETED
    assert done.run_id is not None
    with service.database.reading() as session:
        run = runs.get(session, done.run_id)
    assert run is not None
    return Took(seconds, run.counts.get("ok", 0))


if __name__ == "__main__":
    main()
