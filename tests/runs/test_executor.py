"""Lanes: one per host, so many at once, second opinions beside them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import pytest

from perenne.checking import Checker
from perenne.clock import SystemClock
from perenne.demo.answers import Answer, Misconduct, Site, Visit
from perenne.demo.web import SimulatedWeb
from perenne.domain.links import Link, Result
from perenne.domain.sites import Site as Known
from perenne.domain.urls import host_of
from perenne.domain.verdicts import Verdict, VerdictKind
from perenne.net.engine import Engine
from perenne.runs.executor import LaneExecutor
from perenne.runs.lanes import lanes_of
from perenne.settings import Limits, Network, Politeness, Settings

OK = Verdict(VerdictKind.OK)
PAGE = Answer(body=b"<title>Une page</title><p>" + b"Une page vivante et longue. " * 40)


def link(url: str) -> Link:
    """Return a link to check."""
    return Link(url, url, host_of(url))


def settings(web: SimulatedWeb, lanes: int = 8, wait: float = 0.05) -> Settings:
    """Return settings that lead to the simulated web."""
    return Settings(
        politeness=Politeness(interval=0, lanes=lanes),
        limits=Limits(first_byte=1.0, exchange=1.5, second_opinion_after=wait),
        network=Network(resolve=web.resolve, ca_file=web.ca_file),
    )


@asynccontextmanager
async def executor(
    web: SimulatedWeb, chosen: Settings, urls: list[str]
) -> AsyncIterator[LaneExecutor]:
    """Open an executor of links over a real engine."""
    async with Engine(chosen, clock=SystemClock()) as engine:
        checker = Checker(engine, chosen, SystemClock(), lambda _host: Known())
        yield LaneExecutor(checker, chosen.politeness, lanes_of(map(link, urls)))


def check_all(
    directory: Path, urls: list[str], answer: Callable[[Visit], Answer | Misconduct], **how: float
) -> tuple[list[Result], SimulatedWeb]:
    """Check `urls` on a web where every host answers the same way."""

    async def run() -> tuple[list[Result], SimulatedWeb]:
        sites = [Site(host, answer) for host in dict.fromkeys(map(host_of, urls))]
        async with SimulatedWeb(directory, sites) as web:
            chosen = settings(web, lanes=int(how.get("lanes", 8)), wait=how.get("wait", 0.05))
            async with executor(web, chosen, urls) as lanes:
                return [result async for result in lanes.run()], web

    return asyncio.run(run())


def test_every_link_gives_one_result(tmp_path: Path) -> None:
    """Of many hosts, with more lanes wanted than there are."""
    urls = [f"http://h{h}.exemple.fr/p/{p}" for h in range(9) for p in range(4)]
    results, web = check_all(tmp_path, urls, lambda _visit: PAGE, lanes=3)
    assert sorted(result.link.url for result in results) == sorted(urls)
    assert {result.verdict.kind for result in results} == {VerdictKind.OK}
    assert len(web.log) == len(urls)


def test_a_host_that_hangs_holds_up_nobody_else(tmp_path: Path) -> None:
    """With two lanes only, the others are done before it."""

    def answer(visit: Visit) -> Answer | Misconduct:
        return Misconduct.HANG if visit.host == "h0.exemple.fr" else PAGE

    urls = [f"http://h{h}.exemple.fr/p" for h in range(6)]
    results, _web = check_all(tmp_path, urls, answer, lanes=2)
    assert len(results) == 6
    assert results[-1].link.host == "h0.exemple.fr"
    assert results[-1].verdict.kind is VerdictKind.TIMEOUT


def test_a_second_opinion_is_asked_for_later(tmp_path: Path) -> None:
    """One bad moment is no death."""

    def answer(visit: Visit) -> Answer | Misconduct:
        return Answer(status=500) if visit.turn == 1 else PAGE

    results, web = check_all(tmp_path, ["http://a.exemple.fr/p"], answer)
    assert results[0].verdict.kind is VerdictKind.OK
    assert len(web.log) == 2


def test_waiting_for_a_second_opinion_keeps_no_lane(tmp_path: Path) -> None:
    """The only lane goes on with the next host meanwhile."""

    def answer(visit: Visit) -> Answer | Misconduct:
        return Answer(status=500) if visit.host == "a.exemple.fr" else PAGE

    urls = ["http://a.exemple.fr/p", "http://b.exemple.fr/p"]
    results, _web = check_all(tmp_path, urls, answer, lanes=1, wait=0.2)
    assert [result.link.host for result in results] == ["b.exemple.fr", "a.exemple.fr"]
    assert results[1].verdict.kind is VerdictKind.SERVER_ERROR


def test_a_stop_hands_out_what_was_on_the_wire(tmp_path: Path) -> None:
    """And takes no further link."""

    async def run() -> list[Result]:
        sites = [Site("a.exemple.fr", lambda _visit: PAGE)]
        urls = [f"http://a.exemple.fr/p/{n}" for n in range(50)]
        async with (
            SimulatedWeb(tmp_path, sites) as web,
            executor(web, settings(web), urls) as lanes,
        ):
            results = []
            async for result in lanes.run():
                results.append(result)
                lanes.stop()
            return results

    assert 1 <= len(asyncio.run(run())) < 10


def test_a_mistake_of_ours_is_raised_not_swallowed(tmp_path: Path) -> None:
    """A run that cannot go on must not look like one that is done."""

    class Broken:
        async def check(self, _link: Link) -> Result:
            raise KeyError("ours")

    async def run() -> None:
        work = lanes_of([link("http://a.exemple.fr/")])
        lanes = LaneExecutor(Broken(), Politeness(), work)  # type: ignore[arg-type] # on purpose
        async for _result in lanes.run():
            pass

    with pytest.raises(BaseExceptionGroup) as caught:
        asyncio.run(run())
    assert caught.group_contains(KeyError)


def test_a_second_opinion_does_not_wait_for_long_lanes_to_end(tmp_path: Path) -> None:
    """All lanes are taken by hosts that still have much to do."""

    def answer(visit: Visit) -> Answer | Misconduct:
        return Answer(status=500) if visit.path == "/fails" and visit.turn == 1 else PAGE

    urls = ["http://a.exemple.fr/fails", *(f"http://a.exemple.fr/{n}" for n in range(60))]
    results, _web = check_all(tmp_path, urls, answer, lanes=1, wait=0)
    order = [result.link.url for result in results]
    assert len(order) == 61
    assert order.index(urls[0]) < 60


def test_links_wait_while_nobody_takes_results() -> None:
    """So that a slow database costs time, and no memory."""
    looked_at = 0

    class Quick:
        async def check(self, link: Link) -> Result:
            nonlocal looked_at
            looked_at += 1
            return Result(link, OK, SystemClock().now())

    async def run() -> tuple[int, int]:
        work = lanes_of([link(f"http://a.exemple.fr/{n}") for n in range(2_000)])
        lanes = LaneExecutor(Quick(), Politeness(), work)  # type: ignore[arg-type] # needs no net
        results = lanes.run()
        taken = [await anext(results)]
        for _turn in range(10_000):
            await asyncio.sleep(0)
        before = looked_at
        taken.extend([result async for result in results])
        return before, len(taken)

    before, taken = asyncio.run(run())
    assert before < 300
    assert taken == looked_at == 2_000


def test_who_takes_no_more_leaves_nobody_asking(tmp_path: Path) -> None:
    """As where the disk is full; the engine that closes next would fail those who still ask."""

    def answer(visit: Visit) -> Answer | Misconduct:
        return PAGE if visit.host == "h0.exemple.fr" else Misconduct.HANG

    async def run() -> set[asyncio.Task[object]]:
        hosts = [f"h{n}.exemple.fr" for n in range(8)]
        sites = [Site(host, answer) for host in hosts]
        urls = [f"http://{host}/" for host in hosts]
        async with (
            SimulatedWeb(tmp_path, sites) as web,
            executor(web, settings(web), urls) as lanes,
        ):
            before = asyncio.all_tasks()
            async with aclosing(lanes.run()) as results:
                await anext(results)
            return {
                task for task in asyncio.all_tasks() - before if "Executor" in repr(task.get_coro())
            }

    assert asyncio.run(run()) == set()
