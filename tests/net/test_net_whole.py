"""Whole answers are kept as they came on the wire, every hop, within a bound."""

from __future__ import annotations

import asyncio
import gzip
import os
import tracemalloc
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.net import certificates
from tests.net.servers import Ask, Behaviour, Serve, drips, mute, page, redirect, says
from tests.net.test_net_proxies import through, tunnel

from perenne.domain.exchanges import Failure, Variant
from perenne.domain.sites import Login, Site
from perenne.net.recording import Recording
from perenne.net.whole import Whole

pytestmark = pytest.mark.anyio

MOST = 1_000_000
CHUNKED = (
    b"HTTP/1.1 200 Voil\xe0\r\nx-Odd:  two  spaces \r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n5;ext=1\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: x\r\n\r\n"
)


def raw(whole: Whole) -> list[bytes]:
    """Return what was received, hop by hop."""
    return [bytes(_kept(each).received.read()) for each in whole.recordings]


def _kept(recording: Recording | None) -> Recording:
    assert recording is not None
    return recording


def last(whole: Whole) -> Recording:
    """Return what was kept of the page."""
    return _kept(whole.recordings[-1])


@pytest.mark.parametrize(
    "answer",
    [
        CHUNKED,
        page(gzip.compress(b"hello " * 9_000, mtime=0), "Content-Encoding: gzip", "X-A: caf\xe9"),
        b"HTTP/1.0 200 OK\nServer : odd\n\nuntil the end",
        page(b"a" * 700_000),
        page(b""),
    ],
    ids=["chunked", "gzip", "old-and-odd", "in-a-file", "empty"],
)
async def test_what_came_is_kept_byte_for_byte(serve: Serve, asking: Ask, answer: bytes) -> None:
    """Reason, letter case, blanks, chunks and codings, whatever libraries make of them."""
    server = await serve(says(answer))
    engine = await asking(server)
    whole = await engine.fetch_whole("http://a.fr/p?q=%C3%A9#part", most=MOST)
    assert raw(whole) == [answer]
    assert (last(whole).whole, last(whole).too_long) == (True, False)
    assert last(whole).sent.decode() == server.heads[0]
    assert server.targets == ["/p?q=%C3%A9"]
    assert last(whole).peer == "127.0.0.1"
    whole.close()


async def test_what_is_judged_is_what_a_check_sees(serve: Serve, asking: Ask) -> None:
    """The first decoded bytes, and the same headers."""
    long = page(gzip.compress(b"hello " * 90_000), "Content-Encoding: gzip")
    for answer in (CHUNKED, long, page(b"a" * 90_000)):
        engine = await asking(await serve(says(answer)))
        seen = await engine.fetch("http://a.fr/", variant=Variant.PLAIN)
        whole = await engine.fetch_whole("http://a.fr/", most=MOST)
        assert whole.exchange.body == seen.body
        assert whole.exchange.last.headers == seen.last.headers
        assert (whole.exchange.truncated, whole.exchange.incomplete) == (seen.truncated, False)
        whole.close()


async def test_the_payload_is_summed_without_its_chunks(serve: Serve, asking: Ask) -> None:
    """Two servers that cut a page differently sent the same page."""
    for answer in (CHUNKED, page(b"hello world")):
        engine = await asking(await serve(says(answer)))
        whole = await engine.fetch_whole("http://a.fr/", most=MOST)
        assert last(whole).size == len(b"hello world")
        assert last(whole).digest == sha256(b"hello world").hexdigest()
        whole.close()


async def test_neither_what_comes_before_nor_after_the_answer_is_kept(
    serve: Serve, asking: Ask
) -> None:
    """Interim heads are none of its, nor is what a server says after its end."""
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    answer = page(b"hello")
    engine = await asking(await serve(says(early + early + answer + b"and more")))
    whole = await engine.fetch_whole("http://a.fr/", most=MOST)
    assert raw(whole) == [answer]
    whole.close()


