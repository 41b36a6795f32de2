"""Each thing that goes wrong on the wire has its own name, whichever transport saw it."""

from __future__ import annotations

import asyncio
import socket

import pytest
from tests.net.servers import Ask, Behaviour, RawServer, Serve, drips, mute, page, reset, says

from perenne.domain.exchanges import Failure, Variant

pytestmark = pytest.mark.anyio

SOON = {"connect": 0.2, "first_byte": 0.1, "exchange": 2}


async def test_a_page_is_fetched(serve: Serve, asking: Ask, variant: Variant) -> None:
    """An ordinary answer gives status, headers in lower case, and body."""
    server = await serve(says(page(b"bonjour", "X-Thing: 1", "x-thing: 2")))
    engine = await asking(server)
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert (exchange.status, exchange.body, exchange.failure) == (200, b"bonjour", None)
    assert exchange.header("X-Thing") == "1\n2"
    assert exchange.variant is variant
    assert exchange.last.seconds > 0


@pytest.mark.parametrize(
    "path",
    ["/a%e2%80%89b+c:d", "/%7Euser/%41?x=%20+&y=é", "/a//b/(c)'!*;,@&=$|[]", "/x?q={a}^`"],
)
async def test_the_path_is_sent_as_written(
    serve: Serve, asking: Ask, variant: Variant, path: str
) -> None:
    """Escapes keep their letter case, and nothing is escaped that a browser would not."""
    server = await serve(says(page()))
    engine = await asking(server)
    exchange = await engine.fetch(f"http://a.fr{path}", variant=variant)
    assert server.targets == [exchange.final_url.removeprefix("http://a.fr")]
    assert path.partition("?")[0] in server.targets[0]


@pytest.mark.parametrize(
    ("behaviour", "failure"),
    [
        (reset, Failure.RESET),
        (says(b""), Failure.CLOSED),
        (says(b"HTTP/1.1 200 OK\r\nContent-"), Failure.CLOSED),
        (mute, Failure.ANSWER_TIMEOUT),
        (says(b"\x15\x03\x01\x00\x02\x02\x16" * 40), Failure.NOT_HTTP),
    ],
    ids=["reset", "closed", "closed-in-headers", "mute", "garbage"],
)
async def test_an_answer_that_is_none_is_named(
    serve: Serve, asking: Ask, variant: Variant, behaviour: Behaviour, failure: Failure
) -> None:
    """The hop has no status, the failure's name, and the technical cause."""
    server = await serve(behaviour)
    engine = await asking(server, limits=SOON)
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert (exchange.failure, exchange.status) == (failure, None)
    assert exchange.last.detail


