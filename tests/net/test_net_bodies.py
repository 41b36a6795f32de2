"""Bodies are bounded on the wire and once decoded, and what could be read is kept."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.net.servers import Ask, Serve, drips, page, says

from perenne.domain.exchanges import Failure, Variant
from perenne.domain.sites import Site
from perenne.net.body import Body, BodyReader, Bounds
from perenne.net.codings import zstd
from perenne.net.library import httpx
from perenne.settings import Limits

pytestmark = pytest.mark.anyio

TEXT = b"une page en clair, " * 500


def raw_deflate(data: bytes) -> bytes:
    """Compress without the header that the name promises."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "wire"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])),
        ("gzip", gzip.compress(TEXT) + b"\0\0\0padding"),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", raw_deflate(TEXT)),
        ("br", brotli.compress(TEXT)),
        ("zstd", zstd.compress(TEXT)),
        ("zstd", zstd.compress(TEXT[:100]) + zstd.compress(TEXT[100:])),
        ("deflate, gzip", gzip.compress(zlib.compress(TEXT))),
        ("identity", TEXT),
        ("utf-8", TEXT),
    ],
    ids=[
        *("gzip", "x-gzip", "members", "padded", "zlib", "raw"),
        *("br", "zstd", "frames", "both", "identity", "charset"),
    ],
)
async def test_what_was_encoded_is_decoded(
    serve: Serve, asking: Ask, variant: Variant, coding: str, wire: bytes
) -> None:
    """In all the ways that servers have of saying it."""
    engine = await asking(await serve(says(page(wire, f"Content-Encoding: {coding}"))))
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert exchange.body == TEXT
    assert (exchange.truncated, exchange.incomplete) == (False, False)


@pytest.mark.parametrize(
    ("coding", "compress"),
    [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstd.compress)],
    ids=["gzip", "br", "zstd"],
)
async def test_a_bomb_costs_nothing(
    serve: Serve, asking: Ask, variant: Variant, coding: str, compress: Callable[[bytes], bytes]
) -> None:
    """Fifty megabytes in fifty kilobytes give the first 256 kB."""
    bomb = compress(b"\0" * 50_000_000)
    engine = await asking(await serve(says(page(bomb, f"Content-Encoding: {coding}"))))
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert len(exchange.body) == 256 * 1024
    assert (exchange.truncated, exchange.incomplete) == (True, False)


async def test_a_long_page_is_cut(serve: Serve, asking: Ask, variant: Variant) -> None:
    """We stop reading at the bound, which is no fault of the page's."""
    engine = await asking(await serve(says(page(b"a" * 300_000))))
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert exchange.body == b"a" * 64 * 1024
    assert (exchange.truncated, exchange.incomplete) == (True, False)


async def test_a_site_may_be_given_more(serve: Serve, asking: Ask) -> None:
    """Where the facts that we need stand far down the page."""
    engine = await asking(await serve(says(page(b"a" * 300_000))))
    exchange = await engine.fetch("http://a.fr/", site=Site(body_kb=512))
    assert (len(exchange.body), exchange.truncated) == (300_000, False)


@pytest.mark.parametrize(
    "wire",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nhalf of it\r\n",
    ],
    ids=["short", "no-last-chunk"],
)
async def test_a_body_that_ends_early_is_incomplete(
    serve: Serve, asking: Ask, variant: Variant, wire: bytes
) -> None:
    """The page answered: its beginning is kept."""
    engine = await asking(await serve(says(wire)))
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert (exchange.status, exchange.failure) == (200, None)
    assert (exchange.body, exchange.incomplete) == (b"half of it", True)


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nhalf of it\r\n"


