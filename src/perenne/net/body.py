"""The first bytes of a body: bounded on the wire, bounded once decoded."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from perenne.net.library import httpx

if TYPE_CHECKING:
    from perenne.domain.cases import Site
    from perenne.settings import Limits

_KB = 1024
_RATIO = 4
"""Decoded to wire: that of the limits' own defaults."""
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_RAW_DEFLATE = -zlib.MAX_WBITS
"""What some servers call deflate has no zlib header (RFC 9110 §8.4.1.2 knows it)."""
_MOST_MEMBERS = 8
"""A gzip file may have several (RFC 1952 §2.2); thousands of empty ones are an attack."""
_UNASKED = frozenset({"br", "zstd", "compress", "x-compress"})


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
        part = _Part(bytes(self._wire), more=self._truncated)
        early = not self._whole
        for coding in reversed([name.strip().lower() for name in encoding.split(",")]):
            part = _decoded(coding, part, self._bounds.decoded)
            early |= part.early
        return Body(part.data, part.more, part.broken or (early and not part.more))


@dataclass(frozen=True, slots=True)
class _Part:
    """Bytes, and whether there were more, whether they ended early, whether they are broken."""

    data: bytes
    more: bool = False
    early: bool = False
    broken: bool = False


def _decoded(coding: str, part: _Part, bound: int) -> _Part:
    """Take one coding away; an unknown word is none: some servers write a charset there."""
    if coding in _UNASKED:
        return replace(part, data=b"", broken=True)
    if coding in ("gzip", "x-gzip"):
        return _inflated(part, bound, _GZIP_OR_ZLIB)
    if coding == "deflate":
        return _inflated(part, bound, _GZIP_OR_ZLIB if _has_header(part.data) else _RAW_DEFLATE)
    return replace(part, data=part.data[:bound], more=part.more or len(part.data) > bound)


def _inflated(part: _Part, bound: int, window: int) -> _Part:
    """Decode at most `bound` bytes, member by member; a bomb costs no more than that."""
    data, found, members = part.data, b"", 0
    while data and members < _MOST_MEMBERS:
        member, rest, state = _member(data, bound - len(found), window)
        found += member
        if state == "more":
            return replace(part, data=found, more=True)
        if state == "broken":  # after a whole member it is only padding
            return replace(part, data=found, broken=part.broken or members == 0)
        if state == "early":
            return replace(part, data=found, early=True)
        data, members = rest, members + 1
    return replace(part, data=found)


def _member(data: bytes, bound: int, window: int) -> tuple[bytes, bytes, str]:
    """Decode one member, in steps, so that what precedes a fault is kept."""
    decoder, found = zlib.decompressobj(window), b""
    try:
        for start in range(0, len(data), _KB):
            found += decoder.decompress(data[start : start + _KB], bound - len(found) + 1)
            if len(found) > bound:
                return found[:bound], b"", "more"
    except zlib.error:
        return found, b"", "broken"
    return found, decoder.unused_data, "whole" if decoder.eof else "early"


def _has_header(data: bytes) -> bool:
    """Tell zlib's two header bytes (RFC 1950: CM = 8, a multiple of 31) from raw deflate."""
    head = int.from_bytes(data[:2])
    return (head >> 8) & 0x0F == zlib.DEFLATED and head % 31 == 0
