"""Connections that keep what they carry, byte for byte: the material of a copy.

Libraries hand out headers tidied and bodies without their chunks; a record of what a site said
needs what came on the wire, inside TLS, and nothing that was said to a proxy alone.
"""

from __future__ import annotations

import re
from contextlib import suppress
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from perenne.net.around import BackendAround, StreamAround
from perenne.net.heads import MOST_BYTES, end_of_head, is_interim

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from perenne.net.library import httpcore

_IN_MEMORY = 512 * 1024
"""Bytes of an answer that are held in memory; longer ones go to a nameless file."""
_FOR_THE_PROXY = re.compile(rb"\r\nproxy-[^\r\n]*", re.IGNORECASE)


class Recording:
    """What one connection carried for one request.

    `received`: the answer as it came, from its head to its last byte. `peer`: the address that
    was connected to, `at` when its head had come. `size` and `digest` are of its payload: without
    chunks, content codings kept. `whole`: it came to its end. `too_long`: it was left before.
    `trouble`: it could not be kept.
    """

    at: datetime

    def __init__(self, folder: Path | None, peer: str) -> None:
        # An open file of no name: a killed process leaves nothing behind.
        self.received = SpooledTemporaryFile(  # noqa: SIM115
            _IN_MEMORY, dir=None if folder is None else str(folder)
        )
        self.peer = peer
        self.length = self.size = 0
        self.whole = self.too_long = False
        self.trouble: OSError | None = None
        self._sent = bytearray()
        self._digest = sha256()

    @property
    def sent(self) -> bytes:
        """Return the request as it went out, but for what was meant for a proxy."""
        head, end, rest = bytes(self._sent).partition(b"\r\n\r\n")
        return _FOR_THE_PROXY.sub(b"", head) + end + rest

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the payload, in hexadecimal."""
        return self._digest.hexdigest()

    def send(self, data: bytes) -> None:
        """Keep a part of the request."""
        self._sent += data

    def receive(self, data: bytes) -> None:
        """Keep a part of the answer; a disk that is full is told later, and to others."""
        self.length += len(data)
        if self.trouble is None:
            try:
                self.received.write(data)
            except OSError as error:
                self.trouble = error

    def count(self, payload: bytes) -> None:
        """Take note of a part of the payload."""
        self.size += len(payload)
        self._digest.update(payload)

    def finish(self, *, chunked: bool) -> None:
        """Leave the answer alone in `received`, from where it stands now to its end.

        No interim head (1xx) comes before it, and what a server says after its end is not kept.
        """
        if self.trouble is None:
            try:
                self._trim(chunked=chunked)
            except OSError as error:  # what waited to be written
                self.trouble = error

    def _trim(self, *, chunked: bool) -> None:
        self.received.seek(0)
        start = self.received.read(2 * MOST_BYTES)
        begins, head = 0, end_of_head(start)
        while head is not None and is_interim(start[begins : begins + head]):
            begins += head
            head = end_of_head(start[begins:])
        if head is not None and not chunked:
            self.received.truncate(begins + head + self.size)
        self.received.seek(begins)

    def close(self) -> None:
        """Let go of what was kept."""
        with suppress(OSError):  # the same, told before
            self.received.close()


def recording(
    backend: httpcore.AsyncNetworkBackend, folder: Path | None
) -> httpcore.AsyncNetworkBackend:
    """Return what opens connections by `backend`, each of which keeps what it carries.

    Long answers are kept in `folder`.
    """
    return BackendAround(backend, lambda stream: _RecordingStream(stream, folder))


class _RecordingStream(StreamAround):
    """One connection, for one answer. Inside TLS another recording begins."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, folder: Path | None) -> None:
        super().__init__(stream)
        self._folder = folder
        peer = stream.get_extra_info("server_addr")
        self._recording = Recording(folder, str(peer[0]) if peer else "")
        self._handed_out = False

    async def start_tls(self, *how: Any, **more: Any) -> httpcore.AsyncNetworkStream:  # noqa: ANN401
        self._recording.close()  # of what was said to a proxy at most
        return await super().start_tls(*how, **more)

    def within(self, stream: httpcore.AsyncNetworkStream) -> httpcore.AsyncNetworkStream:
        return _RecordingStream(stream, self._folder)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        data = await super().read(max_bytes, timeout)
        self._recording.receive(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        self._recording.send(buffer)
        await super().write(buffer, timeout)

    async def aclose(self) -> None:
        await super().aclose()
        if not self._handed_out:  # no answer came
            self._recording.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - passed on
        if info != "recording":
            return super().get_extra_info(info)
        self._handed_out = True
        return self._recording
