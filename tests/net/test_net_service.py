"""The client of services: one request, one reply, and codes for everything else."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import pytest
from tests.net.servers import (
    Behaviour,
    RawServer,
    Serve,
    drips,
    mute,
    page,
    redirect,
    says,
    settings_for,
)

from perenne.net import service
from perenne.net.body import Bounds
from perenne.net.service import Reply, ServiceClient, ServiceError

pytestmark = pytest.mark.anyio


async def client_of(stack: AsyncExitStack, *servers: RawServer, proxy: str = "") -> ServiceClient:
    """Open a client for which the servers are a.fr, b.fr …; it does not wait between tries."""
    settings = settings_for(*servers, network={"proxy": proxy, "contact": "a@b.fr"})
    return await stack.enter_async_context(ServiceClient(settings, retry_wait=0))


async def test_a_reply_has_status_headers_and_text(serve: Serve, stack: AsyncExitStack) -> None:
    """Whatever its status; parameters and headers are sent, and the name that we go by."""
    body = '{"état": 1}'.encode("latin-1")
    server = await serve(
        says(page(body, "Content-Type: text/plain; charset=latin-1", status="404 No"))
    )
    client = await client_of(stack, server)
    reply = await client.request(
        "GET",
        "http://a.fr/q",
        params={"url": "http://b.fr/é?x"},
        headers={"Authorization": "LOW k"},
    )
    assert (reply.status, reply.text) == (404, '{"état": 1}')
    assert reply.headers["content-length"] == str(len(body))
    assert server.targets == ["/q?url=http%3A%2F%2Fb.fr%2F%C3%A9%3Fx"]
    head = server.heads[0].lower()
    assert "authorization: low k\r\n" in head
    assert "+a@b.fr)" in head


async def test_an_unheard_of_charset_is_read_as_utf8(serve: Serve, stack: AsyncExitStack) -> None:
    """What cannot be read is replaced."""
    server = await serve(
        says(
            page(
                "é\udcff".encode("utf-8", "surrogateescape"), "Content-Type: text/plain; charset=x"
            )
        )
    )
    client = await client_of(stack, server)
    assert (await client.request("GET", "http://a.fr/")).text == "é\N{REPLACEMENT CHARACTER}"


async def test_a_form_is_posted(serve: Serve, stack: AsyncExitStack) -> None:
    """As a browser would."""
    posted = []

    async def keep(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        length = int(head.lower().partition("content-length: ")[2].partition("\r\n")[0])
        posted.append(await reader.readexactly(length))
        writer.write(page(b"{}"))

    server = await serve(keep)
    client = await client_of(stack, server)
    reply = await client.request(
        "POST", "http://a.fr/save", form={"url": "http://b.fr/?é", "x": "1"}
    )
    assert isinstance(reply, Reply)
    assert posted == [b"url=http%3A%2F%2Fb.fr%2F%3F%C3%A9&x=1"]
    assert "content-type: application/x-www-form-urlencoded" in server.heads[0].lower()


async def test_a_get_is_tried_three_times(serve: Serve, stack: AsyncExitStack) -> None:
    """When the failure may pass."""
    server = await serve(says(b"", b"", page(b"at last")))
    client = await client_of(stack, server)
    assert (await client.request("GET", "http://a.fr/")).text == "at last"
    assert server.connections == 3


async def test_nothing_else_is_repeated(serve: Serve, stack: AsyncExitStack) -> None:
    """A POST whose answer was lost may have been understood."""
    server = await serve(says(b""))
    client = await client_of(stack, server)
    with pytest.raises(ServiceError, match="closed"):
        await client.request("POST", "http://a.fr/", form={"key": "secret"})
    assert server.connections == 1


@pytest.mark.parametrize(
    ("behaviour", "code", "tries"),
    [
        (says(b"SSH-2.0\r\n"), "not_http", 1),
        (says(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"), "cut_short", 1),
        (mute, "answer_timeout", 3),
        (drips(b"HTTP/1.1 200 OK\r\n\r\n", b"x"), "answer_timeout", 3),
    ],
)
async def test_each_failure_has_a_code(
    serve: Serve, stack: AsyncExitStack, behaviour: Behaviour, code: str, tries: int
) -> None:
    """And no error holds what was sent."""
    server = await serve(behaviour)
    client = await client_of(stack, server)
    with pytest.raises(ServiceError) as caught:
        await client.request(
            "GET", "http://a.fr/", headers={"Authorization": "LOW secret"}, timeout=0.05
        )
    assert caught.value.code == code
    assert server.connections == tries
    assert "secret" not in repr(caught.value) + str(caught.value.__cause__)


async def test_no_such_host_is_not_tried_again(stack: AsyncExitStack) -> None:
    """Names do not pass."""
    client = await client_of(stack)
    with pytest.raises(ServiceError, match="dns_nxdomain"):
        await client.request("GET", "http://a.fr/")


async def test_what_is_no_url_is_a_fault_of_the_settings(stack: AsyncExitStack) -> None:
    """With a code of its own."""
    client = await client_of(stack)
    for url in ("http://[", "nothing", "ftp://a.fr/"):
        with pytest.raises(ServiceError, match="bad_url"):
            await client.request("GET", url)


async def test_redirects_are_replies(serve: Serve, stack: AsyncExitStack) -> None:
    """The archive says where a copy is by one."""
    client = await client_of(stack, await serve(says(redirect("/web/2026"))))
    reply = await client.request("GET", "http://a.fr/")
    assert (reply.status, reply.headers["location"]) == (302, "/web/2026")


async def test_an_endless_reply_is_too_long(serve: Serve, stack: AsyncExitStack) -> None:
    """It is read up to a bound."""
    assert Bounds(wire=8 * 1024**2, decoded=32 * 1024**2) == service.BOUNDS
    client = await client_of(stack, await serve(says(page(b"x" * (8 * 1024**2 + 1)))))
    with pytest.raises(ServiceError, match="too_long"):
        await client.request("GET", "http://a.fr/")


async def test_a_service_on_this_machine_is_not_refused(
    serve: Serve, stack: AsyncExitStack
) -> None:
    """The administrator named it, and a proxy would not reach it."""
    server, proxy = await serve(says(page(b"here"))), await serve(says(page(b"proxy")))
    client = await client_of(stack, proxy=f"http://127.0.0.1:{proxy.port}")
    assert (await client.request("GET", f"http://127.0.0.1:{server.port}/")).text == "here"


async def test_the_proxy_is_used(serve: Serve, stack: AsyncExitStack) -> None:
    """By all that goes out."""
    proxy = await serve(says(page(b"proxy")))
    settings = settings_for(network={"resolve": (), "proxy": f"http://127.0.0.1:{proxy.port}"})
    client = await stack.enter_async_context(ServiceClient(settings))
    assert (await client.request("GET", "http://archive.fr/x")).text == "proxy"
    assert proxy.targets == ["http://archive.fr/x"]


@pytest.mark.parametrize(("wire", "truncated"), [(64, True), (100, False)])
async def test_the_first_bytes_may_be_enough(
    serve: Serve, stack: AsyncExitStack, wire: int, truncated: bool
) -> None:
    """Then a longer reply is cut, and says so; a shorter one is whole."""
    client = await client_of(stack, await serve(says(page(b"x" * 100))))
    reply = await client.request("GET", "http://a.fr/", first=Bounds(wire, 1000))
    assert (reply.body, reply.truncated) == (b"x" * wire, truncated)
