"""Host names become addresses by the system, unless the administrator says otherwise."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.domain.exchanges import Failure
from perenne.net.failures import WireError, translate
from perenne.net.guard import Guard
from perenne.net.overrides import Address, Overrides, hosts_near, is_near
from perenne.net.resolve import TRIES, Resolver, system_lookup
from perenne.settings import Network, SettingsError

pytestmark = pytest.mark.anyio

Lookup = Callable[[str, int], list[Address]]
NOBODY = Overrides(())
GUARD = Guard(Network())


@contextmanager
def resolving(
    lookup: Lookup, overrides: Overrides = NOBODY, guard: Guard | None = GUARD, seconds: float = 4
) -> Iterator[Resolver]:
    """Resolve with a name server of ours."""
    resolver = Resolver(overrides, guard, lookup=lookup, try_seconds=seconds)
    yield resolver
    resolver.close()


def answers(*hosts: str) -> Lookup:
    """Give these addresses for every name."""
    return lambda _, port: [Address(host, port) for host in hosts]


class Fails:
    """A name server that fails so many times, then answers."""

    def __init__(self, number: int, times: int) -> None:
        self.number, self.times, self.asked = number, times, 0

    def __call__(self, _: str, port: int) -> list[Address]:
        """Fail, or answer."""
        self.asked += 1
        if self.asked <= self.times:
            raise socket.gaierror(self.number, "as in the C library")
        return [Address("8.8.8.8", port)]


async def test_public_addresses_are_kept_and_private_ones_are_not() -> None:
    """A name that points inside as well does not lead there."""
    with resolving(answers("192.168.0.1", "8.8.8.8", "::1")) as resolver:
        assert await resolver.addresses("a.fr", 443) == [Address("8.8.8.8", 443)]


async def test_a_name_that_only_points_inside_is_refused() -> None:
    """The log says where it points."""
    with resolving(answers("192.168.0.1", "fe80::1%eth0")) as resolver:
        with pytest.raises(WireError, match=r"192\.168\.0\.1") as caught:
            await resolver.addresses("a.fr", 443)
        assert caught.value.failure is Failure.ADDRESS_FORBIDDEN


async def test_what_the_administrator_names_is_not_guarded() -> None:
    """The proxy and the archive may be inside."""
    with resolving(answers("192.168.0.1"), guard=None) as resolver:
        assert await resolver.addresses("proxy", 3128) == [Address("192.168.0.1", 3128)]


@pytest.mark.parametrize(
    ("number", "failure", "tries"),
    [
        (socket.EAI_NONAME, Failure.DNS_NXDOMAIN, 1),
        (socket.EAI_NODATA, Failure.DNS_NO_ADDRESS, 1),
        (socket.EAI_AGAIN, Failure.DNS_FAILED, TRIES),
        (socket.EAI_FAIL, Failure.DNS_FAILED, 1),
    ],
)
async def test_each_answer_of_the_name_server_has_its_name(
    number: int, failure: Failure, tries: int
) -> None:
    """Only what may pass is asked again."""
    lookup = Fails(number, times=99)
    with resolving(lookup) as resolver, pytest.raises(socket.gaierror) as caught:
        await resolver.addresses("a.fr", 443)
    assert translate(caught.value).failure is failure
    assert lookup.asked == tries


async def test_a_name_server_that_stumbles_is_asked_again() -> None:
    """The second answer counts."""
    with resolving(Fails(socket.EAI_AGAIN, times=1)) as resolver:
        assert await resolver.addresses("a.fr", 80) == [Address("8.8.8.8", 80)]


async def test_a_mute_name_server_is_not_waited_for() -> None:
    """Its silence is a failure of names, not a slow site."""
    answered = threading.Event()

    def mute(_: str, port: int) -> list[Address]:
        answered.wait(5)
        return [Address("8.8.8.8", port)]

    with resolving(mute, seconds=0.01) as resolver, pytest.raises(socket.gaierror) as caught:
        await resolver.addresses("a.fr", 80)
    answered.set()
    assert translate(caught.value).failure is Failure.DNS_FAILED


def test_the_system_knows_literal_addresses() -> None:
    """And gives each once."""
    assert system_lookup("127.0.0.1", 80) == [Address("127.0.0.1", 80)]
    assert system_lookup("::1", 80) == [Address("::1", 80)]


async def test_a_label_that_is_too_long_is_no_name() -> None:
    """The system refuses it with an error of another kind."""
    with resolving(system_lookup) as resolver, pytest.raises(socket.gaierror) as caught:
        await resolver.addresses("é" * 70 + ".fr", 80)
    assert translate(caught.value).failure is Failure.DNS_NXDOMAIN


def test_the_most_exact_entry_wins() -> None:
    """Host and port, then host, then port, then any."""
    overrides = Overrides(
        (
            "*:*:nxdomain",
            "*:443:10.0.0.3",
            "a.fr:*:10.0.0.2",
            "a.fr:443:10.0.0.1:8443",
            "A.fr:443:[2001:db8::1]",
        )
    )
    assert overrides.find("a.fr", 443) == [Address("10.0.0.1", 8443), Address("2001:db8::1", 443)]
    assert overrides.find("a.fr", 80) == [Address("10.0.0.2", 80)]
    assert overrides.find("b.fr", 443) == [Address("10.0.0.3", 443)]
    assert overrides.find("b.fr", 80) == []
    assert overrides.find("93.184.216.34", 80) is None
    assert NOBODY.find("a.fr", 80) is None


async def test_a_configured_address_is_not_guarded() -> None:
    """The administrator wrote it."""
    with resolving(Fails(-2, 99), Overrides(("a.fr:*:127.0.0.1:8080",))) as resolver:
        assert await resolver.addresses("a.fr", 443) == [Address("127.0.0.1", 8080)]


@pytest.mark.parametrize(
    "entry",
    [
        "", "a.fr", "a.fr:443", "a.fr:443:elsewhere.fr", "a.fr:x:10.0.0.1", "a.fr:0:10.0.0.1",
        "a.fr:443:10.0.0.1:70000", "a.fr:443:10.0.0", "a.fr:443:2001:db8::1", "a.fr:443:[10.0.0.1",
        "a.fr:443:nxdomain:80", "10.0.0.1:80:10.0.0.2", "a b:443:10.0.0.1", "a.fr:443:[2001:zz::1]",
    ],
)  # fmt: skip
def test_a_wrong_entry_is_named(entry: str) -> None:
    """With what was expected."""
    with pytest.raises(SettingsError) as caught:
        Overrides((entry,))
    [(key, expected)] = caught.value.faults
    assert key == "network.resolve"
    assert repr(entry) in expected
    assert "host:port:address" in expected


@given(
    host=st.from_regex(r"[a-z]{1,8}\.fr", fullmatch=True),
    port=st.integers(1, 65535),
    address=st.ip_addresses(),
    to=st.none() | st.integers(1, 65535),
)
def test_every_address_can_be_given(host: str, port: int, address: object, to: int | None) -> None:
    """In IPv4 and in IPv6, with a port and without."""
    literal = f"[{address}]" if ":" in str(address) else f"{address}"
    entry = f"{host}:{port}:{literal}" + (f":{to}" if to else "")
    assert Overrides((entry,)).find(host, port) == [Address(str(address), to or port)]


@given(text=st.text(max_size=30))
def test_no_entry_raises_anything_else(text: str) -> None:
    """It is read, or it is a fault of the settings."""
    with suppress(SettingsError):
        Overrides((text,))


def test_only_what_is_near_needs_no_outside_world() -> None:
    """A host that is said to be far away may be out of reach because we are."""
    entries = [
        "ici.exemple.fr:*:127.0.0.1:8080",
        "bureau.exemple.fr:443:10.1.2.3",
        "mort.exemple.fr:*:nxdomain",
        "loin.exemple.fr:*:8.8.8.8",
        "partout.exemple.fr:80:127.0.0.1",
        "partout.exemple.fr:443:[2600::1]",
        "*:*:127.0.0.1:9",
    ]
    assert hosts_near(entries) == {"ici.exemple.fr", "bureau.exemple.fr", "mort.exemple.fr"}
    assert [is_near(address) for address in ("127.0.0.1", "::1", "192.168.1.9")] == [True] * 3
    assert [is_near(address) for address in ("8.8.8.8", "2600::1")] == [False] * 2
