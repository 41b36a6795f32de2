"""Through a proxy: what it forwards, what it refuses, and whose fault that is."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from tests.net import certificates
from tests.net.servers import Ask, Behaviour, RawServer, Serve, mute, page, says

from perenne.domain.exchanges import Failure, Variant
from perenne.net.proxies import refusal, refusal_text

pytestmark = pytest.mark.anyio


def tunnel(port: int) -> Behaviour:
    """Accept every CONNECT, and lead all of them to one port."""

    async def behave(
        _head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        behind, ahead = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        try:
            await asyncio.gather(_copy(reader, ahead), _copy(behind, writer))
        finally:
            ahead.close()

    return behave


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65_536):
        writer.write(data)
        await writer.drain()
    writer.close()


def through(proxy: RawServer, **network: Any) -> dict[str, Any]:  # noqa: ANN401 - as Network
    """Return the network of an administrator whose only way out is a proxy."""
    return {"resolve": (), "proxy": f"http://me:secret@127.0.0.1:{proxy.port}", **network}


async def test_plain_pages_are_asked_for_in_absolute_form(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """The proxy resolves the name, and is told our password for it."""
    proxy = await serve(says(page(b"by proxy")))
    engine = await asking(network=through(proxy))
    exchange = await engine.fetch("http://nulle-part.fr/a%2Fb?c", variant=variant)
    assert exchange.body == b"by proxy"
    assert proxy.targets == ["http://nulle-part.fr/a%2Fb?c"]
    assert "proxy-authorization: basic" in proxy.heads[0].lower()


async def test_secure_pages_are_asked_for_in_a_tunnel(
    serve: Serve, asking: Ask, variant: Variant, tmp_path: Path
) -> None:
    """The certificate is verified for the site's name, within."""
    ca_file = tmp_path / "authority.pem"
    ca_file.write_bytes(certificates.AUTHORITY.cert_pem.bytes())
    server = await serve(says(page(b"in the tunnel")), certificates.sound())
    proxy = await serve(tunnel(server.port))
    engine = await asking(network=through(proxy, ca_file=ca_file))
    exchange = await engine.fetch("https://a.fr/", variant=variant)
    assert exchange.body == b"in the tunnel"
    assert proxy.heads[0].startswith("CONNECT a.fr:443 ")
    assert "secret" not in server.heads[0]


