"""Lengths that lie, chunks that break, codings that are none."""

from __future__ import annotations

import gzip

import brotli
import pytest
from tests.net.hostile.judging import HEAD, TEXT, Judge, endless
from tests.net.servers import drips, page, says

from perenne.net.codings import zstd

pytestmark = pytest.mark.anyio

HTML = "Content-Type: text/html"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
CHUNK = b"%x\r\n" % len(TEXT) + TEXT + b"\r\n"
LENGTH = b"Content-Length: %d\r\n" % len(TEXT)


@pytest.mark.parametrize(
    "wire",
    [
        HEAD + LENGTH + LENGTH + b"\r\n" + TEXT,
        HEAD + b"Content-Length: %d, %d\r\n\r\n" % (len(TEXT), len(TEXT)) + TEXT,
        HEAD + b"Content-Length: 999999\r\n\r\n" + TEXT,
        HEAD + b"Content-Length: 900\r\n\r\n" + TEXT,
        HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNK + b"0\r\n\r\n",
        HEAD + b"Transfer-Encoding: banana\r\n\r\n" + TEXT,
        CHUNKED + CHUNK + b"zz\r\nhello\r\n0\r\n\r\n",
        CHUNKED + CHUNK + b"ffffffffffffffffffff\r\nhello",
        CHUNKED + CHUNK,
        page(TEXT, HTML, "Content-Encoding: utf-8"),
    ],
    ids=[
        *("twice", "list", "too-long", "too-short", "and-chunked", "unheard-of"),
        *("bad-chunk", "huge-chunk", "no-last-chunk", "coding-is-a-charset"),
    ],
)
async def test_a_page_that_can_be_read_is_alive(judge: Judge, wire: bytes) -> None:
    """Whatever its server says of its length."""
    assert (await judge(says(wire))).told == "ok http_ok"


@pytest.mark.parametrize(
    "field",
    [
        *(b"Content-Length: abc", b"Content-Length:", b"Content-Length: -1"),
        *(b"Content-Length: +%d" % len(TEXT), b"Content-Length: %d bytes" % len(TEXT)),
        *(b"Transfer-Encoding: identity", LENGTH + b"Transfer-Encoding: identity"),
    ],
)
async def test_a_length_that_is_none_is_as_good_as_left_out(judge: Judge, field: bytes) -> None:
    """The page then ends with its connection, as browsers have it."""
    assert (await judge(says(HEAD + field + b"\r\n\r\n" + TEXT))).told == "ok http_ok"


@pytest.mark.parametrize(
    "wire",
    [
        HEAD + LENGTH + b"Content-Length: 5\r\n\r\n" + TEXT,
        HEAD + b"Content-Length: 99999999999999999999999999\r\n\r\n" + TEXT,
    ],
    ids=["two-lengths", "beyond-numbers"],
)
async def test_lengths_that_contradict_are_refused_as_browsers_do(
    judge: Judge, wire: bytes
) -> None:
    """Nobody knows where such an answer ends (RFC 9112 §6.3)."""
    assert (await judge(says(wire))).told == "server_error not_http"


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
async def test_a_page_whose_coding_is_a_lie_is_not_called_dead(judge: Judge, coding: str) -> None:
    """Nothing can be read of it, which is not the same as nothing being there."""
    seen = await judge(says(page(TEXT, HTML, f"Content-Encoding: {coding}")))
    assert seen.told == "doubtful empty_answer"


@pytest.mark.parametrize("many", ["gzip", "identity"])
async def test_thousands_of_codings_cost_nothing(judge: Judge, many: str) -> None:
    """Each is looked at once, on ever less."""
    seen = await judge(says(page(TEXT, HTML, f"Content-Encoding: {','.join([many] * 5000)}")))
    assert seen.told in ("ok http_ok", "doubtful empty_answer")
    assert seen.seconds < 2


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", gzip.compress(b"\0" * 50_000_000)),
        ("gzip, gzip", gzip.compress(gzip.compress(b"\0" * 50_000_000))),
        ("br", brotli.compress(b"\0" * 50_000_000, quality=4)),
        ("zstd", zstd.compress(b"\0" * 50_000_000)),
    ],
    ids=["gzip", "gzip-in-gzip", "br", "zstd"],
)
async def test_a_bomb_proves_nothing(judge: Judge, coding: str, bomb: bytes) -> None:
    """We left it before its end: what follows its blank beginning is not known."""
    seen = await judge(says(page(bomb, HTML, f"Content-Encoding: {coding}")))
    assert seen.told == "doubtful empty_answer"
    assert seen.seconds < 2


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (HEAD + b"\r\n" + TEXT, b"x" * 65_536),
        (HEAD + b"Content-Length: 99999999999\r\n\r\n" + TEXT, b"x" * 65_536),
        (CHUNKED + CHUNK, b"1\r\nx\r\n" * 1000),
        (CHUNKED + CHUNK + b"5;", b"x" * 65_536),
        (CHUNKED + CHUNK + b"1", b"1" * 65_536),
        (CHUNKED + CHUNK + b"0\r\n", b"X: y\r\n" * 1000),
    ],
    ids=["body", "sized-body", "tiny-chunks", "chunk-extension", "chunk-size", "trailers"],
)
async def test_a_page_without_end_is_alive(judge: Judge, head: bytes, drop: bytes) -> None:
    """What was read of it up to the bounds looks like a page."""
    assert (await judge(endless(head, drop))).told == "ok http_ok"


async def test_a_page_that_drips_is_alive(judge: Judge) -> None:
    """Its beginning is judged when the exchange's time is over."""
    seen = await judge(drips(HEAD + b"Content-Length: 1000000\r\n\r\n" + TEXT, b"x"))
    assert seen.told == "ok http_ok"
    assert seen.seconds < 2
