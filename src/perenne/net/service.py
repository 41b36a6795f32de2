"""A small client for services with an interface, such as the archive's.

ServiceError: no answer that can be used; the only exception that leaves this module.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import tenacity

from perenne.domain.exchanges import Failure
from perenne.domain.urls import requested
from perenne.net.body import BodyReader, Bounds
from perenne.net.environment import Environment
from perenne.net.failures import WireError
from perenne.net.headers import kept, user_agent
from perenne.net.library import httpx
from perenne.net.overrides import Overrides
from perenne.net.resolve import Resolver
from perenne.net.transport import WireTransport
from perenne.net.ways import host_and_port

if TYPE_CHECKING:
    from collections.abc import Mapping

    from perenne.settings import Settings

BOUNDS = Bounds(wire=8 * 1024 * 1024, decoded=32 * 1024 * 1024)
_TRIES = 3
_PASSING = frozenset(
    failure.value
    for failure in (
        Failure.RESET,
        Failure.CLOSED,
        Failure.CONNECT_TIMEOUT,
        Failure.ANSWER_TIMEOUT,
        Failure.DNS_FAILED,
    )
)


class ServiceError(Exception):
    """No usable answer. `code`: a `Failure`'s value, or `too_long`, `cut_short`, `bad_url`.

    Neither code nor message holds headers, forms or parameters, where keys may be.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, whatever its status. `headers` has lower-case names.

    `truncated`: the body was longer than it was asked for.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    encoding: str = "utf-8"
    truncated: bool = False

    @property
    def text(self) -> str:
        """Return the body as text, by the charset that was announced."""
        return self.body.decode(self.encoding, errors="replace")


class ServiceClient:
    """Asks services that the administrator named, so that no address is refused.

    `network.resolve`, proxy, CA and User-Agent are those of all that goes out. Opening raises
    `SettingsError`; `environment` is there once it is open.
    """

    def __init__(self, settings: Settings, *, retry_wait: float = 1.0) -> None:
        self._settings = settings
        self._retry_wait = retry_wait

    async def __aenter__(self) -> Self:
        """Open the way out."""
        network = self._settings.network
        self.environment = Environment(network)
        self._overrides = Overrides(network.resolve)
        self._resolver = Resolver(self._overrides, None)
        self._transport = WireTransport(self._resolver, self.environment)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close all connections."""
        await self._transport.aclose()
        self._resolver.close()

    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        timeout: float = 30.0,  # noqa: ASYNC109 - the bound of each try, not of the retries
        first: Bounds | None = None,
    ) -> Reply:
        """Return the answer to one request; redirects are not followed.

        `timeout`: seconds for each try, body included. `first`: the first bytes are enough,
        and a longer body is no failure. A GET is tried three times where the failure may pass;
        nothing else is ever repeated. Raises `ServiceError`.
        """
        request = self._request(method, url, headers, form, params)
        again = tenacity.AsyncRetrying(
            stop=tenacity.stop_after_attempt(_TRIES if method == "GET" else 1),
            wait=tenacity.wait_exponential(multiplier=self._retry_wait, max=10),
            retry=tenacity.retry_if_exception(_may_pass),
            reraise=True,
        )
        return await again(self._once, request, timeout, first)

    def _request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        form: Mapping[str, str] | None,
        params: Mapping[str, str] | None,
    ) -> httpx.Request:
        own = {
            "User-Agent": user_agent(self._settings.network.contact),
            "Accept-Encoding": "gzip, deflate",
        }
        try:
            return httpx.Request(
                method,
                requested(url),
                headers={**own, **(headers or {})},
                data=None if form is None else dict(form),
                params=None if params is None else dict(params),
            )
        except (httpx.InvalidURL, ValueError) as error:
            raise ServiceError("bad_url") from error

    async def _once(self, request: httpx.Request, seconds: float, first: Bounds | None) -> Reply:
        try:
            async with asyncio.timeout(seconds):
                return await self._send(request, seconds, first)
        except WireError as error:
            raise ServiceError(error.failure.value) from error
        except TimeoutError as error:
            raise ServiceError(Failure.ANSWER_TIMEOUT.value) from error

    async def _send(self, request: httpx.Request, seconds: float, first: Bounds | None) -> Reply:
        proxy = self._proxy_for(str(request.url))
        request.extensions = {"timeout": {"connect": seconds, "read": seconds}, "proxy": proxy}
        answer = await self._transport.handle_async_request(request)
        reader = BodyReader(first or BOUNDS)
        try:
            await reader.read(answer)
        finally:
            await answer.aclose()
        body = reader.body(answer.headers.get("Content-Encoding", ""))
        if body.incomplete or (body.truncated and first is None):
            raise ServiceError("too_long" if body.truncated else "cut_short")
        headers, encoding = kept(answer.headers.raw), answer.encoding or "utf-8"
        return Reply(answer.status_code, headers, body.data, encoding, body.truncated)

    def _proxy_for(self, url: str) -> str | None:
        configured = self._overrides.find(*host_and_port(url))
        return self.environment.proxy_for(url) if configured is None else None


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, ServiceError) and error.code in _PASSING
