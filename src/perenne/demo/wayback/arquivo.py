"""A second simulated archive, of the Memento kind (pywb, as arquivo.pt): TimeMaps and playback.

It takes no requests for captures; what it holds is put into `holdings`.
"""

from __future__ import annotations

import time
from contextlib import AsyncExitStack, contextmanager
from typing import TYPE_CHECKING, Self

from perenne.clock import Clock, SystemClock
from perenne.demo.answers import Answer, Misconduct, html
from perenne.demo.background import in_background
from perenne.demo.serving import LOOPBACK, Seen, headers_of, listening, respond
from perenne.demo.wayback.asked import Asked, status_of
from perenne.demo.wayback.holdings import Holdings, Memento
from perenne.demo.wayback.playback import http_date, playback
from perenne.demo.wayback.scripts import Script, Scripts, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiohttp import web

ROOT = "/wayback"
TIMEMAP = f"{ROOT}/timemap/link/"


class SimulatedArquivo:
    """Serves the archive while it is entered; `timemap` is for the setting ``archives.timemaps``.

    Scripts: `index` is what befalls a TimeMap, `playback` a look at a capture.
    """

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self.url = ""
        self.asked: list[Asked] = []
        self.holdings = Holdings(self._clock)
        self.scripts = Scripts()
        self._open = AsyncExitStack()

    @property
    def timemap(self) -> str:
        """Return the address to which that of a page is appended."""
        return self.url + TIMEMAP

    def script(self, url: str, *scripts: Script) -> None:
        """Lay down what happens to a page: each request of one kind takes the next script."""
        self.scripts.lay_down(url, *scripts)

    async def __aenter__(self) -> Self:
        (port,) = await self._open.enter_async_context(listening(self._handle, None))
        self.url = f"http://{LOOPBACK}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        seen = Seen(time.monotonic(), request.host, request.raw_path, headers_of(request))
        at, answer = self._clock.now(), self._answer(seen.path)
        self.asked.append(Asked(at, request.method, seen.path, "", status_of(answer)))
        return await respond(request, answer)

    def _answer(self, path: str) -> Answer | Misconduct:
        if path.startswith(TIMEMAP):
            return self._timemap(path.removeprefix(TIMEMAP))
        if path.startswith(f"{ROOT}/"):
            shown = f"/web{path.removeprefix(ROOT)}"
            return playback(self.holdings, self.scripts, shown, root=ROOT)
        return html(b"<h1>404 Not Found</h1>", 404)

    def _timemap(self, url: str) -> Answer | Misconduct:
        trouble = _trouble(self.scripts.take(url, "index"))
        if trouble is not None:
            return trouble
        found = self.holdings.of(url)
        if not found:
            return html(b"<h1>404 Not Found</h1>", 404)
        lines = [
            f'<{url}>; rel="original"',
            f'<{self.timemap}{url}>; rel="self"; type="application/link-format"',
            f'<{self.url}{ROOT}/{url}>; rel="timegate"',
            *map(self._line, found),
        ]
        headers = {"Content-Type": "application/link-format"}
        return Answer(200, ",\n".join(lines).encode(), headers)

    def _line(self, memento: Memento) -> str:
        # ``mp_``: the form that pywb puts into its frame.
        address = f"{self.url}{ROOT}/{memento.timestamp}mp_/{memento.url}"
        return f'<{address}>; rel="memento"; datetime="{http_date(memento.at)}"'


def _trouble(script: Script) -> Answer | Misconduct | None:
    troubles: dict[Trouble, Answer | Misconduct] = {
        Trouble.THROTTLED: html(b"<h1>429 Too Many Requests</h1>", 429),
        Trouble.DOWN: html(b"<h1>503 Service Unavailable</h1>", 503),
        Trouble.BLOCKED: html(b"<h1>403 Forbidden</h1>", 403),
        Trouble.MALFORMED: html(b"<html><body>Em manuten\xc3\xa7\xc3\xa3o</body></html>"),
        Trouble.SILENCE: Misconduct.HANG,
        Trouble.CLOSED: Misconduct.CLOSE,
    }
    return troubles.get(script.index)


@contextmanager
def simulated_arquivo(clock: Clock | None = None) -> Iterator[SimulatedArquivo]:
    """Serve the archive from a thread, for code without an event loop."""
    with in_background(SimulatedArquivo(clock)) as arquivo:
        yield arquivo
