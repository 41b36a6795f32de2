"""How long an exchange may take, and what it means when it takes longer."""

from __future__ import annotations

import asyncio

import pytest
from tests.net.servers import Ask, Serve, mute, page, redirect, says

from perenne.domain.exchanges import Failure, Variant
from perenne.net.times import Budget
from perenne.settings import Limits

pytestmark = pytest.mark.anyio


async def test_a_link_without_time_left_is_not_asked_for(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """That is no fault of the site's."""
    server = await serve(says(page()))
    exchange = await (await asking(server)).fetch("http://a.fr/", variant=variant, seconds_left=0)
    assert exchange.failure is Failure.BUDGET_SPENT
    assert server.connections == 0


async def test_our_hurry_is_not_the_sites_slowness(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """A site that had less time than it is due did not fail."""
    engine = await asking(await serve(mute))
    exchange = await engine.fetch("http://a.fr/", variant=variant, seconds_left=0.05)
    assert exchange.failure is Failure.BUDGET_SPENT


async def test_the_limit_holds_for_all_hops_together(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """A chain that takes its time at each hop is slow."""

    async def slow(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.03)
        writer.write(redirect(f"/{len(server.heads)}"))

    server = await serve(slow)
    engine = await asking(server, limits={"exchange": 0.1})
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert exchange.failure is Failure.ANSWER_TIMEOUT
    assert "more than 0.1 s" in exchange.last.detail
    assert 2 <= len(exchange.hops) <= 5


async def test_waiting_at_the_gate_is_not_the_exchanges_time() -> None:
    """Only what happens on the wire is."""
    budget = Budget(Limits(exchange=0.05), seconds_left=10)
    await asyncio.sleep(0.06)
    async with budget.running():
        await asyncio.sleep(0)
    with pytest.raises(TimeoutError):
        async with budget.running():
            await asyncio.sleep(5)
    assert budget.overrun()[0] is Failure.ANSWER_TIMEOUT


async def test_the_links_time_ends_for_everything() -> None:
    """Even within the exchange's limit."""
    budget = Budget(Limits(exchange=20), seconds_left=0.02)
    with pytest.raises(TimeoutError):
        async with budget.running():
            await asyncio.sleep(5)
    assert budget.overrun()[0] is Failure.BUDGET_SPENT
    assert budget.link_left == pytest.approx(0, abs=0.001)


def test_a_link_has_its_limit_where_nothing_is_said() -> None:
    """As the settings have it."""
    assert Budget(Limits(link=60), None).link_left == pytest.approx(60, abs=1)
