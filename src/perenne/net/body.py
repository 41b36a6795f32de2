"""The first bytes of a body: bounded on the wire, bounded once decoded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.net.codings import Part, decoded
from perenne.net.library import httpx

if TYPE_CHECKING:
    from perenne.domain.sites import Site
    from perenne.settings import Limits

_KB = 1024
_RATIO = 4
"""Decoded to wire: that of the limits' own defaults."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bytes that are read at most: on the wire, and once decoded."""

    wire: int
    decoded: int

    @classmethod
    def of(cls, limits: Limits, site: Site) -> Bounds:
        """Return the limits, or the site's own where these are larger."""
        wire = max(limits.wire_kb, site.body_kb)
        return cls(wire * _KB, max(limits.decoded_kb, site.body_kb * _RATIO) * _KB)


@dataclass(frozen=True, slots=True)
class Body:
    """What was read. `truncated`: by us; `incomplete`: by the server, or badly encoded."""

    data: bytes = b""
    truncated: bool = False
    incomplete: bool = False


class BodyReader:
    """Reads one body. What came before an interruption is kept."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._wire = bytearray()
        self._whole = False
        self._truncated = False

    async def read(self, answer: httpx.Response) -> None:
        """Read until the end, the bound, or a failure; none of these raises."""
        assert isinstance(answer.stream, httpx.AsyncByteStream)
        try:
            async for chunk in answer.stream:
                self._wire += chunk
                if len(self._wire) > self._bounds.wire:
                    del self._wire[self._bounds.wire :]
                    self._truncated = True
                    return
            self._whole = True
        except httpx.HTTPError:
            return

    def body(self, encoding: str) -> Body:
        """Return what was read, decoded by the Content-Encoding header's value."""
        part = Part(bytes(self._wire), more=self._truncated)
        early = not self._whole
        for coding in reversed([name.strip().lower() for name in encoding.split(",")]):
            part = decoded(coding, part, self._bounds.decoded)
            early |= part.early
        return Body(part.data, part.more, part.broken or (early and not part.more))
