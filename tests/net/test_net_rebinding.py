"""The address that was judged is the very one that is connected to: a name cannot change it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from tests.net.servers import Ask, RawServer, Serve, page, redirect, says

from perenne.domain.exchanges import Failure
from perenne.net.environment import Environment
from perenne.net.failures import WireError
from perenne.net.guard import Guard
from perenne.net.library import httpx
from perenne.net.overrides import Address, Overrides
from perenne.net.resolve import Resolver
from perenne.net.second import SecondTransport
from perenne.net.transport import WireTransport
from perenne.settings import Network

pytestmark = pytest.mark.anyio

Transport = Callable[[Resolver, Environment], httpx.AsyncBaseTransport]
TIMES = {"timeout": {"connect": 1, "read": 1, "write": 1, "pool": None}}


class Rebinding:
    """A name server of an attacker: another answer each time, the last one for ever."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = list(answers)
        self.asked = 0

    def __call__(self, _host: str, port: int) -> list[Address]:
        """Answer."""
        self.asked += 1
        now = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return [Address(host, port) for host in now]


@pytest.fixture(params=[WireTransport, SecondTransport])
def transport(request: pytest.FixtureRequest) -> Transport:
    """Give each of the two ways out."""
    made: Transport = request.param
    return made


@asynccontextmanager
async def opened(
    transport: Transport, lookup: Rebinding, guard: Guard | None
) -> AsyncIterator[httpx.AsyncBaseTransport]:
    """Open a transport whose names are the attacker's."""
    resolver = Resolver(Overrides(()), guard, lookup=lookup)
    made = transport(resolver, Environment(Network()))
    try:
        yield made
    finally:
        await made.aclose()
        resolver.close()


def request(server: RawServer) -> httpx.Request:
    """Return a request for the attacker's name, at the port of a server of ours."""
    url = f"http://piege.exemple.fr:{server.port}/"
    return httpx.Request("GET", url, extensions=dict(TIMES))


async def test_a_name_is_asked_for_once_and_its_answer_is_used(
    serve: Serve, transport: Transport
) -> None:
    """Whoever asked again to connect would get the second answer, where nobody listens."""
    server = await serve(says(page(b"here")))
    lookup = Rebinding(["127.0.0.1"], ["127.0.0.2"])
    async with opened(transport, lookup, guard=None) as way:
        answer = await way.handle_async_request(request(server))
        await answer.aclose()
    assert answer.status_code == 200
    assert lookup.asked == 1


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1"]
)
async def test_a_name_that_points_inside_is_not_connected_to(
    serve: Serve, transport: Transport, address: str
) -> None:
    """However the address is dressed up; the server sees no connection."""
    server = await serve(says(page(b"secret")))
    async with opened(transport, Rebinding([address]), Guard(Network())) as way:
        with pytest.raises(WireError) as caught:
            await way.handle_async_request(request(server))
    assert caught.value.failure is Failure.ADDRESS_FORBIDDEN
    assert server.connections == 0


async def test_a_name_that_turns_inside_between_two_requests_is_refused(
    serve: Serve, transport: Transport
) -> None:
    """First it leads nowhere, then to this machine: each connection is judged by itself."""
    server = await serve(says(page(b"secret")))
    lookup = Rebinding(["10.0.0.1"], ["127.0.0.1"])
    async with opened(transport, lookup, Guard(Network())) as way:
        for _turn in range(2):
            with pytest.raises(WireError) as caught:
                await way.handle_async_request(request(server))
            assert caught.value.failure is Failure.ADDRESS_FORBIDDEN
    assert (lookup.asked, server.connections) == (2, 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "0x7f000001", "localhost"])
async def test_a_hop_to_a_server_of_this_machine_is_not_made(
    serve: Serve, asking: Ask, host: str
) -> None:
    """At a port that is allowed, and somebody listens there."""
    inside = await serve(says(page(b"secret")))
    outside = await serve(says(redirect(f"http://{host}:{inside.port}/")))
    engine = await asking(outside, network={"ports": (80, inside.port)})
    exchange = await engine.fetch("http://a.fr/")
    # where *:*:nxdomain stands for the outside world, a name is refused by it alone
    refused = {Failure.ADDRESS_FORBIDDEN, Failure.DNS_NXDOMAIN}
    assert [hop.failure in refused for hop in exchange.hops] == [False, True]
    assert inside.connections == 0
