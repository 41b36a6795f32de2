"""A watchman outside learns that a night begins, and how it ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.net.servers import Behaviour, RawServer, mute, page, says, settings_for

from perenne.domain.runs import RunStatus
from perenne.log import start_log, stop_log
from perenne.runs.night import Pass
from perenne.runs.orders import Following
from perenne.runs.pings import Call, ping, watched
from perenne.settings import Settings

ADDRESS = "http://a.fr/ping/0f1e-secret"
Night = Callable[[Following], Awaitable[Pass]]


@asynccontextmanager
async def watchman(behaviour: Behaviour) -> AsyncIterator[RawServer]:
    """Let a watchman answer on loopback."""
    server = RawServer(behaviour)
    await server.start(None)
    try:
        yield server
    finally:
        await server.stop()


def settings(server: RawServer, url: str = ADDRESS) -> Settings:
    """Return settings that name the watchman."""
    return settings_for(server, schedule={"ping_url": url})


def night(status: RunStatus, run_id: int | None = 1) -> Night:
    """Return a night that ends so; it begins only where no other process has it."""

    async def play(following: Following) -> Pass:
        if run_id is not None:
            following.begin(3)
        return Pass(run_id, status)

    return play


async def calls(play: Night, behaviour: Behaviour | None = None, url: str = ADDRESS) -> list[str]:
    """Return what the watchman was asked during a night."""
    async with watchman(behaviour or says(page(b"OK"))) as server:
        await watched(settings(server, url), Following(), play)
        return server.targets


@pytest.mark.parametrize(
    ("status", "end"),
    [
        (RunStatus.COMPLETED, ""),
        (RunStatus.VOID, "/fail"),
        (RunStatus.INTERRUPTED, "/fail"),
    ],
)
def test_he_is_told_the_beginning_and_the_end(status: RunStatus, end: str) -> None:
    """A night that counts for nothing, or is not whole, has failed."""
    path = "/ping/0f1e-secret"
    assert asyncio.run(calls(night(status))) == [f"{path}/start", path + end]


def test_a_night_that_another_process_has_is_told_by_that_one() -> None:
    """He would take ours for the end of it."""
    assert asyncio.run(calls(night(RunStatus.RUNNING, None))) == []


def test_without_an_address_nobody_is_told() -> None:
    """As it is by default."""
    assert asyncio.run(calls(night(RunStatus.COMPLETED), url="")) == []


def test_what_the_address_asks_for_stays() -> None:
    """Its parameters come after the path."""
    asked = asyncio.run(calls(night(RunStatus.VOID), url="http://a.fr/p/?create=1"))
    assert asked == ["/p/start?create=1", "/p/fail?create=1"]


def test_a_night_that_ends_by_an_error_has_failed() -> None:
    """And the error goes on its way."""

    async def tell() -> list[str]:
        async def play(_following: Following) -> Pass:
            raise OSError("the disk is gone")

        async with watchman(says(page(b"OK"))) as server:
            with pytest.raises(OSError, match="the disk"):
                await watched(settings(server), Following(), play)
            return server.targets

    assert asyncio.run(tell()) == ["/ping/0f1e-secret/fail"]


def test_whoever_follows_the_night_still_does() -> None:
    """The bar of progress is told how many links there are."""
    begun: list[int] = []

    async def tell() -> None:
        async with watchman(says(page(b"OK"))) as server:
            following = Following(begin=begun.append)
            await watched(settings(server), following, night(RunStatus.COMPLETED))

    asyncio.run(tell())
    assert begun == [3]


def test_the_end_is_not_told_before_the_beginning() -> None:
    """A watchman who answers slowly keeps nobody from working, and hears things in order."""
    order: list[str] = []

    async def tell() -> None:
        worked = asyncio.Event()

        async def slow(head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
            await worked.wait()
            order.append(head.split()[1].rpartition("/")[2])
            writer.write(page(b"OK"))

        async def play(following: Following) -> Pass:
            following.begin(3)
            await asyncio.sleep(0)
            order.append("work")
            worked.set()
            return Pass(1, RunStatus.COMPLETED)

        async with watchman(slow) as server:
            await watched(settings(server), Following(), play)

    asyncio.run(tell())
    assert order == ["work", "start", "0f1e-secret"]


def test_a_mute_watchman_is_not_waited_for() -> None:
    """The call is given up in its time, its repetitions included."""

    async def tell() -> None:
        async with watchman(mute) as server, asyncio.timeout(5):
            await ping(settings(server), Call.START, patience=0.2)

    asyncio.run(tell())


@pytest.mark.parametrize("url", [ADDRESS, "http://nowhere.fr/0f1e-secret"])
def test_a_watchman_who_fails_disturbs_no_night(url: str, tmp_path: Path) -> None:
    """It is logged, without the address, which is as good as a key."""
    file = tmp_path / "perenne.log"

    async def tell() -> Pass:
        async with watchman(says(page(b"no such check", status="404 Not Found"))) as server:
            told = settings_for(server, schedule={"ping_url": url}, log_file=file)
            start_log(told, verbose=False)
            return await watched(told, Following(), night(RunStatus.COMPLETED))

    try:
        assert asyncio.run(tell()).status is RunStatus.COMPLETED
    finally:
        stop_log()
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert all("the watchman" in line and "secret" not in line for line in lines)


def test_a_way_out_that_cannot_be_used_disturbs_no_night() -> None:
    """The night itself will say what is wrong with the settings."""

    async def tell() -> Pass:
        wrong = Settings(
            schedule={"ping_url": ADDRESS},  # type: ignore[arg-type] # as in a file
            network={"ca_file": "/nowhere/ca.pem"},  # type: ignore[arg-type]
        )
        return await watched(wrong, Following(), night(RunStatus.COMPLETED))

    assert asyncio.run(tell()).run_id == 1
