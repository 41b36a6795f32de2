"""How the simulated archive treats a page: what a test or the demo lays down beforehand."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto
from urllib.parse import parse_qsl, unquote, urlsplit


class Reply(Enum):
    """What a request for a capture is told."""

    JOB = auto()
    OVERLOADED = auto()
    """A job, and the news that it will begin in an hour and a half."""
    RECENT = auto()
    """No job: there is a capture already."""
    NO_HOST = auto()
    """An error with HTTP 200: the archive cannot resolve the host."""
    SPENT = auto()
    """An error with HTTP 200: too many captures of this page today."""
    LOGIN = auto()
    """401, whatever keys were sent."""
    THROTTLED = auto()
    """429, in HTML."""
    BROKEN = auto()
    """520, in HTML: its own proxy failed."""
    HTML = auto()
    """A page of HTML with 200, where JSON was asked for."""
    SILENCE = auto()
    """No answer until the client leaves."""
    CLOSED = auto()
    """The connection ends without an answer, though a capture was begun."""


class Trouble(Enum):
    """What befalls a look-up, a question after a job, or a look at a capture."""

    NONE = auto()
    THROTTLED = auto()
    """429 in HTML; without ``Memento-Datetime``, so of the archive itself."""
    DOWN = auto()
    """503."""
    BLOCKED = auto()
    """The site's owner had it excluded."""
    MALFORMED = auto()
    """Rows with an impossible date and with a column too many; text where JSON is due."""
    LOGIN = auto()
    """401: the keys are not known. (A question after a job only.)"""
    FORGOTTEN = auto()
    """404: there is no such job, or no such capture."""
    SILENCE = auto()
    """No answer until the client leaves."""
    CLOSED = auto()
    """The connection ends without an answer."""


@dataclass(frozen=True, slots=True)
class Script:
    """What happens to one page. `error`: the ``status_ext`` its job ends with, "" for success.

    `pending`: how often its job is asked for in vain. `original_url`: where the page's redirects
    led the archive. `index_lag`: how long a capture stays invisible. `retry_after`: seconds.
    `archived`: what the archive is shown in the place of the page; `tells_status`: whether a
    job that ends well says with which status. `poll`: what befalls a question after its job.
    """

    reply: Reply = Reply.JOB
    pending: int = 1
    error: str = ""
    original_url: str = ""
    archived_status: int = 200
    tells_status: bool = True
    index_lag: timedelta = timedelta(0)
    index: Trouble = Trouble.NONE
    playback: Trouble = Trouble.NONE
    poll: Trouble = Trouble.NONE
    archived: bytes = b""
    retry_after: int | None = None


def surt(url: str) -> str:
    """Return the archive's sort key of a page: it folds scheme, ``www.``, letter case, query order.

    ``https://www.a.fr/B?y=1&x=2`` gives ``fr,a)/b?x=2&y=1``.
    """
    parts = urlsplit(unquote(url).lower())
    labels = (parts.hostname or "").removeprefix("www.").split(".")
    query = "&".join(f"{k}={v}" for k, v in sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{','.join(reversed(labels))}){parts.path or '/'}{'?' if query else ''}{query}"


@dataclass(slots=True)
class Scripts:
    """The scripts of all pages; `default` is for those without one of their own.

    Where a page has several, each request of one kind takes the next; the last one holds on.
    """

    default: Script = field(default_factory=Script)
    _of: dict[str, tuple[Script, ...]] = field(default_factory=dict)
    _taken: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def lay_down(self, url: str, *scripts: Script) -> None:
        """Say what happens to `url` from now on."""
        self._of[surt(url)] = scripts
        self._taken.pop(surt(url), None)

    def take(self, url: str, kind: str) -> Script:
        """Return the script of a request for ``save``, ``poll``, ``index`` or ``playback``."""
        scripts = self._of.get(surt(url))
        if not scripts:
            return self.default
        taken = self._taken[surt(url)]
        taken[kind] += 1
        return scripts[min(taken[kind], len(scripts)) - 1]
