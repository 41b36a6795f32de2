"""Raw servers on loopback that behave as badly as real ones."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from perenne.net.engine import Engine
from perenne.settings import Settings

if TYPE_CHECKING:
    import ssl

Behaviour = Callable[[str, asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Serve = Callable[..., Awaitable["RawServer"]]
Ask = Callable[..., Awaitable[Engine]]


class RawServer:
    """A server that does exactly what its behaviour does; it logs the heads of all requests."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.heads: list[str] = []
        self.asked = asyncio.Event()
        self.greeting = b""
        self.connections = 0
        self.most_at_once = 0
        self._now = 0
        self._behaviour = behaviour
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self, tls: ssl.SSLContext | None) -> None:
        """Listen at a port that the system chooses."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, ssl=tls)
        self.port: int = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stop listening, and let go of whoever still hangs on."""
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def targets(self) -> list[str]:
        """Return what was asked for, path and query byte for byte."""
        return [head.split(" ")[1] for head in self.heads]

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        self.connections += 1
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        try:
            writer.write(self.greeting)
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            self.heads.append(head)
            self.asked.set()
            await self._behaviour(head, reader, writer)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client left, or the test is over
        finally:
            self._now -= 1
            writer.close()


def says(*answers: bytes) -> Behaviour:
    """Answer one request after the other with these bytes, the last one for ever."""
    left = list(answers)

    async def behave(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        writer.write(left.pop(0) if len(left) > 1 else left[0])

    return behave


def routes(**answers: bytes) -> Behaviour:
    """Answer by the first word of the path."""

    async def behave(head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        writer.write(answers[head.split(" ")[1].strip("/").split("/")[0].partition("?")[0]])

    return behave


async def mute(_head: str, reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Say nothing until the client leaves."""
    await reader.read()


async def reset(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
    """Reset the connection."""
    writer.transport.get_extra_info("socket").setsockopt(1, 13, b"\1\0\0\0\0\0\0\0")  # SO_LINGER
    writer.transport.abort()


def drips(head: bytes, drop: bytes) -> Behaviour:
    """Send a head, then drop after drop, for ever."""

    async def behave(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(0.005)

    return behave


def page(body: bytes = b"hello", *headers: str, status: str = "200 OK") -> bytes:
    """Return the bytes of a sound answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def redirect(location: str | bytes, *headers: str, status: str = "302 Found") -> bytes:
    """Return the bytes of a redirect."""
    place = location.encode() if isinstance(location, str) else location
    others = "".join(f"{header}\r\n" for header in headers).encode()
    return f"HTTP/1.1 {status}\r\n".encode() + others + b"Location: " + place + b"\r\n\r\n"


def settings_for(*servers: RawServer, **sections: Any) -> Settings:  # noqa: ANN401 - as Settings
    """Return settings in which ``a.fr``, ``b.fr`` … are these servers, and nothing else exists."""
    hosts = [f"{chr(97 + n)}.fr:*:127.0.0.1:{server.port}" for n, server in enumerate(servers)]
    network = {"resolve": (*hosts, "*:*:nxdomain"), **sections.pop("network", {})}
    politeness = {"interval": 0, **sections.pop("politeness", {})}
    return Settings(network=network, politeness=politeness, **sections)
