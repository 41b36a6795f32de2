"""From a host name to the addresses that may be connected to."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import tenacity
from aiohttp.abc import AbstractResolver, ResolveResult

from perenne.domain.exchanges import Failure
from perenne.net.failures import WireError
from perenne.net.overrides import Address

if TYPE_CHECKING:
    from collections.abc import Callable

    from perenne.net.guard import Guard
    from perenne.net.overrides import Overrides

    Lookup = Callable[[str, int], list[Address]]

TRY_SECONDS = 4.0
"""A resolver that says nothing for so long is mute; its own patience is 10 to 30 s."""
TRIES = 2
_THREADS = 128


def system_lookup(host: str, port: int) -> list[Address]:
    """Ask the system, as every other program of this machine does; raises `socket.gaierror`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(Address(str(entry[4][0]), port) for entry in found))


class Resolver:
    """Resolves host names, in threads, with a bound in time, under the guard.

    Configured entries come first, and are exempt from the guard: the administrator wrote the
    very address. `guard` None: for hosts that the administrator named (proxy, archive).
    """

    def __init__(
        self,
        overrides: Overrides,
        guard: Guard | None,
        *,
        lookup: Lookup = system_lookup,
        try_seconds: float = TRY_SECONDS,
    ) -> None:
        self._overrides = overrides
        self._guard = guard
        self._lookup = lookup
        self._try_seconds = try_seconds
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="resolve")

    async def addresses(self, host: str, port: int) -> list[Address]:
        """Return the addresses of a host, at least one.

        Raises `socket.gaierror`, and `WireError` where the guard refuses them all.
        """
        configured = self._overrides.find(host, port)
        if configured == []:
            raise socket.gaierror(socket.EAI_NONAME, "no such host, says network.resolve")
        if configured:
            return configured
        found = await self._resolve(host, port)
        allowed = [one for one in found if self._guard is None or self._guard.allows(one.host)]
        if not allowed:
            refused = ", ".join(address.host for address in found)
            raise WireError(Failure.ADDRESS_FORBIDDEN, f"{host} is at private address {refused}")
        return allowed

    def close(self) -> None:
        """Let go of the threads; those that wait for a mute resolver end by themselves."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _resolve(self, host: str, port: int) -> list[Address]:
        again = tenacity.AsyncRetrying(
            stop=tenacity.stop_after_attempt(TRIES),
            retry=tenacity.retry_if_exception(_is_passing),
            reraise=True,
        )
        return await again(self._try, host, port)

    async def _try(self, host: str, port: int) -> list[Address]:
        loop = asyncio.get_running_loop()
        asked = loop.run_in_executor(self._threads, self._lookup, host, port)
        asked.add_done_callback(_note)
        done, _ = await asyncio.wait([asked], timeout=self._try_seconds)
        if not done:
            raise socket.gaierror(socket.EAI_AGAIN, f"no answer within {self._try_seconds:g} s")
        try:
            return asked.result()
        except UnicodeError as error:  # a label of more than 63 characters
            raise socket.gaierror(socket.EAI_NONAME, str(error)) from error


def _is_passing(error: BaseException) -> bool:
    return isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN


def _note(asked: asyncio.Future[list[Address]]) -> None:
    """Take the answer, so that asyncio does not complain where it came too late for anyone."""
    if not asked.cancelled():
        asked.exception()


class AiohttpResolver(AbstractResolver):
    """aiohttp's official hook: it connects to the addresses that the resolver gives."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002 - the hook's signature
    ) -> list[ResolveResult]:
        """Return the addresses in aiohttp's form."""
        found = await self._resolver.addresses(host, port)
        return [
            ResolveResult(
                hostname=host,
                host=address.host,
                port=address.port,
                family=socket.AF_INET6 if ":" in address.host else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in found
        ]

    async def close(self) -> None:
        """Do nothing: the resolver belongs to whoever made it."""
