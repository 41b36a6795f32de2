"""What an archive shows under the very date of a capture.

Only what was captured has a ``Memento-Datetime`` (RFC 7089, §2.1.1), be it an error or a
redirect; what comes without one is the archive's own word. Another date in an answer or in a
redirect is that of another capture: ours is not to be seen, or not yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from perenne.archive.answers import Unavailable, unavailable
from perenne.archive.mementos import address_for, read_address, same_archive
from perenne.domain.exchanges import Exchange, Failure, Hop
from perenne.domain.urls import MalformedUrlError, join
from perenne.net.body import Bounds
from perenne.net.service import ServiceError

if TYPE_CHECKING:
    from perenne.archive.pace import Pace
    from perenne.domain.links import Capture
    from perenne.net.service import Reply, ServiceClient

PER_MINUTE = 60
"""The Wayback Machine shows 600 a minute to a network; others less."""
TIMEOUT = 30.0
"""Seconds."""
MOST_REDIRECTS = 5
ASIDE = timedelta(hours=1)
"""Where an archived redirect leads was captured a little before or after it."""

_ORIGINAL = "x-archive-orig-"
"""Before the headers that came with the page, so that they are not taken for the archive's."""
_OF_THE_CAPTURE = {"bad_url", "cut_short", Failure.NOT_HTTP.value}
"""Troubles of one capture: the archive itself is well."""
_WITHHELD = ("AdministrativeAccessControlException", "has been excluded")


@dataclass(frozen=True, slots=True)
class Shown:
    """The archived exchange, with the site's own addresses and headers."""

    exchange: Exchange


@dataclass(frozen=True, slots=True)
class NotShown:
    """No capture is under that date; `nearest` is the one that was offered instead, if any."""

    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """The site's owner had it taken out of the archive."""


View = Shown | NotShown | Withheld | Unavailable


class Playback:
    """Asks for captures in the form in which they came, at the archive's pace."""

    def __init__(self, client: ServiceClient, pace: Pace, bounds: Bounds) -> None:
        self._client = client
        self._pace = pace
        self._bounds = bounds

    async def show(self, capture: Capture) -> View:
        """Ask for a capture, following the redirects that were captured with it."""
        place = read_address(capture.url)
        if place is None:
            return NotShown()
        wanted, page = place
        hops: list[Hop] = []
        address = capture.url
        for _ in range(MOST_REDIRECTS + 1):
            reply = await self._ask(address_for(address, page, "id_"))
            if isinstance(reply, Unavailable):
                return NotShown() if reply.code in _OF_THE_CAPTURE else reply
            step = _read(reply, address, page, wanted, followed=bool(hops))
            if not isinstance(step, _Led):
                return _shown(step, hops) if isinstance(step, Exchange) else step
            hops += step.hops
            address, page = step.address, step.page
        return NotShown()

    async def _ask(self, address: str) -> Reply | Unavailable:
        await self._pace.turn()
        try:
            return await self._client.request("GET", address, timeout=TIMEOUT, first=self._bounds)
        except ServiceError as error:
            return Unavailable(error.code)


@dataclass(frozen=True, slots=True)
class _Led:
    """A redirect: where it leads in the archive, and the hop if the site itself made it."""

    address: str
    page: str
    hops: tuple[Hop, ...]


def _shown(last: Exchange, hops: list[Hop]) -> Shown:
    return Shown(Exchange((*hops, *last.hops), body=last.body, truncated=last.truncated))


def _read(
    reply: Reply, address: str, page: str, wanted: datetime, *, followed: bool
) -> _Led | Exchange | NotShown | Withheld | Unavailable:
    dated = _memento_datetime(reply)
    if dated is None:
        return _own_word(reply, address, page, wanted, followed=followed)
    slack = ASIDE if followed else timedelta(0)
    if abs(dated - wanted) > slack:
        return NotShown()
    lasting = reply.status in (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
    hop = Hop(page, reply.status, _original_headers(reply), permanent=lasting)
    target = _target(reply, address) or _target_as_it_came(reply, address, page)
    if target is None:
        return Exchange((hop,), body=reply.body, truncated=reply.truncated)
    return _Led(*target, (hop,))


def _own_word(
    reply: Reply, address: str, page: str, wanted: datetime, *, followed: bool
) -> _Led | NotShown | Withheld | Unavailable:
    """Read an answer that was not captured: the archive's own."""
    if any(word in reply.text for word in _WITHHELD):
        return Withheld()
    target = _target(reply, address)
    if target is None:
        refused = reply.status not in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
        refusal = unavailable(reply.status, reply.headers) if refused else None
        return refusal or _missing(reply.status)
    there, other = target
    found = read_address(there)
    date = found[0] if found else wanted
    if date == wanted and other != page:
        return _Led(there, other, (Hop(page, HTTPStatus.FOUND),))
    if followed and other == page and abs(date - wanted) <= ASIDE:
        return _Led(there, page, ())
    return NotShown(address_for(there, other))


def _missing(status: int) -> NotShown | Unavailable:
    gone = status == HTTPStatus.NOT_FOUND or status < HTTPStatus.BAD_REQUEST
    return NotShown() if gone else Unavailable(f"http_{status}")


def _target(reply: Reply, address: str) -> tuple[str, str] | None:
    """Return address and page of the capture that a redirect leads to, None where it is none.

    Only of this archive: what was archived may name any address, our own network's included.
    """
    try:
        target = urljoin(address, _location(reply)) if _location(reply) else ""
    except ValueError:
        return None
    found = read_address(target) if same_archive(target, address) else None
    return (target, found[1]) if found else None


def _target_as_it_came(reply: Reply, address: str, page: str) -> tuple[str, str] | None:
    """Return the same where the archive left the site's own ``Location`` as it was."""
    try:
        target = join(page, _location(reply)) if _location(reply) else ""
    except MalformedUrlError:
        return None
    return (address_for(address, target), target) if target else None


def _location(reply: Reply) -> str:
    redirects = HTTPStatus.MULTIPLE_CHOICES <= reply.status < HTTPStatus.BAD_REQUEST
    return reply.headers.get("location", "") if redirects else ""


def _memento_datetime(reply: Reply) -> datetime | None:
    try:
        dated = parsedate_to_datetime(reply.headers.get("memento-datetime", ""))
    except ValueError:
        return None
    return dated if dated.tzinfo else dated.replace(tzinfo=UTC)


def _original_headers(reply: Reply) -> dict[str, str]:
    """Return the site's own headers; the archive passes the type of the page on as its own."""
    kept = {
        name.removeprefix(_ORIGINAL): value
        for name, value in reply.headers.items()
        if name.startswith(_ORIGINAL)
    }
    return {"content-type": reply.headers.get("content-type", "")} | kept
