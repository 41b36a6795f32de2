"""How many links a second one process checks and remembers, on loopback, politeness off."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from perenne.clock import SystemClock
from perenne.demo.answers import Answer, Site
from perenne.demo.web import SimulatedWeb, simulated_web
from perenne.domain.runs import RunKind
from perenne.domain.sites import Site as Known
from perenne.runs.night import one_pass
from perenne.runs.orders import Following, Order
from perenne.runs.service import Service
from perenne.settings import Network, Politeness, Settings
from perenne.store import links
from perenne.store.database import open_database
from tests.benchmarks.pages import living_page
from tests.benchmarks.timing import Figure


def figures(count: int, hosts: int) -> Iterator[Figure]:
    """Yield the rate of a first night, then of one in which nothing has changed.

    The simulated web shares the two cores, and is written in Python as well: these figures
    compare one state of the code with another, not with other programs.
    """
    page = Answer(body=living_page(20_000), headers={"Content-Type": "text/html"})
    sites = [Site(f"h{n}.exemple.fr", lambda _visit: page) for n in range(hosts)]
    with tempfile.TemporaryDirectory() as folder, simulated_web(Path(folder), sites) as web:
        service = _service(Path(folder), web)
        try:
            urls = [f"http://h{n % hosts}.exemple.fr/page/{n}" for n in range(count)]
            with service.database.transaction() as session:
                ids = list(links.ensure(session, urls, service.clock.now()).values())
            for night in ("first night", "unchanged night"):
                yield Figure(f"check and record: {night}", count / _pass(service, ids), "links/s")
        finally:
            service.database.close()


def _service(folder: Path, web: SimulatedWeb) -> Service:
    settings = Settings(
        database_url=f"sqlite:///{folder}/bench.sqlite",
        politeness=Politeness(interval=0, connections_per_host=4),
        network=Network(resolve=web.resolve),
    )
    database = open_database(settings.database_url)
    return Service(settings, SystemClock(), lambda _host: Known(), database)


def _pass(service: Service, ids: list[int]) -> float:
    begun = time.perf_counter()
    asyncio.run(one_pass(service, Order(RunKind.CHECK, ids), Following()))
    return time.perf_counter() - begun
