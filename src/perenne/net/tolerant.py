"""Connections whose answers are read as browsers read them, under a library that is stricter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from perenne.net.heads import MOST_BYTES, end_of_head, is_interim, tidied
from perenne.net.library import httpcore

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable


class TolerantBackend(httpcore.AsyncNetworkBackend):
    """Opens connections by another backend."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend) -> None:
        self._backend = backend

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect, and read tolerantly."""
        stream = await self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return _TolerantStream(stream)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._backend.sleep(seconds)


class _TolerantStream(httpcore.AsyncNetworkStream):
    """One connection, for one answer: its head is held back until it is whole, and tidied."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._in_head = True
        self._held = b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        while self._in_head:
            end = end_of_head(self._held)
            if end is not None:
                return self._head(end)
            came = await self._stream.read(max_bytes, timeout)
            self._held += came
            self._in_head = bool(came) and len(self._held) <= MOST_BYTES
        held, self._held = self._held, b""
        return held or await self._stream.read(max_bytes, timeout)

    def _head(self, end: int) -> bytes:
        head, self._held = self._held[:end], self._held[end:]
        self._in_head = is_interim(head)
        return tidied(head)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        return _TolerantStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - passed on
        return self._stream.get_extra_info(info)
