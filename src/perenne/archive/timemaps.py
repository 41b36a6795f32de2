"""Which captures of a page another archive has: its TimeMap (Memento, RFC 7089, §5).

A TimeMap is a list of links (RFC 6690): ``<address>; rel="memento"; datetime="…"``.
"""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from perenne.archive.cdx import REST_AFTER_REFUSAL, Found, LookUp, LookUpFailed, NoneFound
from perenne.archive.mementos import plain_address, read_address, same_archive
from perenne.domain.links import Capture
from perenne.net.service import ServiceError

if TYPE_CHECKING:
    from perenne.archive.pace import Pace
    from perenne.net.service import Reply, ServiceClient

PER_MINUTE = 24
"""arquivo.pt takes 400 a minute, and blocks for ever whoever asks more."""
TIMEOUT = 60.0
"""Seconds."""

_LINK = re.compile(r"<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:\"[^\"]*\"|[^\s\",;]+))*)")
_PARAMETER = re.compile(r";\s*([\w*-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s\",;]+))")
_BEGINNING = re.compile(r"\s*<[^<>]*>\s*;")


class TimeMaps:
    """The archive whose TimeMaps are at `prefix`, followed by the address of a page."""

    def __init__(self, client: ServiceClient, prefix: str, pace: Pace) -> None:
        self._client = client
        self._prefix = prefix
        self._pace = pace

    async def captures(self, url: str) -> LookUp:
        """Look for all captures of a page; after a refusal nothing is asked for a while."""
        if self._pace.is_put_off:
            return LookUpFailed("put_off")
        await self._pace.turn()
        try:
            reply = await self._client.request("GET", self._prefix + url, timeout=TIMEOUT)
        except ServiceError as error:
            return LookUpFailed(error.code)
        if reply.status == HTTPStatus.TOO_MANY_REQUESTS:
            self._pace.put_off(REST_AFTER_REFUSAL)
        return _read(reply, self._prefix)


def read_timemap(text: str) -> tuple[Capture, ...]:
    """Return the captures that a TimeMap lists, the latest first; other links are left out."""
    found = {
        capture
        for address, rest in _LINK.findall(text)
        if (capture := _capture(address, _parameters(rest))) is not None
    }
    return tuple(sorted(found, key=lambda capture: capture.timestamp, reverse=True))


def _read(reply: Reply, prefix: str) -> LookUp:
    if reply.status == HTTPStatus.NOT_FOUND:
        return NoneFound()
    if reply.status != HTTPStatus.OK:
        return LookUpFailed(f"http_{reply.status}")
    text = reply.text
    if text.strip() and not _BEGINNING.match(text):
        return LookUpFailed("not_a_timemap")
    # What an archive names elsewhere is not its own, and may lead into our own network.
    captures = tuple(c for c in read_timemap(text) if same_archive(c.url, prefix))
    return Found(captures) if captures else NoneFound()


def _parameters(text: str) -> dict[str, str]:
    return {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(text)}


def _capture(address: str, parameters: dict[str, str]) -> Capture | None:
    place = read_address(address)
    if "memento" not in parameters.get("rel", "").split() or place is None:
        return None
    try:
        dated = parsedate_to_datetime(parameters.get("datetime", ""))
    except ValueError:
        return None
    # The date in the address is what the archive is asked for; both are the same, or one is wrong.
    return Capture(plain_address(address), place[0]) if dated == place[0] else None
