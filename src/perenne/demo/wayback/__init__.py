"""A simulated Wayback Machine on loopback: Save Page Now, index, playback.

It says what the real one was seen to say, bad days included, as laid down per page:
``wayback.script(url, Script(reply=Reply.THROTTLED), Script())``.
"""

from __future__ import annotations

import time
from contextlib import AsyncExitStack, contextmanager
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qs, urlsplit

from perenne.clock import Clock, SystemClock
from perenne.demo.answers import Answer, Misconduct, html
from perenne.demo.background import in_background
from perenne.demo.serving import LOOPBACK, Seen, headers_of, listening, respond
from perenne.demo.wayback.asked import Asked, status_of
from perenne.demo.wayback.holdings import Holdings, Memento
from perenne.demo.wayback.lookup import availability, index
from perenne.demo.wayback.playback import PREFIX, playback
from perenne.demo.wayback.saving import Saving
from perenne.demo.wayback.scripts import Reply, Script, Scripts, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from aiohttp import web

__all__ = [
    "Asked",
    "Memento",
    "Reply",
    "Script",
    "SimulatedWayback",
    "Trouble",
    "simulated_wayback",
]

KEYS = ("demo-access", "demo-secret")


def _nothing(_url: str) -> bytes:
    """Find no page of anybody else's."""
    return b""


def _nobody_watches(_asked: Asked) -> None:
    """Let it pass."""


class SimulatedWayback:
    """Serves the archive while it is entered.

    `url` is for the setting ``wayback.url``; `keys` open Save Page Now; `log` holds every request,
    and `asked` what each was told; `watch` is shown each before it is answered. Captures are
    dated by `clock`, and show what `look` finds at their address (a page of its own making where
    that is nothing).
    """

    def __init__(
        self,
        clock: Clock | None = None,
        keys: tuple[str, str] = KEYS,
        look: Callable[[str], bytes] = _nothing,
    ) -> None:
        self._clock = clock or SystemClock()
        self.url = ""
        self.keys = keys
        self.log: list[Seen] = []
        self.asked: list[Asked] = []
        self.holdings = Holdings(self._clock)
        self.scripts = Scripts()
        self.saving = Saving(self._clock, self.holdings, self.scripts, keys, look)
        self.watch: Callable[[Asked], None] = _nobody_watches
        self._open = AsyncExitStack()

    def script(self, url: str, *scripts: Script) -> None:
        """Lay down what happens to a page: each request of one kind takes the next script."""
        self.scripts.lay_down(url, *scripts)

    @property
    def captures(self) -> tuple[Memento, ...]:
        """Return every capture, oldest first, visible or not."""
        return self.holdings.all()

    async def __aenter__(self) -> Self:
        (port,) = await self._open.enter_async_context(listening(self._handle, None))
        self.url = f"http://{LOOPBACK}:{port}{PREFIX}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        seen = Seen(
            time.monotonic(), request.host, request.raw_path, headers_of(request), request.method
        )
        self.log.append(seen)
        form = _last_of_each((await request.read()).decode())
        at, answer = self._clock.now(), self._answer(seen, form)
        told = status_of(answer)
        self.asked.append(Asked(at, seen.method, seen.path, form.get("url", ""), told))
        self.watch(self.asked[-1])
        return await respond(request, answer)

    def _answer(self, seen: Seen, form: Mapping[str, str]) -> Answer | Misconduct:
        path = seen.path.removeprefix(PREFIX)
        if seen.method == "POST":
            return self._post(path, form, seen.headers)
        if path.startswith("/web/"):
            return playback(self.holdings, self.scripts, path)
        if path.startswith("/save/"):
            return self._save(path.removeprefix("/save/"), seen.headers)
        return self._look_up(urlsplit(path).path, urlsplit(path).query)

    def _post(
        self, path: str, form: Mapping[str, str], headers: Mapping[str, str]
    ) -> Answer | Misconduct:
        if path.rstrip("/") == "/save":
            return self.saving.submit(form.get("url", ""), headers)
        if path == "/save/status":
            return self.saving.statuses(form.get("job_ids") or form.get("job_id", ""), headers)
        return _nothing_here()

    def _save(self, what: str, headers: Mapping[str, str]) -> Answer | Misconduct:
        if not what.startswith("status/"):
            return self.saving.anonymous(what)
        name = what.removeprefix("status/").partition("?")[0]
        if name == "user":
            return self.saving.user(headers)
        return self.saving.system() if name == "system" else self.saving.status(name, headers)

    def _look_up(self, path: str, query: str) -> Answer | Misconduct:
        if path == "/cdx/search/cdx":
            return index(self.holdings, self.scripts, parse_qs(query))
        if path == "/wayback/available":
            return availability(self.holdings, self.scripts, _last_of_each(query))
        return _nothing_here()


def _last_of_each(query: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(query).items()}


def _nothing_here() -> Answer:
    return html(b"<h1>404 Not Found</h1>", 404)


@contextmanager
def simulated_wayback(
    clock: Clock | None = None,
    keys: tuple[str, str] = KEYS,
    look: Callable[[str], bytes] = _nothing,
) -> Iterator[SimulatedWayback]:
    """Serve the archive from a thread, for code without an event loop."""
    with in_background(SimulatedWayback(clock, keys, look)) as wayback:
        yield wayback
