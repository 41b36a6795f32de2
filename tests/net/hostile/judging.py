"""A link checked to its verdict against a server that means harm."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.net.servers import Behaviour, RawServer, settings_for

from perenne.checking import Checker, Postponed
from perenne.clock import SystemClock
from perenne.domain.links import Link, Result
from perenne.domain.sites import Site
from perenne.net.engine import Engine

TEXT = (
    b"<html><title>La page</title><h1>La page</h1><p>"
    + b"Un vrai texte, qui se lit. " * 90
    + b"</p></html>"
)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
SIZED = HEAD + b"Content-Length: %d\r\n\r\n" % len(TEXT) + TEXT

LIMITS = {"connect": 1.0, "first_byte": 1.2, "exchange": 1.5, "second_opinion_after": 0.01}
MOST_SECONDS = 6.0
"""Two looks of two tries at most, each within its exchange, on a machine that is busy."""

__all__ = ["HEAD", "LIMITS", "SIZED", "TEXT", "Judge", "Judged", "endless", "judged"]


@dataclass(frozen=True)
class Judged:
    """What came of a check, and how long it took."""

    result: Result
    server: RawServer
    seconds: float

    @property
    def told(self) -> str:
        """Return the verdict and its reason in two words."""
        return f"{self.result.verdict.kind} {self.result.verdict.code}"


Judge = Callable[[Behaviour], Awaitable[Judged]]


async def judged(server: RawServer, url: str = "http://a.fr/page") -> Judged:
    """Check `url`, second opinion included, as a run does."""
    settings = settings_for(server, limits=LIMITS)
    clock = SystemClock()
    began = time.monotonic()
    async with Engine(settings, clock=clock) as engine, asyncio.timeout(MOST_SECONDS):
        checker = Checker(engine, settings, clock, lambda _host: Site())
        outcome = await checker.check(Link(url, url, "a.fr"))
        while isinstance(outcome, Postponed):
            outcome = await checker.resume(outcome)
    return Judged(outcome, server, time.monotonic() - began)


def endless(head: bytes, drop: bytes) -> Behaviour:
    """Send a head, then the same again and again, as fast as it is taken."""

    async def behave(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(drop)
            await writer.drain()

    return behave