async def test_a_proxy_that_signs_with_its_own_authority_is_told(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """Its authority is unknown here; the chain is not asked for again outside the tunnel."""
    server = await serve(says(page()), certificates.unknown_authority())
    proxy = await serve(tunnel(server.port))
    engine = await asking(network=through(proxy))
    exchange = await engine.fetch("https://a.fr/", variant=variant)
    assert exchange.failure is Failure.TLS_UNKNOWN_CA
    assert proxy.connections == 1


def answer(status: str, *headers: str) -> Behaviour:
    """Answer a CONNECT."""
    return says(page(b"no", *headers, status=status))


@pytest.mark.parametrize(
    ("behaviour", "failure"),
    [
        (answer("407 Proxy Authentication Required"), Failure.PROXY_FAILED),
        (answer("403 Forbidden"), Failure.PROXY_FAILED),
        (answer("502 Bad Gateway"), Failure.PROXY_FAILED),
        (answer("502 No such host"), Failure.DNS_FAILED),
        (answer("503 Connection refused"), Failure.REFUSED),
        (answer("504 Gateway Timeout"), Failure.CONNECT_TIMEOUT),
        (answer("504 Sorry"), Failure.CONNECT_TIMEOUT),
    ],
)
async def test_a_refused_tunnel_is_read(
    serve: Serve, asking: Ask, variant: Variant, behaviour: Behaviour, failure: Failure
) -> None:
    """Where it does not say that the site is at fault, the proxy is."""
    engine = await asking(network=through(await serve(behaviour)))
    exchange = await engine.fetch("https://a.fr/", variant=variant)
    assert (exchange.failure, exchange.status) == (failure, None)
    assert "secret" not in exchange.last.detail


@pytest.mark.parametrize(
    ("said", "failure"),
    [
        ("ERR_DNS_FAIL 0", Failure.DNS_FAILED),
        ("ERR_CONNECT_FAIL 111", Failure.REFUSED),
        ("ERR_CONNECT_FAIL 110", Failure.CONNECT_TIMEOUT),
        ("ERR_CONNECT_FAIL 113", Failure.UNREACHABLE),
        ("ERR_ZERO_SIZE_OBJECT 0", Failure.CLOSED),
        ("ERR_ACCESS_DENIED 0", Failure.PROXY_FAILED),
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_squid_says_what_happened(
    serve: Serve, asking: Ask, scheme: str, said: str, failure: Failure
) -> None:
    """In a header of its own, to plain requests and to tunnels alike."""
    proxy = await serve(answer("503 Service Unavailable", f"X-Squid-Error: {said}"))
    exchange = await (await asking(network=through(proxy))).fetch(f"{scheme}://a.fr/")
    assert (exchange.failure, exchange.status) == (failure, None)
    assert said in exchange.last.detail


async def test_a_proxy_that_wants_a_password_fails_for_plain_pages_too(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """A 407 is never a site's."""
    proxy = await serve(answer("407 Proxy Authentication Required"))
    exchange = await (await asking(network=through(proxy))).fetch("http://a.fr/", variant=variant)
    assert exchange.failure is Failure.PROXY_FAILED


async def test_a_plain_answer_of_the_sites_own_is_an_answer(serve: Serve, asking: Ask) -> None:
    """A 502 without a word from the proxy may be the site's."""
    proxy = await serve(answer("502 Bad Gateway"))
    exchange = await (await asking(network=through(proxy))).fetch("http://a.fr/")
    assert (exchange.status, exchange.failure) == (502, None)


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_no_proxy_there_is_the_proxys_failure(
    serve: Serve, asking: Ask, variant: Variant, scheme: str
) -> None:
    """Neither its port nor its name makes a site refused or unknown."""
    gone = RawServer(mute)
    await gone.start(None)
    await gone.stop()
    unknown = {"resolve": ("proxy.fr:*:nxdomain",), "proxy": "proxy.fr:3128"}
    for network in (through(gone), unknown):
        engine = await asking(network=network)
        exchange = await engine.fetch(f"{scheme}://a.fr/", variant=variant)
        assert exchange.failure is Failure.PROXY_FAILED


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/", "http://169.254.169.254/", "https://[fd00::1]/"]
)
async def test_a_proxy_is_not_asked_for_private_addresses(
    serve: Serve, asking: Ask, variant: Variant, url: str
) -> None:
    """It stands inside, and might well answer."""
    proxy = await serve(says(page()))
    exchange = await (await asking(network=through(proxy))).fetch(url, variant=variant)
    assert exchange.failure is Failure.ADDRESS_FORBIDDEN
    assert proxy.connections == 0


async def test_a_configured_address_goes_past_the_proxy(serve: Serve, asking: Ask) -> None:
    """It says where to connect."""
    proxy, server = await serve(says(page(b"proxy"))), await serve(says(page(b"site")))
    network = through(proxy, resolve=(f"a.fr:*:127.0.0.1:{server.port}",))
    assert (await (await asking(network=network)).fetch("http://a.fr/")).body == b"site"


async def test_the_environment_names_the_proxy(
    serve: Serve, asking: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for every other program of the machine."""
    proxy = await serve(says(page(b"by proxy")))
    monkeypatch.setenv("HTTP_PROXY", f"127.0.0.1:{proxy.port}")
    engine = await asking(network={"resolve": ()})
    assert (await engine.fetch("http://a.fr/")).body == b"by proxy"


def test_words_of_a_proxy_are_read_without_its_headers() -> None:
    """As one library gives them."""
    assert refusal_text("502 Name resolution failure")[0] is Failure.DNS_FAILED
    assert refusal_text("nonsense") == (Failure.PROXY_FAILED, "proxy answered 0")
    assert refusal(503, "No route to host", {})[0] is Failure.UNREACHABLE
    assert refusal(403, "name", {})[0] is Failure.PROXY_FAILED
