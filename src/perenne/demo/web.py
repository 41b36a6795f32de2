"""The simulated web: many sites under their real host names, on two ports of this machine."""

from __future__ import annotations

import ssl
import time
from collections import Counter
from contextlib import AsyncExitStack, contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit, urlunsplit

from perenne.demo.answers import Answer, Misconduct, Site, Visit
from perenne.demo.background import in_background
from perenne.demo.certificates import Certificates
from perenne.demo.serving import (
    LOOPBACK,
    Seen,
    headers_of,
    listening,
    nobody_listening,
    respond,
)
from perenne.demo.sites import ABSENT_HOSTS, SITES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from aiohttp import web

_MISDIRECTED = 421
_LONGEST_ROUTE = 5
_ROBOT = {"user-agent": "Mozilla/5.0 (compatible; archive.org_bot)", "accept": "text/html"}


class SimulatedWeb:
    """Serves `sites` on loopback while it is entered; `absent` hosts do not exist.

    `night` is set by whoever plays the nights: what a site answers may depend on it.
    `resolve` is for the setting ``network.resolve``, `ca_file` for ``network.ca_file``;
    `log` holds every request that reached a site.
    """

    def __init__(
        self,
        directory: Path,
        sites: Iterable[Site] = SITES,
        absent: Iterable[str] = ABSENT_HOSTS,
    ) -> None:
        self.night = 1
        self.log: list[Seen] = []
        self.resolve: tuple[str, ...] = ()
        self.certificates = Certificates(directory)
        self.ca_file = self.certificates.ca_file
        self._sites = {site.host: site for site in sites}
        self._absent = tuple(absent)
        self._turns: Counter[tuple[int, str, str]] = Counter()
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        by_name = self.certificates.context("localhost")
        by_name.sni_callback = self._choose_certificate
        plain, secure = await self._open.enter_async_context(listening(self._handle, None, by_name))
        closed = await self._open.enter_async_context(nobody_listening())
        self.resolve = tuple(self._addresses(plain, secure, closed))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()

    def _addresses(self, plain: int, secure: int, closed: int) -> Iterator[str]:
        for site in self._sites.values():
            yield f"{site.host}:80:{LOOPBACK}:{plain}"
            yield f"{site.host}:443:{LOOPBACK}:{secure if site.secure else closed}"
        for host in self._absent:
            yield f"{host}:*:nxdomain"
        yield "*:*:nxdomain"

    def _choose_certificate(
        self, connection: ssl.SSLObject, name: str | None, _default: ssl.SSLContext
    ) -> int | None:
        if name is None:
            return None
        site = self._sites.get(name)
        if site is None:
            return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
        if name not in self._contexts:
            self._contexts[name] = self.certificates.context(name, site.fault)
        connection.context = self._contexts[name]
        return None

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        return await respond(request, self._answer(request))

    def look(self, url: str) -> bytes:
        """Return the page at an address as an archive's robot finds it, b"" where there is none."""
        for _ in range(_LONGEST_ROUTE):
            parts = urlsplit(url)
            site = self._sites.get(parts.hostname or "")
            path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
            visit = Visit(parts.scheme, parts.hostname or "", path, _ROBOT, self.night)
            answer = site.answer(visit) if site else None
            if not isinstance(answer, Answer):
                return b""
            if "Location" not in answer.headers:
                return answer.body if answer.status == HTTPStatus.OK else b""
            url = urljoin(url, answer.headers["Location"])
        return b""

    def _answer(self, request: web.BaseRequest) -> Answer | Misconduct:
        host = request.host.partition(":")[0].lower()
        seen = Seen(time.monotonic(), host, request.raw_path, headers_of(request), request.method)
        self.log.append(seen)
        site = self._sites.get(host)
        if site is None:
            return Answer(_MISDIRECTED)
        asked = (self.night, host, seen.path)
        self._turns[asked] += 1
        turn = self._turns[asked]
        visit = Visit(request.scheme, host, seen.path, seen.headers, self.night, turn)
        return site.answer(visit)


@contextmanager
def simulated_web(
    directory: Path,
    sites: Iterable[Site] = SITES,
    absent: Iterable[str] = ABSENT_HOSTS,
) -> Iterator[SimulatedWeb]:
    """Serve the simulated web from a thread, for code without an event loop."""
    with in_background(SimulatedWeb(directory, sites, absent)) as web:
        yield web
