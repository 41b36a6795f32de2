"""What we say of ourselves, and what is kept of what sites say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.net.servers import Ask, Serve, page, says

from perenne import __version__
from perenne.domain.exchanges import Variant
from perenne.domain.urls import MalformedUrlError, requested
from perenne.net.headers import kept, user_agent
from perenne.net.library import httpx

pytestmark = pytest.mark.anyio


def test_we_go_by_our_name_and_contact() -> None:
    """A contact is not invented, and cannot break a header."""
    name = f"Mozilla/5.0 (compatible; Perenne/{__version__}"
    assert user_agent("") == user_agent("  ") == f"{name})"
    assert user_agent("https://centre.fr/perenne") == f"{name}; +https://centre.fr/perenne)"
    assert user_agent("à@b.fr\r\nX: y") == f"{name}; +@b.frX: y)"


async def test_a_plain_request_is_short(serve: Serve, asking: Ask, variant: Variant) -> None:
    """Name, what is accepted, and nothing of a browser's."""
    server = await serve(says(page()))
    engine = await asking(server, network={"contact": "a@b.fr"})
    await engine.fetch("http://a.fr/", variant=variant)
    lines = server.heads[0].split("\r\n")
    assert f"User-Agent: {user_agent('a@b.fr')}" in lines
    assert "Accept: text/html,application/xhtml+xml,*/*;q=0.8" in lines
    assert "Accept-Encoding: gzip, deflate, br, zstd" in lines
    assert [line for line in lines if line.startswith("Host:")] == ["Host: a.fr"]
    assert "Sec-Fetch" not in server.heads[0]


async def test_a_browser_like_request_has_a_browsers_other_headers(
    serve: Serve, asking: Ask
) -> None:
    """And still our own name."""
    server = await serve(says(page()))
    await (await asking(server)).fetch("http://a.fr/", variant=Variant.BROWSER_LIKE)
    assert "Perenne/" in server.heads[0]
    for line in (
        "Accept-Language: fr,",
        "Sec-Fetch-Mode: navigate",
        "Upgrade-Insecure-Requests: 1",
    ):
        assert f"\r\n{line}" in server.heads[0]


@given(raw=st.lists(st.tuples(st.binary(max_size=20), st.binary(max_size=3000)), max_size=260))
def test_headers_are_bounded(raw: list[tuple[bytes, bytes]]) -> None:
    """Whatever bytes come, in whatever number."""
    headers = kept(raw)
    assert len(headers) <= 200
    assert sum(map(len, headers.values())) <= 64 * 1024 + 200
    assert all(name == name.lower() for name in headers)


@given(path=st.text(st.characters(codec="utf-8"), max_size=40))
def test_every_url_that_we_accept_can_be_requested(path: str) -> None:
    """The library does not refuse what the URL standard allows."""
    try:
        url = requested(f"http://a.fr/{path}")
    except MalformedUrlError:
        return
    assert httpx.Request("GET", url.partition("#")[0]).url.host == "a.fr"
