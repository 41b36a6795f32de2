"""A subscriber's login goes to its own host, over https, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from tests.net import certificates
from tests.net.servers import Ask, RawServer, Serve, page, redirect, says

from perenne.domain.exchanges import Variant
from perenne.domain.sites import Login, Site

pytestmark = pytest.mark.anyio

SITE = Site("a.fr", login=Login("a.fr", (("Cookie", "abo=secret"), ("X-Badge", "jeton"))))


def told(server: RawServer) -> list[bool]:
    """Return for each request whether it carried a secret."""
    return ["secret" in head or "jeton" in head for head in server.heads]


async def test_the_secure_host_gets_it_beside_its_own_cookies(
    serve: Serve, asking: Ask, network: dict[str, Any], variant: Variant
) -> None:
    """What a browser of the subscriber's would send."""
    first = redirect("/suite", "Set-Cookie: s=1")
    server = await serve(says(first, page()), certificates.sound())
    engine = await asking(server, network=network)
    exchange = await engine.fetch("https://a.fr/", variant=variant, site=SITE)
    assert [hop.logged_in for hop in exchange.hops] == [True, True]
    assert "Cookie: s=1; abo=secret" in server.heads[1]
    assert "X-Badge: jeton" in server.heads[1]


async def test_neither_another_host_nor_an_open_line_gets_it(
    serve: Serve, asking: Ask, network: dict[str, Any]
) -> None:
    """A redirect leads where it wants."""
    plain = await serve(says(redirect("http://b.fr/")))
    other = await serve(says(page()))
    engine = await asking(plain, other, network=network)
    exchange = await engine.fetch("http://a.fr/", site=SITE)
    assert [hop.logged_in for hop in exchange.hops] == [False, False]
    assert (told(plain), told(other)) == ([False], [False])


@pytest.mark.parametrize("variant", [Variant.UNVERIFIED, Variant.SIBLING, Variant.MEDIA])
async def test_looks_beside_the_page_go_without(
    serve: Serve, asking: Ask, network: dict[str, Any], variant: Variant
) -> None:
    """Without verification anybody may be listening."""
    server = await serve(says(page()), certificates.sound())
    engine = await asking(server, network=network)
    exchange = await engine.fetch("https://a.fr/", variant=variant, site=SITE)
    assert (exchange.status, told(server)) == (200, [False])


async def test_a_login_shows_no_secret() -> None:
    """Whatever prints it."""
    assert "secret" not in repr(SITE)
