"""``python -m tests.benchmarks.own_process register|pass <folder>``: see `passes`."""

import asyncio
import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

from perenne.clock import SystemClock
from perenne.domain.runs import RunKind, RunStatus
from perenne.runs.night import one_pass
from perenne.runs.orders import Following, Order
from perenne.runs.service import Service
from perenne.settings import from_file
from perenne.sites import load_sites
from perenne.store import links, runs
from perenne.store.database import open_database
from tests.benchmarks.timing import Took


def main() -> None:
    """Do one of the two in a folder that `Installation` has made."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    settings = from_file(folder / "perenne.toml")
    with open_database(settings.database_url) as database:
        service = Service(settings, SystemClock(), load_sites().site_of, database)
        if what == "register":
            _register(service, folder)
        else:
            print(json.dumps(asdict(_pass(service, folder))))


def _register(service: Service, folder: Path) -> None:
    urls = (folder / "urls.txt").read_text().split()
    with service.database.transaction() as session:
        ids = list(links.ensure(session, urls, service.clock.now()).values())
    (folder / "ids.json").write_text(json.dumps(ids))


def _pass(service: Service, folder: Path) -> Took:
    ids = json.loads((folder / "ids.json").read_text())
    begun = time.perf_counter()
    done = asyncio.run(one_pass(service, Order(RunKind.CHECK, ids), Following()))
    seconds = time.perf_counter() - begun
    assert done.status is RunStatus.COMPLETED
    assert done.run_id is not None
    with service.database.reading() as session:
        run = runs.get(session, done.run_id)
    assert run is not None
    return Took(seconds, run.counts.get("ok", 0))


if __name__ == "__main__":
    main()
