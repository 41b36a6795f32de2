"""Several processes at work on one run."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from perenne.clock import SystemClock
from perenne.demo.answers import Answer, Site, Visit
from perenne.demo.web import SimulatedWeb, simulated_web
from perenne.domain.links import Result
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.verdicts import VerdictKind
from perenne.runs.claims import claim
from perenne.runs.looking import look
from perenne.runs.orders import Following, Order
from perenne.runs.processes import ProcessExecutor
from perenne.runs.service import Outside, Service
from perenne.runs.storing import enqueue_due
from perenne.runs.workers import Share
from perenne.settings import Limits, Network, Politeness, Settings
from perenne.sites import load_sites
from perenne.store import links
from perenne.store.database import Database, DatabaseError

PAGE = Answer(body=b"<title>Une page</title><p>" + b"Une page vivante et longue. " * 40)
URLS = [f"http://h{host}.exemple.fr/p/{page}" for host in range(6) for page in range(4)]


@pytest.fixture
def web(tmp_path: Path) -> Iterator[SimulatedWeb]:
    """Run six hosts that answer everything, each a little late."""
    hosts = dict.fromkeys(url.split("/")[2] for url in URLS)

    def answer(_visit: Visit) -> Answer:
        return PAGE

    with simulated_web(tmp_path, [Site(host, answer) for host in hosts]) as running:
        yield running


@pytest.fixture
def service(web: SimulatedWeb, database: Database, database_url: str) -> Service:
    """Open the service of a checker that knows the hosts."""
    settings = Settings(
        database_url=database_url,
        politeness=Politeness(interval=0.2),
        limits=Limits(second_opinion_after=0),
        network=Network(resolve=web.resolve, ca_file=web.ca_file),
    )
    return Service(settings, SystemClock(), load_sites().site_of, database)


def begin(service: Service, urls: list[str] = URLS) -> int:
    """Begin a run over links."""
    with service.database.transaction() as session:
        ids = list(links.ensure(session, urls, service.clock.now()).values())
    claimed = claim(service, Order(RunKind.CHECK, ids))
    assert claimed is not None
    enqueue_due(service, claimed.run_id, ids)
    return claimed.run_id


def workers(service: Service, run_id: int, number: int = 2) -> ProcessExecutor:
    """Return an executor of so many processes."""
    outside = Outside(service.settings, service.clock, service.site_of)
    return ProcessExecutor([Share(outside, run_id, n, number, {}) for n in range(number)])


def test_every_link_gives_one_result_and_each_host_has_its_worker(
    service: Service, web: SimulatedWeb
) -> None:
    """By the log of the sites as well."""
    executor = workers(service, begin(service))

    async def run() -> list[Result]:
        return [result async for result in executor.run()]

    results = asyncio.run(run())
    assert sorted(result.link.url for result in results) == sorted(URLS)
    assert {result.verdict.kind for result in results} == {VerdictKind.OK}
    assert Counter(f"http://{seen.host}{seen.path}" for seen in web.log) == Counter(URLS)


def test_a_stop_ends_all_of_them_with_what_was_on_the_wire(service: Service) -> None:
    """No worker is left behind."""
    executor = workers(service, begin(service))

    async def run() -> list[Result]:
        seen = []
        async for result in executor.run():
            seen.append(result)
            executor.stop()
        return seen

    assert 1 <= len(asyncio.run(run())) <= len(URLS)
    assert multiprocessing.active_children() == []


def test_a_stop_that_comes_before_the_workers_is_not_lost(service: Service) -> None:
    """Ctrl-C while they are being started."""
    executor = workers(service, begin(service))
    executor.stop()

    async def run() -> list[Result]:
        return [result async for result in executor.run()]

    assert len(asyncio.run(run())) < len(URLS)


def test_a_worker_that_is_lost_interrupts_the_run(service: Service) -> None:
    """What it had not done is done when the run is taken up again."""
    run_id = begin(service)
    seen: list[Result] = []

    async def put(result: Result) -> None:
        seen.append(result)
        for worker in multiprocessing.active_children():
            worker.kill()

    ended = asyncio.run(look(service, lambda _: workers(service, run_id), put, Following()))
    assert ended.status is RunStatus.INTERRUPTED
    assert 1 <= len(seen) <= len(URLS)


def test_what_a_database_says_to_a_worker_is_said_here(service: Service, tmp_path: Path) -> None:
    """With its code, from which the sentence for the user is made."""
    broken = service.settings.model_copy(update={"database_url": f"sqlite:///{tmp_path}"})
    outside = Outside(broken, service.clock, service.site_of)

    async def run() -> None:
        async for _result in ProcessExecutor([Share(outside, 1, 0, 1, {})]).run():
            pass

    with pytest.raises(DatabaseError) as caught:
        asyncio.run(run())
    assert caught.value.code == "database_unreachable"


def test_a_worker_goes_on_as_its_results_are_taken(service: Service) -> None:
    """With far more of them than it may have on their way at once."""
    urls = [f"http://[no-address/{n}" for n in range(2_500)]
    executor = workers(service, begin(service, urls), number=1)

    async def run() -> set[str]:
        async with asyncio.timeout(60):
            return {result.link.url async for result in executor.run()}

    assert len(asyncio.run(run())) == len(urls)
