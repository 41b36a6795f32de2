"""Each thing that is wrong with a certificate has its own name."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.net import certificates
from tests.net.servers import Ask, RawServer, Serve, page, redirect, says

from perenne.domain.exchanges import Failure, Variant
from perenne.net.chain import lacks_intermediate
from perenne.net.environment import Environment
from perenne.net.overrides import Address
from perenne.settings import Network

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("made", [certificates.sound, certificates.whole_chain])
async def test_a_sound_certificate_is_no_matter(
    serve: Serve,
    asking: Ask,
    variant: Variant,
    network: dict[str, Any],
    made: Callable[[], ssl.SSLContext],
) -> None:
    """The page is fetched, under the name of its host."""
    server = await serve(says(page(b"safe")), made())
    exchange = await (await asking(server, network=network)).fetch("https://a.fr/", variant=variant)
    assert (exchange.status, exchange.body) == (200, b"safe")
    assert "host: a.fr\r\n" in server.heads[0].lower()


@pytest.mark.parametrize(
    ("made", "failure"),
    [
        (certificates.expired, Failure.TLS_EXPIRED),
        (certificates.wrong_name, Failure.TLS_WRONG_NAME),
        (certificates.unknown_authority, Failure.TLS_UNKNOWN_CA),
        (certificates.unknown_authority_sent, Failure.TLS_UNKNOWN_CA),
        (certificates.self_signed, Failure.TLS_SELF_SIGNED),
        (certificates.without_intermediate, Failure.TLS_INCOMPLETE_CHAIN),
    ],
)
async def test_a_bad_certificate_is_named(
    serve: Serve,
    asking: Ask,
    variant: Variant,
    network: dict[str, Any],
    tmp_path: Path,
    made: Callable[..., ssl.SSLContext],
    failure: Failure,
) -> None:
    """And nothing is sent to a server that is not who it says."""
    context = made(tmp_path) if made.__code__.co_argcount else made()
    server = await serve(says(page()), context)
    engine = await asking(server, network=network)
    exchange = await engine.fetch("https://a.fr/", variant=variant)
    assert (exchange.failure, exchange.status) == (failure, None)
    assert "certificate" in exchange.last.detail
    assert server.heads == []


async def test_an_unverified_look_sees_the_page_behind(serve: Serve, asking: Ask) -> None:
    """Asked for on purpose, to tell whether anything lives there."""
    server = await serve(says(page(b"alive")), certificates.unknown_authority())
    exchange = await (await asking(server)).fetch("https://a.fr/", variant=Variant.UNVERIFIED)
    assert (exchange.status, exchange.body) == (200, b"alive")


async def test_a_redirect_to_a_bad_certificate_is_verified_too(
    serve: Serve, asking: Ask, network: dict[str, Any]
) -> None:
    """Each hop stands for itself."""
    first = await serve(says(redirect("https://b.fr/")))
    second = await serve(says(page()), certificates.sound())
    exchange = await (await asking(first, second, network=network)).fetch("http://a.fr/")
    assert [hop.failure for hop in exchange.hops] == [None, Failure.TLS_WRONG_NAME]


@pytest.mark.parametrize(
    "greeting",
    [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x15\x03\x03\x00\x02\x02\x28"],
    ids=["plain-http", "alert"],
)
async def test_a_handshake_that_fails_is_named(
    serve: Serve, asking: Ask, variant: Variant, greeting: bytes
) -> None:
    """Another protocol at the secure port, or an alert instead of a certificate."""
    server = await serve(says(b""))
    server.greeting = greeting
    exchange = await (await asking(server)).fetch("https://a.fr/", variant=variant)
    assert exchange.failure is Failure.TLS_FAILED


async def test_a_protocol_too_old_is_told_apart(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """By its alert, protocol_version (RFC 5246 §7.2)."""
    server = await serve(says(b""))
    server.greeting = b"\x15\x03\x01\x00\x02\x02\x46"
    exchange = await (await asking(server)).fetch("https://a.fr/", variant=variant)
    assert exchange.failure is Failure.TLS_OLD_PROTOCOL


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
async def test_a_protocol_too_old_is_still_opened_to_look_behind(
    serve: Serve, asking: Ask, network: dict[str, Any]
) -> None:
    """Browsers gave up TLS 1.0 and 1.1 in 2020 (RFC 8996)."""
    context = certificates.sound()
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    server = await serve(says(page(b"alive")), context)
    engine = await asking(server, network=network)
    behind = await engine.fetch("https://a.fr/", variant=Variant.UNVERIFIED)
    assert (behind.status, behind.body) == (200, b"alive")


async def test_a_mute_handshake_is_a_connection_not_made_in_time(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """It costs the connection limit, not the answer's."""
    server = await serve(says(b""))
    engine = await asking(server, limits={"connect": 0.1})
    exchange = await engine.fetch("https://a.fr/", variant=variant)
    assert exchange.failure is Failure.CONNECT_TIMEOUT
    assert server.heads == []


@pytest.mark.parametrize("cipher", ["AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA"])
async def test_old_servers_that_browsers_open_are_opened(
    serve: Serve, asking: Ask, network: dict[str, Any], tmp_path: Path, cipher: str
) -> None:
    """Python's own choice of ciphers would call them dead."""
    rsa = cipher.startswith("AES128")
    context = certificates.context(certificates.rsa() if rsa else certificates.elliptic())
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(cipher)
    server = await serve(says(page()), context)
    exchange = await (await asking(server, network=network)).fetch("https://a.fr/")
    assert exchange.status == 200


async def test_a_chain_that_cannot_be_seen_is_not_called_incomplete() -> None:
    """The server may be gone when it is looked at again."""
    gone = RawServer(says(b""))
    await gone.start(None)
    await gone.stop()
    context = Environment(Network()).unverified
    address = Address("127.0.0.1", gone.port)
    assert not await lacks_intermediate(address, "a.fr", context, 1)
