"""The second opinion: httpx, another TLS and HTTP stack than the first one's, and tolerant.

What it is shown of a head is what browsers make of it: the first is strict, and often enough.
"""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

from perenne.net import recording as recordings
from perenne.net.failures import translate
from perenne.net.library import httpx
from perenne.net.tolerant import tolerant

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from perenne.net.environment import Environment
    from perenne.net.library import httpcore
    from perenne.net.overrides import Address
    from perenne.net.resolve import Resolver

    Connections = Callable[[httpcore.AsyncNetworkBackend], httpcore.AsyncNetworkBackend]

_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=0)


class SecondTransport(httpx.AsyncBaseTransport):
    """Resolves and guards the address by itself, then connects to that very address.

    The request extensions are those of `WireTransport`. `connections` makes the backend that
    connects of httpcore's own. Raises `WireError` only.
    """

    def __init__(
        self,
        resolver: Resolver,
        environment: Environment,
        connections: Connections = tolerant,
    ) -> None:
        self._resolver = resolver
        self._environment = environment
        self._connections = connections
        self._transports: dict[tuple[str | None, bool], httpx.AsyncHTTPTransport] = {}
        self._open = AsyncExitStack()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return its answer, the body not yet read nor decoded."""
        proxy = request.extensions.get("proxy")
        try:
            transport = await self._transport(proxy, request.extensions.get("verified", True))
            if proxy:
                answer = await transport.handle_async_request(_proxied(request))
            else:
                answer = await self._direct(transport, request)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise translate(error, proxied=proxy is not None) from error
        answer.request = request
        return answer

    async def aclose(self) -> None:
        """Close the connections."""
        await self._open.aclose()

    async def _transport(self, proxy: str | None, verified: bool) -> httpx.AsyncHTTPTransport:
        if (proxy, verified) not in self._transports:
            context = self._environment.verified if verified else self._environment.unverified
            made = _Transport(
                self._connections, verify=context, proxy=proxy, limits=_LIMITS, trust_env=False
            )
            self._transports[proxy, verified] = await self._open.enter_async_context(made)
        return self._transports[proxy, verified]

    async def _direct(
        self, transport: httpx.AsyncHTTPTransport, request: httpx.Request
    ) -> httpx.Response:
        """Try the host's addresses one after the other."""
        host = request.url.raw_host.decode("ascii")
        port = request.url.port or {"https": 443}.get(request.url.scheme, 80)
        *others, last = await self._resolver.addresses(host, port)
        for address in others:
            try:
                return await transport.handle_async_request(_pinned(request, host, address))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await transport.handle_async_request(_pinned(request, host, last))


def recording(folder: Path | None) -> Connections:
    """Return what makes connections that keep what they carry, long answers in `folder`."""

    def connections(backend: httpcore.AsyncNetworkBackend) -> httpcore.AsyncNetworkBackend:
        return tolerant(recordings.recording(backend, folder))

    return connections


class _Transport(httpx.AsyncHTTPTransport):
    """httpx's own, over connections of ours."""

    def __init__(self, connections: Connections, **options: Any) -> None:  # noqa: ANN401 - passed on
        super().__init__(**options)
        # No option of httpx (0.28) leads there.
        backend = self._pool._network_backend  # noqa: SLF001
        self._pool._network_backend = connections(backend)  # noqa: SLF001


def _proxied(request: httpx.Request) -> httpx.Request:
    """Return the request for a proxy, for which httpcore's `target` means something else.

    A plain one has to hold the whole address; for a tunnel it would become that of CONNECT, so
    that httpx's own writing of the path has to do.
    """
    extensions = dict(request.extensions)
    target = extensions.pop("target", request.url.raw_path)
    if request.url.scheme == "http":
        extensions["target"] = b"http://" + request.url.netloc + target
    return httpx.Request(
        request.method,
        request.url,
        headers=request.headers,
        stream=request.stream,
        extensions=extensions,
    )


def _pinned(request: httpx.Request, host: str, address: Address) -> httpx.Request:
    """Return the request for a literal address; the Host header and the TLS name stay."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address.host, port=address.port),
        headers=request.headers,
        stream=request.stream,
        extensions={
            **request.extensions,
            "sni_hostname": host,
            "target": request.extensions.get("target", request.url.raw_path),
        },
    )
