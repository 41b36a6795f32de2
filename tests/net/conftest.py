"""Engines that ask raw servers on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tests.net import certificates
from tests.net.servers import Ask, Behaviour, RawServer, Serve, settings_for

from perenne.clock import SetClock
from perenne.domain.exchanges import Variant
from perenne.net.engine import Engine

if TYPE_CHECKING:
    import ssl
    from pathlib import Path


@pytest.fixture
def anyio_backend() -> str:
    """Run the asynchronous tests on asyncio."""
    return "asyncio"


@pytest.fixture(params=[Variant.PLAIN, Variant.SECOND], ids=str)
def variant(request: pytest.FixtureRequest) -> Variant:
    """Ask in the usual way, and as a second opinion."""
    found: Variant = request.param
    return found


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    """Close, last opened first, whatever a test opened."""
    async with AsyncExitStack() as opened:
        yield opened


@pytest.fixture
def serve(stack: AsyncExitStack) -> Serve:
    """Start raw servers."""

    async def start(behaviour: Behaviour, tls: ssl.SSLContext | None = None) -> RawServer:
        server = RawServer(behaviour)
        await server.start(tls)
        stack.push_async_callback(server.stop)
        return server

    return start


@pytest.fixture
def network(tmp_path: Path) -> dict[str, Any]:
    """Trust the authority of the tests."""
    file = tmp_path / "authority.pem"
    file.write_bytes(certificates.AUTHORITY.cert_pem.bytes())
    return {"ca_file": file}


@pytest.fixture
def clock() -> SetClock:
    """Return a clock that stands still."""
    return SetClock(datetime(2026, 3, 2, 3, 5, tzinfo=UTC))


@pytest.fixture
def asking(stack: AsyncExitStack, clock: SetClock) -> Ask:
    """Open engines for which the given servers are a.fr, b.fr and so on."""

    async def opened(
        *servers: RawServer,
        gates: Any = None,  # noqa: ANN401
        folder: Path | None = None,
        **sections: Any,  # noqa: ANN401
    ) -> Engine:
        settings = settings_for(*servers, **sections)
        engine = Engine(settings, clock=clock, gates=gates, folder=folder)
        return await stack.enter_async_context(engine)

    return opened
