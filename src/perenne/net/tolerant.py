"""Connections whose answers are read as browsers read them, under a library that is stricter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.net.around import BackendAround, StreamAround
from perenne.net.heads import MOST_BYTES, end_of_head, is_interim, tidied

if TYPE_CHECKING:
    from perenne.net.library import httpcore


def tolerant(backend: httpcore.AsyncNetworkBackend) -> httpcore.AsyncNetworkBackend:
    """Return what opens such connections by `backend`."""
    return BackendAround(backend, _TolerantStream)


class _TolerantStream(StreamAround):
    """One connection, for one answer: its head is held back until it is whole, and tidied."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        super().__init__(stream)
        self._in_head = True
        self._held = b""

    def within(self, stream: httpcore.AsyncNetworkStream) -> httpcore.AsyncNetworkStream:
        return _TolerantStream(stream)

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
