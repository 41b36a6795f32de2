"""Connections of another backend of httpcore, each with something put around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from perenne.net.library import httpcore

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable

    Around = Callable[[httpcore.AsyncNetworkStream], httpcore.AsyncNetworkStream]


class BackendAround(httpcore.AsyncNetworkBackend):
    """Opens connections by another backend, and puts `around` around each."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend, around: Around) -> None:
        self._backend = backend
        self._around = around

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect."""
        stream = await self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return self._around(stream)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._backend.sleep(seconds)


class StreamAround(httpcore.AsyncNetworkStream):
    """Passes on all that it is asked for; `within` puts the same around what is inside TLS."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream

    def within(self, stream: httpcore.AsyncNetworkStream) -> httpcore.AsyncNetworkStream:
        """Return what is to be used inside TLS."""
        raise NotImplementedError

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """Read what has come."""
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Send."""
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        """Go on inside TLS."""
        return self.within(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - passed on
        """Tell what the connection knows."""
        return self._stream.get_extra_info(info)