async def test_every_hop_of_a_chain_is_kept_with_its_cookies(serve: Serve, asking: Ask) -> None:
    """The bodies of redirects too."""
    first = b"HTTP/1.1 302 F\r\nLocation: /b\r\nSet-Cookie: s=1\r\nContent-Length: 4\r\n\r\nmove"
    server = await serve(says(first, redirect("http://b.fr/c", "Content-Length: 0")))
    other = await serve(says(CHUNKED))
    engine = await asking(server, other)
    whole = await engine.fetch_whole("http://a.fr/a", most=MOST)
    assert raw(whole) == [first, redirect("http://b.fr/c", "Content-Length: 0"), CHUNKED]
    assert [hop.url for hop in whole.exchange.hops] == [
        "http://a.fr/a",
        "http://a.fr/b",
        "http://b.fr/c",
    ]
    sent = [_kept(each).sent for each in whole.recordings]
    assert [b"Cookie: s=1" in each for each in sent] == [False, True, False]
    whole.close()


async def test_within_tls_it_is_kept_in_clear(
    serve: Serve, asking: Ask, network: dict[str, Any]
) -> None:
    """Nothing of the handshake."""
    server = await serve(says(CHUNKED), certificates.sound())
    engine = await asking(server, network=network)
    whole = await engine.fetch_whole("https://a.fr/", most=MOST)
    assert raw(whole) == [CHUNKED]
    assert last(whole).sent.startswith(b"GET / HTTP/1.1\r\nHost: a.fr\r\n")
    whole.close()


async def test_a_forgotten_intermediate_can_be_looked_behind(
    serve: Serve, asking: Ask, network: dict[str, Any]
) -> None:
    """As browsers do, which find it by themselves."""
    server = await serve(says(page(b"hello")), certificates.unknown_authority())
    engine = await asking(server, network=network)
    refused = await engine.fetch_whole("https://a.fr/", most=MOST)
    assert refused.exchange.failure is Failure.TLS_UNKNOWN_CA
    assert refused.recordings == (None,)
    whole = await engine.fetch_whole("https://a.fr/", most=MOST, variant=Variant.UNVERIFIED)
    assert raw(whole) == [page(b"hello")]
    whole.close()


async def test_what_is_said_to_a_proxy_is_not_kept(
    serve: Serve, asking: Ask, tmp_path: Path
) -> None:
    """Neither its password, nor its address, nor the opening of a tunnel."""
    ca_file = tmp_path / "authority.pem"
    ca_file.write_bytes(certificates.AUTHORITY.cert_pem.bytes())
    proxy = await serve(says(page(b"by proxy")))
    engine = await asking(network=through(proxy))
    plain = await engine.fetch_whole("http://nulle-part.fr/a", most=MOST)
    assert "proxy-authorization" in proxy.heads[0].lower()
    assert b"roxy-" not in last(plain).sent
    assert last(plain).sent.endswith(b"\r\n\r\n")

    server = await serve(says(CHUNKED), certificates.sound())
    engine = await asking(network=through(await serve(tunnel(server.port)), ca_file=ca_file))
    secure = await engine.fetch_whole("https://a.fr/", most=MOST)
    assert raw(secure) == [CHUNKED]
    assert b"CONNECT" not in last(secure).sent
    for whole in (plain, secure):
        assert last(whole).peer == ""
        whole.close()


async def test_no_login_goes_along(serve: Serve, asking: Ask, network: dict[str, Any]) -> None:
    """What a subscription opens is never copied."""
    site = Site("a.fr", login=Login("a.fr", (("Cookie", "abo=secret"),)))
    server = await serve(says(page()), certificates.sound())
    engine = await asking(server, network=network)
    whole = await engine.fetch_whole("https://a.fr/", most=MOST, site=site)
    await engine.fetch("https://a.fr/", site=site)
    assert ["secret" in head for head in server.heads] == [False, True]
    assert not whole.exchange.last.logged_in
    whole.close()


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://b.fr:22/", "http://10.0.0.1/"])
async def test_no_redirect_leads_where_no_request_may_go(
    serve: Serve, asking: Ask, address: str
) -> None:
    """The guard stands before whole answers too."""
    engine = await asking(await serve(says(redirect(address))))
    whole = await engine.fetch_whole("http://a.fr/", most=MOST)
    assert whole.exchange.failure in (Failure.ADDRESS_FORBIDDEN, Failure.PORT_FORBIDDEN)
    assert whole.recordings[-1] is None
    whole.close()


