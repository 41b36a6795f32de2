"""Heads that are too long, too many or badly written: what a browser shows is alive."""

from __future__ import annotations

import pytest
from tests.net.hostile.judging import HEAD, SIZED, TEXT, Judge, endless
from tests.net.servers import page, says

pytestmark = pytest.mark.anyio

HTML = "Content-Type: text/html"
LENGTH = b"Content-Length: %d\r\n" % len(TEXT)


@pytest.mark.parametrize(
    ("wire", "asked"),
    [
        (page(TEXT, HTML, f"X-Big: {'a' * 120_000}"), 1),
        (page(TEXT, HTML, *(f"X-{n}: {'a' * 600}" for n in range(200))), 1),
        (page(TEXT, HTML, *(f"X-{n}: a" for n in range(5_000))), 2),
        (page(TEXT, HTML, *(f"Set-Cookie: a{n}=b" for n in range(200))), 1),
    ],
    ids=["one-of-120-kB", "120-kB-in-200", "five-thousand", "200-cookies"],
)
async def test_a_page_behind_a_monstrous_head_is_alive(
    judge: Judge, wire: bytes, asked: int
) -> None:
    """Where the first library gives up, the second opinion reads it."""
    seen = await judge(says(wire))
    assert seen.told == "ok http_ok"
    assert len(seen.server.heads) == asked


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (HEAD + b"X: ", b"x" * 65_536),
        (HEAD, b"X: yyyyyyyyyyyy\r\n" * 1000),
        (b"HTTP/1.1 200 ", b"x" * 65_536),
        (b"", b"x" * 65_536),
    ],
    ids=["one-header", "many-headers", "status-line", "no-line"],
)
async def test_a_head_without_end_is_no_http(judge: Judge, head: bytes, drop: bytes) -> None:
    """It is left at a bound, at once."""
    seen = await judge(endless(head, drop))
    assert seen.told == "server_error not_http"
    assert seen.seconds < 2


@pytest.mark.parametrize("hint", [b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 E\r\n\r\n"])
async def test_hints_without_end_are_no_answer(judge: Judge, hint: bytes) -> None:
    """Something always comes, and never the page: the exchange's limit ends it."""
    seen = await judge(endless(b"", hint * 100))
    assert seen.told == "timeout answer_timeout"


@pytest.mark.parametrize(
    "wire",
    [
        SIZED.replace(b"\r\n", b"\n"),
        HEAD + b"X: y\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b"X: \xe9t\xe9 \xff\r\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b"X: a\x01b\x7f\r\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b"X: a\r\n continued\r\n" + LENGTH + b"\r\n" + TEXT,
        SIZED.replace(b"200 OK", b"200"),
        SIZED.replace(b"200 OK", b"200 Tr\xe8s bien"),
        SIZED.replace(b"HTTP/1.1", b"HTTP/1.0"),
        SIZED.replace(b"HTTP/1.1", b"HTTP/2.0"),
        b"\r\n" + SIZED,
    ],
    ids=[
        *("bare-lf", "one-bare-lf", "latin-1", "controls", "folded"),
        *("no-reason", "latin-1-reason", "http-1.0", "http-2.0", "leading-line"),
    ],
)
async def test_a_page_behind_a_slovenly_head_is_alive(judge: Judge, wire: bytes) -> None:
    """Servers have always written such heads."""
    assert (await judge(says(wire))).told == "ok http_ok"


@pytest.mark.parametrize(
    "wire",
    [
        HEAD + b"PHP Warning:  Undefined index in /var/www/a.php\r\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b"a line of its own\r\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b"Server : x\r\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b"X(y): x\r\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b"\xc3\xa9t\xc3\xa9: x\r\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b": x\r\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b"X: a\r\r\n" + LENGTH + b"\r\n" + TEXT,
        HEAD + b"X: a\rY: b\r\n" + LENGTH + b"\r\n" + TEXT,
        SIZED.replace(b"HTTP/1.1 ", b"http/1.1  "),
        SIZED.replace(b"HTTP/1.1", b"HTTP/1"),
        b"abc\n" + SIZED,
        b"HTTP/1.1 103 Hints\r\nLink : a\r\n\r\n" + HEAD + b"Server : x\r\n\r\n" + TEXT,
    ],
    ids=[
        *("php-warning", "no-colon", "blank-before-colon", "parentheses", "accents", "no-name"),
        *("two-returns", "lone-return", "lower-case", "short-version", "rubbish-before", "hints"),
    ],
)
async def test_a_page_behind_a_head_that_libraries_refuse_is_alive(
    judge: Judge, wire: bytes
) -> None:
    """The second opinion reads it as browsers do."""
    seen = await judge(says(wire))
    assert seen.told == "ok http_ok"
    assert len(seen.server.heads) == 2


async def test_a_page_that_is_gone_behind_such_a_head_is_gone(judge: Judge) -> None:
    """Its status counts, as that of any other."""
    wire = HEAD.replace(b"200 OK", b"404 Not Found") + b"Server : x\r\n" + LENGTH + b"\r\n" + TEXT
    assert (await judge(says(wire))).told == "not_found http_404"


@pytest.mark.parametrize(
    "wire",
    [
        HEAD + b"X: a\0b\r\n" + LENGTH + b"\r\n" + TEXT,
        SIZED.replace(b"200", b"42"),
        SIZED.replace(b"200", b"99999"),
        SIZED.replace(b"HTTP/1.1", b"ICY"),
        TEXT,
        b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n",
        b"\x15\x03\x01\x00\x02\x02\x16" * 40,
    ],
    ids=["zero-byte", "status-42", "status-99999", "icy", "http-0.9", "ssh", "tls-alerts"],
)
async def test_what_no_browser_reads_is_no_http(judge: Judge, wire: bytes) -> None:
    """Whichever library noticed it, and whatever the other made of it."""
    seen = await judge(says(wire))
    assert seen.told == "server_error not_http"
    assert seen.result.answered
