"""Connections that break at every step, and handshakes that stall."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.net import certificates
from tests.net.hostile.judging import HEAD, SIZED, TEXT, Judge, judged
from tests.net.servers import Ask, Behaviour, Serve, drips, mute, page, reset, says

from perenne.domain.exchanges import Failure, Variant

pytestmark = pytest.mark.anyio


def cut_after(start: bytes) -> Behaviour:
    """Send the start of an answer, then reset the connection once it has left."""

    async def behave(head: str, reader: object, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        await writer.drain()
        await asyncio.sleep(0.02)  # else the reset overtakes what was sent
        await reset(head, reader, writer)  # type: ignore[arg-type] # it reads nothing

    return behave


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (b"", "refused reset"),
        (b"HTTP/1.", "refused reset"),
        (HEAD + b"Content-Le", "refused reset"),
        (HEAD + b"Content-Length: 5000\r\n\r\n", "doubtful empty_answer"),
        (HEAD + b"Content-Length: 5000\r\n\r\n" + TEXT, "ok http_ok"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n1388\r\n" + TEXT, "ok http_ok"),
        (HEAD + b"\r\n" + TEXT, "ok http_ok"),
        (SIZED, "ok http_ok"),
    ],
    ids=["at-once", "status", "headers", "before-body", "body", "chunk", "unsized", "after-it"],
)
async def test_a_reset_at_any_step_has_its_verdict(judge: Judge, start: bytes, told: str) -> None:
    """Before the answer it is a refusal; within the body, what came is judged."""
    assert (await judge(cut_after(start))).told == told


async def test_a_reset_leaves_no_word_on_the_terminal(serve: Serve) -> None:
    """An exception that nobody takes would be written there, with its traceback."""
    found: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: found.append(context))
    await judged(await serve(cut_after(HEAD + b"\r\n" + TEXT)))
    await judged(await serve(cut_after(HEAD + b"Content-Length: 5000\r\n\r\n" + TEXT)))
    asyncio.get_running_loop().set_exception_handler(None)
    assert found == []


HELLO = b"\x16\x03\x03\x20\x00\x02\x00\x1f\xfc\x03\x03"
"""The first bytes of a server's hello that announces eight thousand more."""


@pytest.mark.parametrize("greeting", [b"", HELLO, HELLO + b"\0" * 600], ids=["0", "11", "611"])
async def test_a_handshake_that_stalls_costs_the_connection_limit(
    serve: Serve, asking: Ask, variant: Variant, greeting: bytes
) -> None:
    """At whatever byte; nothing was asked, so that it is no slow answer."""
    server = await serve(says(b""))
    server.greeting = greeting
    engine = await asking(server, limits={"connect": 0.2, "tries": 1})
    exchange = await engine.fetch("https://a.fr/", variant=variant)
    assert exchange.failure is Failure.CONNECT_TIMEOUT
    assert server.heads == []


async def test_a_server_that_is_mute_behind_its_handshake_is_slow(
    serve: Serve, asking: Ask, variant: Variant, network: dict[str, Any]
) -> None:
    """It costs the answer's limit."""
    server = await serve(mute, certificates.sound())
    engine = await asking(server, network=network, limits={"first_byte": 0.1})
    exchange = await engine.fetch("https://a.fr/", variant=variant)
    assert exchange.failure is Failure.ANSWER_TIMEOUT


@pytest.mark.parametrize("behaviour", [says(page(b"x" * 200_000)), drips(HEAD + b"\r\n", b"x")])
async def test_leaving_a_secure_page_early_waits_for_nobody(
    serve: Serve, asking: Ask, variant: Variant, network: dict[str, Any], behaviour: Behaviour
) -> None:
    """No farewell is waited for from a server that still sends."""
    server = await serve(behaviour, certificates.sound())
    engine = await asking(server, network=network, limits={"exchange": 0.3})
    async with asyncio.timeout(3):
        exchange = await engine.fetch("https://a.fr/", variant=variant)
    assert exchange.status == 200
