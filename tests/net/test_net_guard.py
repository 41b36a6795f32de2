"""No request goes to this machine, its network, or a port that is not the web's."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.net.servers import Ask, Serve, page, redirect, says

from perenne.domain.exchanges import Failure, Variant
from perenne.net.guard import is_public

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.5.4", "192.168.1.1", "127.0.0.1", "127.255.0.3", "0.0.0.0",
        "169.254.169.254", "100.64.0.1", "100.100.100.200", "224.0.0.251", "233.252.0.1",
        "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "168.63.129.16",
        "192.0.0.192", "192.88.99.1", "3fff::1", "::127.0.0.1",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "fe80::1", "fec0::1", "fd00:ec2::254",
        "ff02::1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::1",
        "2001:db8::1", "2001::1", "100::1", "4000::1",
    ],
)  # fmt: skip
def test_what_is_not_the_public_internet_is_refused(address: str) -> None:
    """Private, loopback, link-local, shared, multicast, reserved, metadata, and disguises."""
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "185.24.185.33", "2a00:1450:4007::1", "2620:fe::fe", "64:ff9b::808:808"]
)
def test_what_is_the_public_internet_is_not(address: str) -> None:
    """NAT64, which IPv6-only networks need, is judged by the address within."""
    assert is_public(ipaddress.ip_address(address))


@given(inside=st.ip_addresses(v=4))
def test_nat64_hides_nothing(inside: ipaddress.IPv4Address) -> None:
    """An IPv4 address is judged alike in both forms."""
    outside = ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) + int(inside))
    assert is_public(outside) == is_public(inside)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1",
        "017700000001", "localhost", "LOCALHOST", "a.localhost",
    ],
)  # fmt: skip
async def test_literal_addresses_are_refused(asking: Ask, variant: Variant, host: str) -> None:
    """In whatever way they are written; nothing is sent."""
    engine = await asking(network={"resolve": ()})
    exchange = await engine.fetch(f"http://{host}/", variant=variant)
    assert exchange.failure is Failure.ADDRESS_FORBIDDEN
    assert len(exchange.hops) == 1


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/"]
)
async def test_a_redirect_does_not_lead_inside(
    serve: Serve, asking: Ask, variant: Variant, target: str
) -> None:
    """The guard looks at every hop."""
    engine = await asking(await serve(says(redirect(target))))
    exchange = await engine.fetch("http://a.fr/", variant=variant)
    assert [hop.failure for hop in exchange.hops] == [None, Failure.ADDRESS_FORBIDDEN]
    assert exchange.final_url == target


@pytest.mark.parametrize("port", [22, 25, 5432, 6379])
async def test_ports_of_other_services_are_refused(
    asking: Ask, variant: Variant, port: int
) -> None:
    """Links lead to web servers."""
    exchange = await (await asking()).fetch(f"http://a.fr:{port}/", variant=variant)
    assert exchange.failure is Failure.PORT_FORBIDDEN


async def test_the_administrator_may_allow_both(
    serve: Serve, asking: Ask, variant: Variant
) -> None:
    """For the intranet's own pages."""
    server = await serve(says(page()))
    network = {"allow_private": True, "ports": (server.port,)}
    engine = await asking(network=network)
    exchange = await engine.fetch(f"http://127.0.0.1:{server.port}/", variant=variant)
    assert exchange.status == 200
