"""Redirects are followed by hand, every hop kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.net.servers import Ask, Serve, page, redirect, routes, says

from perenne.domain.exchanges import Failure, Hop, Variant
from perenne.net.library import httpx
from perenne.net.redirects import Trail, redirect_of

pytestmark = pytest.mark.anyio


async def test_every_hop_is_kept(serve: Serve, asking: Ask, variant: Variant) -> None:
    """The chain, from host to host, with what each hop said."""
    first = await serve(says(redirect("http://b.fr/new", status="301 Moved Permanently")))
    second = await serve(says(page(b"moved here")))
    engine = await asking(first, second)
    exchange = await engine.fetch("http://a.fr/old", variant=variant)
    assert [(hop.url, hop.status, hop.permanent) for hop in exchange.hops] == [
        ("http://a.fr/old", 301, True),
        ("http://b.fr/new", 200, False),
    ]
    assert exchange.body == b"moved here"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/absolute", "/absolute"),
        ("relative?q=1", "/dir/relative?q=1"),
        ("//a.fr/same-scheme", "/same-scheme"),
        ("../up", "/up"),
        ("/un peu/é".encode(), "/un%20peu/%C3%A9"),
        ("/conférence".encode("latin-1"), "/conf%E9rence"),
        ("  /spaces ", "/spaces"),
    ],
)
async def test_a_location_is_read_as_browsers_do(
    serve: Serve, asking: Ask, variant: Variant, location: str | bytes, target: str
) -> None:
    """Relative, in Latin-1 or in UTF-8: the bytes beyond ASCII come back as they were sent."""
    server = await serve(says(redirect(location), page()))
    engine = await asking(server)
    exchange = await engine.fetch("http://a.fr/dir/page", variant=variant)
    assert exchange.status == 200
    assert server.targets[1] == target


async def test_the_fragment_is_handed_on(serve: Serve, asking: Ask) -> None:
    """A link to a section stays one after a redirect, unless this names another section."""
    server = await serve(says(redirect("/b"), redirect("/c#new"), page()))
    exchange = await (await asking(server)).fetch("http://a.fr/a#part")
    assert [hop.url.partition(".fr")[2] for hop in exchange.hops] == [
        "/a#part",
        "/b#part",
        "/c#new",
    ]
    assert server.targets == ["/a", "/b", "/c"]


@pytest.mark.parametrize(
    "answer",
    [
        redirect(""),
        redirect("   "),
        redirect("mailto:someone@a.fr"),
        redirect("http://"),
        redirect("http://exa mple/"),
        redirect("ftp://me:secret@a.fr/"),
        page(status="302 Found"),
    ],
)
async def test_a_redirect_to_nowhere_keeps_its_status(
    serve: Serve, asking: Ask, variant: Variant, answer: bytes
) -> None:
    """It is a fault of the site's, and the log says which, without passwords."""
    engine = await asking(await serve(says(answer)))
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert (exchange.failure, exchange.status) == (Failure.REDIRECT_INVALID, 302)
    assert exchange.last.detail
    assert "secret" not in exchange.last.detail


@pytest.mark.parametrize("status", ["300 Multiple Choices", "304 Not Modified", "305 Use Proxy"])
async def test_some_of_the_300s_are_answers(
    serve: Serve, asking: Ask, variant: Variant, status: str
) -> None:
    """Without an address to go to, they are what the site has to say."""
    head = f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode()
    engine = await asking(await serve(says(head)))
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert (exchange.failure, exchange.status) == (None, int(status[:3]))


async def test_choices_with_a_preferred_one_lead_there(serve: Serve, asking: Ask) -> None:
    """A 300 with a Location is a redirect, and not a permanent one."""
    server = await serve(says(redirect("/best", status="300 Multiple Choices"), page()))
    exchange = await (await asking(server)).fetch("http://a.fr/")
    assert [hop.status for hop in exchange.hops] == [300, 200]


async def test_a_loop_ends_where_it_closes(serve: Serve, asking: Ask, variant: Variant) -> None:
    """The same request with the same cookies can only give the same answer."""
    server = await serve(routes(a=redirect("/b"), b=redirect("/a#again")))
    exchange = await (await asking(server)).fetch("http://a.fr/a", variant=variant)
    assert exchange.failure is Failure.REDIRECT_LOOP
    assert [hop.status for hop in exchange.hops] == [302, 302]


async def test_a_cookie_wall_opens(serve: Serve, asking: Ask, variant: Variant) -> None:
    """A page that redirects to itself until it sees its cookie is alive."""
    wall = redirect("/page", "Set-Cookie: seen=yes; Path=/page; HttpOnly")
    server = await serve(says(wall, page(b"in")))
    exchange = await (await asking(server)).fetch("http://a.fr/page", variant=variant)
    assert (exchange.status, exchange.body) == (200, b"in")
    assert "cookie: seen=yes" in server.heads[1].lower()


async def test_cookies_beyond_ascii_come_back(serve: Serve, asking: Ask, variant: Variant) -> None:
    """Some sites put names and titles there."""
    server = await serve(says(redirect("/in", "Set-Cookie: titre=été"), page()))
    exchange = await (await asking(server)).fetch("http://a.fr/", variant=variant)
    assert exchange.status == 200
    assert "titre=été".encode().decode("latin-1") in server.heads[1]


async def test_cookies_stay_with_their_host_and_their_check(serve: Serve, asking: Ask) -> None:
    """Neither another host nor the next check of the same host sees them."""
    first = await serve(says(redirect("http://b.fr/", "Set-Cookie: token=1"), page()))
    second = await serve(says(page()))
    engine = await asking(first, second)
    await engine.fetch("http://a.fr/")
    await engine.fetch("http://a.fr/")
    assert not any("token" in head for head in first.heads + second.heads)


async def test_redirects_have_an_end(serve: Serve, asking: Ask, variant: Variant) -> None:
    """A chain that goes on and on is cut at the limit, with what it did so far."""
    server = await serve(says(*(redirect(f"/{n}") for n in range(20))))
    engine = await asking(server, limits={"hops": 4})
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert exchange.failure is Failure.REDIRECT_LOOP
    assert len(exchange.hops) == len(server.heads) == 4


async def test_a_hop_that_fails_ends_the_chain(serve: Serve, asking: Ask) -> None:
    """The hops before it are kept; the failure is the last one's."""
    server = await serve(says(redirect("http://disparu.fr/")))
    exchange = await (await asking(server)).fetch("http://a.fr/")
    assert [hop.failure for hop in exchange.hops] == [None, Failure.DNS_NXDOMAIN]


@given(location=st.binary(max_size=60), status=st.sampled_from([300, 301, 302, 303, 307, 308]))
def test_no_location_raises(location: bytes, status: int) -> None:
    """Whatever bytes stand there, a request can be made of the target, or there is none."""
    answer = httpx.Response(status, headers=[(b"Location", location)])
    redirected = redirect_of("http://a.fr/dir/", answer)
    if redirected is None:
        assert status == 300
    elif redirected.target is None:
        assert redirected.detail
    else:
        trail = Trail(10)
        assert trail.request(redirected.target, {}).url.host
        assert trail.judged(Hop(redirected.target), redirected.target).failure


@given(values=st.lists(st.binary(max_size=40), max_size=3))
def test_no_cookie_raises(values: list[bytes]) -> None:
    """Whatever a site sets, the next request can be made."""
    trail = Trail(10)
    request = trail.request("http://a.fr/", {})
    headers = [(b"Set-Cookie", value) for value in values]
    trail.keep_cookies(httpx.Response(200, headers=headers, request=request))
    assert trail.request("http://a.fr/", {}).method == "GET"
