"""Copies are made beside the nights, and never in their way; politely, in turns."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.copies.home import Home, warcio_check

from perenne.copies.errors import CopiesError
from perenne.demo.answers import Misconduct, redirect
from perenne.domain.runs import RunKind, RunStatus
from perenne.runs.copying import End, Sleep, copy_due
from perenne.runs.jobs import beside_the_night
from perenne.runs.leases import longest
from perenne.runs.pauses import Stopped
from perenne.store import copies, links, runs

PAGE = "https://a.exemple.fr/page"


def test_a_check_on_demand_keeps_no_copy_waiting(home: Home) -> None:
    """Only nights come first."""
    home.cite(PAGE)
    home.night(1)
    home.begin_elsewhere(RunKind.CHECK)
    assert home.copy().counts == Counter(new=1)


def once_copied(home: Home, url: str, then: Callable[[], object]) -> Sleep:
    """Return a sleep that does something as soon as a link was copied."""
    with home.database.reading() as session:
        link_id = links.find(session, url)
    assert link_id is not None

    async def sleep(_seconds: float) -> None:
        await asyncio.sleep(0.02)
        with home.database.reading() as session:
            done = copies.of_link(session, link_id)
        if done:
            then()

    return sleep


def test_a_night_that_begins_ends_it_at_once(home: Home) -> None:
    """In the middle of a document, which is left; what was copied before is kept."""
    home.cite(PAGE, "https://b.exemple.fr/page")
    home.night(1)
    home.pages.answers["a.exemple.fr/page"] = lambda _visit: Misconduct.HANG
    began = time.monotonic()
    copied = home.copy(sleep=once_copied(home, "https://b.exemple.fr/page", home.begin_elsewhere))
    assert copied.end is End.NIGHT
    assert time.monotonic() - began < home.service.settings.limits.first_byte
    assert copied.counts == Counter(new=1)
    assert [path.suffix for path in home.files] == [".gz"]
    assert warcio_check(*home.files) == ""


def test_whoever_asks_it_to_stop_is_heard(home: Home) -> None:
    """The file is closed as ever."""
    home.cite(PAGE, "https://b.exemple.fr/page")
    home.night(1)
    home.pages.answers["a.exemple.fr/page"] = lambda _visit: Misconduct.HANG

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        home.copy(sleep=once_copied(home, "https://b.exemple.fr/page", stop))
    assert [path.suffix for path in home.files] == [".gz"]
    home.pages.answers.clear()
    assert home.copy().counts == Counter(new=1)


def test_each_site_is_visited_politely(home: Home) -> None:
    """By the log of the sites: redirects pass the gates as well, on to another host too."""
    home.change("politeness", interval=0.3)
    paths = [f"https://{host}.exemple.fr/{n}" for host in "ab" for n in range(4)]
    home.pages.answers["a.exemple.fr/0"] = redirect("https://b.exemple.fr/9")
    home.pages.answers["a.exemple.fr/1"] = redirect("/8")
    home.cite(*paths)
    home.night(1)
    home.world.web.log.clear()
    began = time.monotonic()
    assert home.copy().counts == Counter(new=8)
    for host in ("a.exemple.fr", "b.exemple.fr"):
        times = sorted(seen.at for seen in home.world.web.log if seen.host == host)
        assert len(times) == 5
        assert [at - began >= n * 0.3 for n, at in enumerate(times)] == [True] * 5


def test_a_slow_site_keeps_no_other_waiting(home: Home) -> None:
    """Some are visited at once."""
    slow = [f"https://a.exemple.fr/{n}" for n in range(2)]
    home.cite(*slow, *(f"https://{host}.exemple.fr/{n}" for host in "bc" for n in range(3)))
    home.night(1)
    home.change("limits", first_byte=1.0)
    for url in slow:
        home.pages.answers[url.removeprefix("https://")] = lambda _visit: Misconduct.HANG
    assert home.copy().counts == Counter(new=6, no_answer=2)
    assert home.copy().counts == Counter(), "tried again tomorrow"


def test_a_folder_that_is_gone_is_told_and_the_night_goes_on(home: Home) -> None:
    """What the sentence says is true: nothing is lost."""
    home.cite(PAGE)
    assert home.copied(1) == Counter(new=1)
    home.folder.rename(home.folder.with_name("away"))
    home.cite(PAGE, "https://b.exemple.fr/page")
    home.night(2)
    with home.database.reading() as session:
        latest = runs.latest(session, RunKind.NIGHTLY)
    assert latest is not None
    assert latest.status is RunStatus.COMPLETED
    with pytest.raises(CopiesError, match="copies_gone") as caught:
        home.copy()
    assert "son disque est-il branché" in caught.value.sentence.lower()
    home.folder.with_name("away").rename(home.folder)
    assert home.copy().counts == Counter(new=1)


def test_a_database_that_forgets_nothing_is_asked_once(home: Home) -> None:
    """A second call in the same loop goes on where the first one ended."""
    home.cite(*(f"https://a.exemple.fr/{n}" for n in range(5)))
    home.night(1)
    home.asked()

    async def twice() -> list[Counter[str]]:
        done = await asyncio.gather(copy_due(home.service), copy_due(home.service))
        return [each.counts for each in done]

    first, second = asyncio.run(twice())
    assert first + second == Counter(new=5)
    assert sorted(home.asked()) == [f"a.exemple.fr/{n}" for n in range(5)]


def test_the_worker_copies_by_itself(home: Home) -> None:
    """Every hour, as long as nobody stops it."""
    home.cite(PAGE)
    home.night(1)

    async def work(*, stopped: bool) -> None:
        stop = asyncio.Event()
        if stopped:
            stop.set()
        [job] = [job for job in beside_the_night(home.service, stop) if job.name == "copies"]
        assert job.trigger.interval == timedelta(hours=1)  # type: ignore[attr-defined] # no types
        await job.work()

    home.pages.answers["a.exemple.fr/page"] = lambda _visit: Misconduct.HANG
    asyncio.run(work(stopped=True))
    assert home.files == []
    home.pages.answers.clear()
    asyncio.run(work(stopped=False))
    assert [path.suffix for path in home.files] == [".gz"]


def test_a_host_is_ours_for_as_long_as_a_copy_may_take(home: Home) -> None:
    """Another process would visit it beside us otherwise; without copies nothing changes."""
    home.configure(seconds=900)
    assert longest(home.service.settings) > timedelta(seconds=900)
    home.configure(seconds=900, folder=None)
    assert longest(home.service.settings) < timedelta(seconds=200)
