"""Redirects that lead nowhere, too far, or in circles."""

from __future__ import annotations

import asyncio

import pytest
from tests.net.hostile.judging import TEXT, Judge, endless
from tests.net.servers import page, redirect, says

pytestmark = pytest.mark.anyio

PAGE = page(TEXT, "Content-Type: text/html")


@pytest.mark.parametrize(
    "location",
    ["", "   ", "http://", "javascript:alert(1)", "/" + "a" * 60_000, "http://" + "a" * 300],
    ids=["empty", "blank", "no-host", "script", "60-kB", "long-label"],
)
async def test_a_redirect_that_cannot_be_followed_is_the_sites_fault(
    judge: Judge, location: str
) -> None:
    """Nothing is asked of what cannot be an address; each look asks once."""
    seen = await judge(says(redirect(location)))
    assert seen.told == "server_error redirect_invalid"
    assert seen.server.targets == ["/page"] * 2


async def test_a_location_beyond_every_bound_is_no_http(judge: Judge) -> None:
    """It is not even read to its end."""
    seen = await judge(says(redirect("/" + "a" * 1_000_000)))
    assert seen.told == "server_error not_http"


@pytest.mark.parametrize("location", ["/" + "a" * 8_000, "/b#" + "f" * 3_000, "?" * 2_000])
async def test_a_long_location_is_followed(judge: Judge, location: str) -> None:
    """As far as servers take addresses."""
    assert (await judge(says(redirect(location), PAGE))).result.http_status == 200


async def test_of_two_locations_the_first_counts(judge: Judge) -> None:
    """As it does in browsers where both are the same, which is how it happens."""
    head = b"HTTP/1.1 302 F\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"
    seen = await judge(says(head, PAGE))
    assert seen.server.targets == ["/page", "/a"]


async def test_a_web_of_redirects_is_left_after_ten_hops(judge: Judge) -> None:
    """Each address is new, and so is its cookie: only the count ends it."""

    async def web(head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        n = len(seen_heads)
        seen_heads.append(head)
        writer.write(redirect(f"/{n}", f"Set-Cookie: n={n}"))

    seen_heads: list[str] = []
    seen = await judge(web)
    assert seen.told == "redirect_loop redirect_loop"
    assert len(seen_heads) == 20, "ten for each of the two looks"


async def test_a_redirect_to_itself_is_left_at_once(judge: Judge) -> None:
    """The same request can only have the same answer."""
    seen = await judge(says(redirect("/page")))
    assert seen.told == "redirect_loop redirect_loop"
    assert len(seen.server.heads) == 2


async def test_the_body_of_a_redirect_is_not_waited_for(judge: Judge) -> None:
    """Even one that never ends."""
    seen = await judge(endless(b"HTTP/1.1 302 F\r\nLocation: /page\r\n\r\n", b"x" * 65_536))
    assert seen.told == "redirect_loop redirect_loop"
    assert seen.seconds < 2
