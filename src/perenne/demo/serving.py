"""Listening on loopback at ports that the system chooses, and keeping a log of what is asked."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from aiohttp import web

from perenne.demo.answers import Answer, Misconduct

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Mapping

LOOPBACK = "127.0.0.1"
_PATIENCE_AT_THE_END = 0.1
"""Seconds; whoever still hangs when a server ends is cut off."""
_LET_IN = 0.01
"""Seconds; asyncio forgets, unclosed, a connection accepted just before its server closes."""
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
"""SO_LINGER on, of no second: the kernel sends RST instead of FIN (socket(7))."""

Handler: TypeAlias = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it came. `at` is of `time.monotonic`; header names are in lower case."""

    at: float
    host: str
    path: str
    headers: Mapping[str, str]
    method: str = "GET"


@asynccontextmanager
async def listening(handler: Handler, *contexts: ssl.SSLContext | None) -> AsyncIterator[list[int]]:
    """Serve one port for each TLS context (None for a plain one) and yield their numbers."""
    server = web.Server(handler, handler_cancellation=True, access_log=None)
    runner = web.ServerRunner(server, shutdown_timeout=_PATIENCE_AT_THE_END)
    await runner.setup()
    try:
        for context in contexts:
            await web.TCPSite(runner, LOOPBACK, 0, ssl_context=context).start()
        yield [port for _, port in runner.addresses]
    finally:
        await asyncio.sleep(_LET_IN)
        await runner.cleanup()


@asynccontextmanager
async def nobody_listening() -> AsyncIterator[int]:
    """Yield a port that refuses connections, held so that no other program takes it."""
    async with AsyncExitStack() as stack:
        held = stack.enter_context(socket.socket())
        held.bind((LOOPBACK, 0))
        yield held.getsockname()[1]


def headers_of(request: web.BaseRequest) -> dict[str, str]:
    """Return the headers by lower-case name."""
    return {name.lower(): value for name, value in request.headers.items()}


async def respond(request: web.BaseRequest, answer: Answer | Misconduct) -> web.StreamResponse:
    """Return what aiohttp sends; misconduct happens here, and leaves nothing to be sent."""
    if isinstance(answer, Misconduct):
        await _misbehave(request.transport, answer)
        return web.Response()
    response = web.Response(status=answer.status, body=answer.body, headers=answer.headers)
    if answer.chunked:
        response.enable_chunked_encoding()
    return response


async def _misbehave(transport: asyncio.Transport | None, how: Misconduct) -> None:
    assert transport is not None
    if how is Misconduct.HANG:
        await asyncio.Event().wait()
    elif how is Misconduct.RESET:
        transport.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE
        )
        transport.abort()
    else:
        if how is Misconduct.GARBAGE:
            transport.write(b"SSH-2.0-OpenSSH_9.2\r\n")
        transport.close()