async def test_a_broken_chunk_ends_a_body(serve: Serve, asking: Ask, variant: Variant) -> None:
    """What came before it is kept."""

    async def breaks(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        writer.write(CHUNKED)
        await writer.drain()
        await asyncio.sleep(0.01)
        writer.write(b"zz\r\n")

    exchange = await (await asking(await serve(breaks))).fetch("http://a.fr/", variant=variant)
    assert (exchange.status, exchange.incomplete) == (200, True)
    assert exchange.body == b"half of it"


async def test_a_chunk_broken_from_the_start_needs_the_second_opinion(
    serve: Serve, asking: Ask
) -> None:
    """The first transport loses an answer whose fault comes in one packet with its headers."""
    engine = await asking(await serve(says(CHUNKED + b"zz\r\n")))
    first = await engine.fetch("http://a.fr/")
    second = await engine.fetch("http://a.fr/", variant=Variant.SECOND)
    assert first.failure is Failure.NOT_HTTP
    assert (second.status, second.incomplete) == (200, True)


async def test_a_body_that_drips_is_cut_by_the_clock(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """The page is alive, and what came in time is kept."""
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
    engine = await asking(await serve(drips(head, b"drop")), limits={"exchange": 0.2})
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert (exchange.status, exchange.incomplete) == (200, True)
    assert exchange.body.startswith(b"dropdrop")


@pytest.mark.parametrize(
    ("coding", "wire", "kept"),
    [
        ("gzip", b"this is no gzip", b""),
        ("gzip", gzip.compress(TEXT)[:-20], None),
        ("br", b"this is no brotli", b""),
        ("br", brotli.compress(TEXT)[:-5], None),
        ("zstd", b"this is no zstd", b""),
        ("zstd", zstd.compress(TEXT)[:-5], None),
        ("compress", b"\x1f\x9d\x90", b""),
    ],
    ids=["not-gzip", "short-gzip", "not-br", "short-br", "not-zstd", "short-zstd", "unheard-of"],
)
async def test_a_bad_encoding_is_incomplete(
    serve: Serve, asking: Ask, variant: Variant, coding: str, wire: bytes, kept: bytes | None
) -> None:
    """What could be decoded is kept."""
    engine = await asking(await serve(says(page(wire, f"Content-Encoding: {coding}"))))
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert (exchange.status, exchange.incomplete) == (200, True)
    assert TEXT.startswith(exchange.body) if kept is None else exchange.body == kept


async def test_a_fault_within_keeps_what_precedes_it() -> None:
    """A member that breaks half way gives its first half."""
    wire = bytearray(gzip.compress(bytes(range(256)) * 2000, compresslevel=0))
    wire[200_000:] = b"\xff" * 50_000
    body = await read(bytes(wire), "gzip", Bounds(10**6, 10**6))
    assert body.incomplete
    assert len(body.data) > 100_000


async def test_thousands_of_empty_members_are_not_followed() -> None:
    """An attack on our time ends after a few."""
    body = await read(gzip.compress(b"") * 3000 + gzip.compress(b"x"), "gzip", Bounds(10**6, 10**6))
    assert body.data == b""


async def test_the_bounds_follow_the_larger_of_limits_and_site() -> None:
    """A site that is given more bytes on the wire is given more once decoded too."""
    assert Bounds.of(Limits(), Site()) == Bounds(64 * 1024, 256 * 1024)
    assert Bounds.of(Limits(), Site(body_kb=32)) == Bounds(64 * 1024, 256 * 1024)
    assert Bounds.of(Limits(), Site(body_kb=128)) == Bounds(128 * 1024, 512 * 1024)


async def read(wire: bytes, coding: str, bounds: Bounds) -> Body:
    """Read a body as it would come from a transport."""
    reader = BodyReader(bounds)
    await reader.read(httpx.Response(200, content=wire))
    return reader.body(coding)


@given(
    data=st.binary(max_size=400),
    coding=st.lists(
        st.sampled_from(["gzip", "deflate", "br", "zstd", "compress", "identity", "?"]), max_size=3
    ),
    bound=st.integers(1, 200),
)
async def test_no_bytes_raise(data: bytes, coding: list[str], bound: int) -> None:
    """Whatever comes, no more than the bound is kept."""
    body = await read(data, ",".join(coding), Bounds(300, bound))
    assert len(body.data) <= bound


@given(data=st.binary(max_size=2000), level=st.integers(0, 9))
async def test_sound_bodies_come_back(data: bytes, level: int) -> None:
    """Whatever was compressed is read whole."""
    wires = {
        "gzip": gzip.compress(data, level),
        "deflate": zlib.compress(data),
        "br": brotli.compress(data, quality=level),
        "zstd": zstd.compress(data, level),
    }
    for coding, wire in wires.items():
        body = await read(wire, coding, Bounds(10_000, 10_000))
        assert (body.data, body.truncated, body.incomplete) == (data, False, False)
