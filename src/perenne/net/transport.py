"""aiohttp's wire under httpx's transport interface: fast, guarded, exact about causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

from perenne.net.failures import translate
from perenne.net.headers import decoded
from perenne.net.library import httpx
from perenne.net.resolve import TRIES, TRY_SECONDS, AiohttpResolver

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator

    from aiohttp.client_middlewares import ClientHandlerType

    from perenne.net.environment import Environment
    from perenne.net.resolve import Resolver

_LONGEST_LINE = 131_072
"""aiohttp's own 8190 is too small: sites with long security policies and cookies live, and
browsers read a quarter of a megabyte."""
_MOST_HEADERS = 256
_RESOLVED_FOR = 60
"""Seconds; the links of one host are asked within one run, half a second apart."""


class WireTransport(httpx.AsyncBaseTransport):
    """One session for all requests, one connection for each; to be made inside the event loop.

    Understands these request extensions: `timeout` (httpx's own), `target` (httpcore's own: the
    path and query, sent byte for byte), `proxy` (a URL), `verified` (False takes any
    certificate). Raises `WireError` only.
    """

    def __init__(self, resolver: Resolver, environment: Environment) -> None:
        self._environment = environment
        connector = aiohttp.TCPConnector(
            resolver=AiohttpResolver(resolver),
            ttl_dns_cache=_RESOLVED_FOR,
            force_close=True,
            limit=0,  # the executor and the gates decide how many
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_line_size=_LONGEST_LINE,
            max_field_size=_LONGEST_LINE,
            max_headers=_MOST_HEADERS,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            middlewares=(_only_once,),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return its answer, the body not yet read nor decoded."""
        extensions = request.extensions
        proxy = extensions.get("proxy")
        environment = self._environment
        verified = extensions.get("verified", True)
        try:
            answer = await self._session.request(
                request.method,
                _address(request),
                headers=_headers(request),
                data=await request.aread() or None,
                allow_redirects=False,
                ssl=environment.verified if verified else environment.unverified,
                proxy=proxy,
                timeout=_timeout(extensions.get("timeout", {})),
            )
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise translate(error, proxied=proxy is not None) from error
        return httpx.Response(
            answer.status,
            headers=list(answer.raw_headers),
            stream=_Body(answer),
            request=request,
        )

    async def aclose(self) -> None:
        """Close the session and its connections."""
        await self._session.close()


class _Body(httpx.AsyncByteStream):
    """The bytes as they come on the wire."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer
        protocol = None if answer.connection is None else answer.connection.protocol
        lost = None if protocol is None else protocol.closed
        if lost is not None:
            lost.add_done_callback(self._end)

    def _end(self, lost: asyncio.Future[None]) -> None:
        """End a body whose connection is gone.

        After a broken chunk aiohttp (3.14) closes it, and lets the reader wait for ever.
        """
        cause = None if lost.cancelled() else lost.exception()  # taken, or asyncio complains
        content = self._answer.content
        if not lost.cancelled() and not content.is_eof() and content.exception() is None:
            content.set_exception(aiohttp.ClientPayloadError(f"{cause or 'cut off'}"))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._answer.content.iter_any():
                yield chunk
        except (aiohttp.ClientError, OSError) as error:
            raise translate(error) from error

    async def aclose(self) -> None:
        self._answer.close()


async def _only_once(
    request: aiohttp.ClientRequest, handler: ClientHandlerType
) -> aiohttp.ClientResponse:
    """Keep aiohttp from repeating a request by itself after a disconnection.

    It would do so behind the gate's back; what passes here as a `WireError` it leaves alone.
    """
    try:
        return await handler(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise translate(error, proxied=request.proxy is not None) from error


def _headers(request: httpx.Request) -> list[tuple[str, str]]:
    """Return the headers in the letter case they were given; aiohttp adds Host by itself."""
    pairs = [(name.decode("ascii"), decoded(value)) for name, value in request.headers.raw]
    return [(name, value) for name, value in pairs if name.lower() != "host"]


def _address(request: httpx.Request) -> URL:
    target = request.extensions.get("target", request.url.raw_path).decode("ascii")
    origin = f"{request.url.scheme}://{request.url.netloc.decode('ascii')}"
    return URL(origin + target, encoded=True)


def _timeout(seconds: dict[str, float | None]) -> aiohttp.ClientTimeout:
    """Return the limits: one connection attempt, all of them with the resolving, one read."""
    connect = seconds.get("connect")
    return aiohttp.ClientTimeout(
        total=None,
        connect=None if connect is None else connect + TRIES * TRY_SECONDS,
        sock_connect=connect,
        sock_read=seconds.get("read"),
    )