@pytest.mark.parametrize(
    "banner", [b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", b"<html><body>HTTP/0.9</body></html>"]
)
@pytest.mark.parametrize(
    ("asked", "failure"),
    [(Variant.PLAIN, Failure.NOT_HTTP), (Variant.SECOND, Failure.CLOSED)],
)
async def test_another_protocol_is_not_http(
    serve: Serve, asking: Ask, banner: bytes, asked: Variant, failure: Failure
) -> None:
    """The second transport waits for an empty line, so that it sees the close alone."""
    engine = await asking(await serve(says(banner)))
    assert (await engine.fetch("http://a.fr/", variant=asked)).failure is failure


async def test_headers_that_drip_are_no_answer(serve: Serve, asking: Ask, variant: Variant) -> None:
    """A server that sends a header byte now and then cannot outlast the exchange."""
    server = await serve(drips(b"HTTP/1.1 200 OK\r\nX: ", b"x"))
    engine = await asking(server, limits={"first_byte": 0.1, "exchange": 0.2})
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert exchange.failure is Failure.ANSWER_TIMEOUT
    assert len(server.heads) == 1


async def test_nobody_at_the_port_is_refused(asking: Ask, variant: Variant) -> None:
    """A port where nobody listens refuses."""
    gone = RawServer(mute)
    await gone.start(None)
    await gone.stop()
    engine = await asking(gone)
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert exchange.failure is Failure.REFUSED


async def test_a_full_backlog_is_a_connection_not_made_in_time(
    asking: Ask, variant: Variant
) -> None:
    """A machine that does not answer our packets costs the connection limit, no more."""
    with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for filler in (first, second):
            filler.setblocking(False)
            filler.connect_ex(listener.getsockname())
        full = RawServer(mute)
        full.port = listener.getsockname()[1]
        engine = await asking(full, limits=SOON)
        exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert exchange.failure is Failure.CONNECT_TIMEOUT


async def test_both_addresses_of_a_host_are_tried(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """A host is alive when one of its addresses is."""
    server = await serve(says(page()))
    dead = RawServer(mute)
    await dead.start(None)
    await dead.stop()
    resolve = [f"a.fr:80:127.0.0.1:{dead.port}", f"a.fr:80:127.0.0.2:{dead.port}"]
    network = {"resolve": [*resolve, f"a.fr:80:127.0.0.1:{server.port}"]}
    engine = await asking(network=network)
    assert (await engine.fetch("http://a.fr/", variant=variant)).status == 200


async def test_a_connection_that_breaks_is_tried_again(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """What passes at the second try was nothing."""
    server = await serve(says(b"", page()))
    engine = await asking(server)
    assert (await engine.fetch("http://a.fr/", variant=variant)).status == 200
    assert server.connections == 2


async def test_the_tries_are_counted(serve: Serve, asking: Ask, variant: Variant) -> None:
    """No library repeats a request on top of ours."""
    server = await serve(says(b""))
    engine = await asking(server, limits={"tries": 3})
    assert (await engine.fetch("http://a.fr/", variant=variant)).failure is Failure.CLOSED
    assert server.connections == 3


async def test_a_name_that_shall_not_exist_does_not(asking: Ask, variant: Variant) -> None:
    """The log tells a configured absence from a real one."""
    engine = await asking()
    exchange = await engine.fetch("https://nulle-part.fr/", variant=variant)
    assert exchange.failure is Failure.DNS_NXDOMAIN
    assert "network.resolve" in exchange.last.detail


async def test_long_headers_are_read(serve: Serve, asking: Ask, variant: Variant) -> None:
    """Sites with a header of 20 kB live."""
    server = await serve(says(page(b"x", f"Content-Security-Policy: {'a' * 20_000}")))
    engine = await asking(server)
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert len(exchange.header("content-security-policy")) == 20_000


async def test_too_many_headers_are_cut(serve: Serve, asking: Ask, variant: Variant) -> None:
    """The first 200 headers are kept, and the page is alive."""
    many = [f"X-{n}: v" for n in range(210)]
    server = await serve(says(page(b"x", *many)))
    engine = await asking(server)
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert exchange.status == 200
    assert 150 < len(exchange.last.headers) <= 200


async def test_statuses_beyond_the_book_are_answers(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """999 and its like are for the rules to judge."""
    server = await serve(says(page(b"", status="999 Request denied")))
    engine = await asking(server)
    assert (await engine.fetch("http://a.fr/", variant=variant)).status == 999


async def test_early_hints_are_skipped(serve: Serve, asking: Ask, variant: Variant) -> None:
    """A 103 before the answer is not the answer."""
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"
    server = await serve(says(hints + page(b"here")))
    engine = await asking(server)
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert (exchange.status, exchange.body) == (200, b"here")


@pytest.mark.parametrize(
    ("url", "code"),
    [("http://exa mple.fr/", "url_invalid"), ("ftp://a.fr/", "url_scheme"), ("", "url_invalid")],
)
async def test_no_url_raises(asking: Ask, url: str, code: str) -> None:
    """Even what should never have come here gives an exchange."""
    exchange = await (await asking()).fetch(url)
    assert (exchange.failure, exchange.last.detail) == (Failure.ADDRESS_FORBIDDEN, code)


async def test_credentials_are_neither_sent_nor_kept(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """A password that someone left in a dossier stays there."""
    server = await serve(says(page()))
    engine = await asking(server)
    exchange = await engine.fetch("http://me:secret@a.fr/x", variant=variant)
    assert exchange.final_url == "http://a.fr/x"
    assert "uthorization" not in server.heads[0]


async def test_being_cancelled_is_the_only_thing_that_passes(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """An interrupted run does not take its interruption for a site's fault."""
    server = await serve(mute)
    engine = await asking(server)
    fetching = asyncio.ensure_future(engine.fetch("http://a.fr/", variant=variant))
    await server.asked.wait()
    fetching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await fetching