async def test_what_announces_itself_as_too_long_is_left_at_once(serve: Serve, asking: Ask) -> None:
    """Once there is enough of it to be judged."""
    sent = 0

    async def behave(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 60000000\r\n\r\n")
        while True:
            writer.write(b"x" * 10_000)
            await writer.drain()
            sent += 10_000

    engine = await asking(await serve(behave))
    whole = await engine.fetch_whole("http://a.fr/", most=50_000_000)
    assert (last(whole).too_long, last(whole).whole) == (True, False)
    assert whole.exchange.body == b"x" * 64 * 1024
    assert last(whole).length < 500_000
    assert sent < 10_000_000, "what the sockets hold"
    whole.close()


@pytest.mark.parametrize(
    "drop", [b"1000\r\n" + b"x" * 4096 + b"\r\n", b"1;" + b"e" * 4000 + b"\r\nx\r\n"]
)
async def test_what_never_ends_is_left_at_the_bound(serve: Serve, asking: Ask, drop: bytes) -> None:
    """Counted on the wire: what chunks say beside what they carry is kept as well."""
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    engine = await asking(await serve(drips(head, drop * 20)))
    whole = await engine.fetch_whole("http://a.fr/", most=300_000)
    assert (last(whole).too_long, last(whole).whole) == (True, False)
    assert 300_000 < last(whole).length < 400_000
    whole.close()


def long_document(length: int) -> Behaviour:
    """Send so many bytes, piece by piece."""

    async def behave(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % length)
        for _ in range(length // 100_000):
            writer.write(b"x" * 100_000)
            await writer.drain()

    return behave


async def test_a_long_document_fills_no_memory(serve: Serve, asking: Ask, tmp_path: Path) -> None:
    """It goes to a file that has no name."""
    settled = {"limits": {"exchange": 120, "link": 120}}
    engine = await asking(await serve(long_document(40_000_000)), folder=tmp_path, **settled)
    tracemalloc.start()
    whole = await engine.fetch_whole("http://a.fr/", most=50_000_000)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert last(whole).whole
    assert last(whole).size == 40_000_000
    assert peak < 5_000_000
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - nothing blocks here
    whole.close()


async def test_an_answer_that_is_cut_is_told(serve: Serve, asking: Ask) -> None:
    """By its length, or by its chunks; what came is kept."""
    cut = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello"
    for answer in (cut, CHUNKED[:-20]):
        engine = await asking(await serve(says(answer)))
        whole = await engine.fetch_whole("http://a.fr/", most=MOST)
        assert raw(whole) == [answer]
        assert not last(whole).whole
        assert whole.exchange.incomplete
        whole.close()


async def test_a_disk_that_takes_nothing_is_no_fault_of_the_page(
    serve: Serve, asking: Ask, tmp_path: Path
) -> None:
    """The page is judged as ever; what could not be kept is told apart."""
    engine = await asking(await serve(long_document(900_000)), folder=tmp_path / "gone")
    whole = await engine.fetch_whole("http://a.fr/", most=MOST)
    assert (whole.exchange.status, whole.exchange.failure) == (200, None)
    assert isinstance(last(whole).trouble, FileNotFoundError)
    assert not last(whole).whole
    whole.close()


async def test_whoever_gives_up_leaves_nothing_open(
    serve: Serve, asking: Ask, tmp_path: Path
) -> None:
    """An open file that is forgotten makes this test fail by itself."""
    dripping = drips(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 60_000)
    server = await serve(dripping)
    first = await serve(says(redirect("http://b.fr/", "Content-Length: 0")))
    engine = await asking(first, server, folder=tmp_path)
    asked = asyncio.ensure_future(engine.fetch_whole("http://a.fr/", most=10**9))
    await server.asked.wait()
    for _ in range(50):
        await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked


async def test_a_site_that_says_nothing_gives_nothing(serve: Serve, asking: Ask) -> None:
    """Nor does an address of which no request can be made."""
    engine = await asking(await serve(mute), limits={"first_byte": 0.1})
    for url in ("http://a.fr/", "http://", "http://nulle-part.fr/"):
        whole = await engine.fetch_whole(url, most=MOST)
        assert whole.recordings == (None,)
        assert whole.exchange.failure is not None
        whole.close()
