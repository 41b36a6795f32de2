"""The ways out: whether a URL may be asked for, through which proxy, by which transport."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from perenne.domain.exchanges import Variant
from perenne.net.environment import Environment
from perenne.net.guard import Guard
from perenne.net.overrides import Overrides
from perenne.net.resolve import Resolver
from perenne.net.second import SecondTransport, recording
from perenne.net.transport import WireTransport

if TYPE_CHECKING:
    from pathlib import Path

    from perenne.net.library import httpx
    from perenne.net.overrides import Address
    from perenne.settings import Network

_PORTS = {"http": 80, "https": 443}


class Ways:
    """To be made inside the event loop; raises `SettingsError` for what cannot be used.

    Through a proxy, the proxy resolves the names; only its own address is resolved here, without
    the guard. A configured address says where to connect, and so is never asked by a proxy.
    `recording` carries requests whose answers are kept as they come, long ones in `folder`.
    """

    def __init__(self, network: Network, folder: Path | None = None) -> None:
        self.environment = Environment(network)
        self._overrides = Overrides(network.resolve)
        self._guard = Guard(network)
        self._guarded = Resolver(self._overrides, self._guard)
        self._unguarded = Resolver(self._overrides, None)
        self._direct = WireTransport(self._guarded, self.environment)
        self._proxied = WireTransport(self._unguarded, self.environment)
        self._second = SecondTransport(self._guarded, self.environment)
        self.recording = SecondTransport(self._guarded, self.environment, recording(folder))

    @staticmethod
    def check_settings(network: Network) -> None:
        """Raise `SettingsError` for what cannot be used, without opening anything."""
        Environment(network)
        Overrides(network.resolve)

    def check(self, url: str) -> None:
        """Raise `WireError` where the guard refuses the port or the literal host of a URL."""
        host, port = host_and_port(url)
        self._guard.check_port(port)
        if self._overrides.find(host, port) is None:
            self._guard.check_host(host)

    def proxy_for(self, url: str) -> str | None:
        """Return the proxy's URL, None for a direct connection."""
        if self._overrides.find(*host_and_port(url)) is not None:
            return None
        return self.environment.proxy_for(url)

    def transport(self, variant: Variant, *, proxied: bool) -> httpx.AsyncBaseTransport:
        """Return what carries the requests of a variant."""
        if variant is Variant.SECOND:
            return self._second
        return self._proxied if proxied else self._direct

    async def addresses(self, url: str) -> list[Address]:
        """Return where a direct connection for `url` goes; see `Resolver.addresses`."""
        return await self._guarded.addresses(*host_and_port(url))

    async def aclose(self) -> None:
        """Close all connections."""
        for transport in (self._direct, self._proxied, self._second, self.recording):
            await transport.aclose()
        self._guarded.close()
        self._unguarded.close()


def host_and_port(url: str) -> tuple[str, int]:
    """Return what a URL connects to."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or _PORTS[parts.scheme]
