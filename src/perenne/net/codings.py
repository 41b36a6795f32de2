"""Content codings taken away (RFC 9110 §8.4.1), each with a bound: a bomb costs no more."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd as zstd  # noqa: PLC0414 - offered to others
else:
    from backports import zstd as zstd  # noqa: PLC0414 - same

_STEP = 1024
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_RAW_DEFLATE = -zlib.MAX_WBITS
"""What some servers call deflate has no zlib header (RFC 9110 §8.4.1.2 knows it)."""

_MOST_MEMBERS = 8
"""gzip and zstd may have several (RFC 1952 §2.2, RFC 8878 §3.1); thousands of empty ones are an
attack."""

_LARGEST_WINDOW = 23
"""log2 of the bytes of a zstd window that a browser accepts (RFC 9659)."""

ACCEPTED = "gzip, deflate, br, zstd"
"""What we say in ``Accept-Encoding``, as browsers do."""

_UNKNOWN = frozenset({"compress", "x-compress"})


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes, and whether there were more, whether they ended early, whether they are broken."""

    data: bytes
    more: bool = False
    early: bool = False
    broken: bool = False


class _Decoder(Protocol):
    """What decodes one member; `step` gives at most `room` bytes more, or a little above."""

    def step(self, data: bytes, room: int) -> bytes: ...
    @property
    def rest(self) -> bytes | None:
        """What follows the member; None where it has not ended."""
        ...


def decoded(coding: str, part: Part, bound: int) -> Part:
    """Take one coding away; an unknown word is none: some servers write a charset there."""
    if coding in _UNKNOWN:
        return replace(part, data=b"", broken=True)
    if coding == "deflate":
        zlib_header = _has_header(part.data)
        return _unpacked(part, bound, lambda: _Zlib(_GZIP_OR_ZLIB if zlib_header else _RAW_DEFLATE))
    if coding in _DECODERS:
        return _unpacked(part, bound, _DECODERS[coding])
    return replace(part, data=part.data[:bound], more=part.more or len(part.data) > bound)


def _unpacked(part: Part, bound: int, new_decoder: Callable[[], _Decoder]) -> Part:
    data, found, members = part.data, b"", 0
    while data and members < _MOST_MEMBERS:
        member, rest, state = _member(data, bound - len(found), new_decoder())
        found += member
        if state == "more":
            return replace(part, data=found, more=True)
        if state == "broken":  # after a whole member it is only padding
            return replace(part, data=found, broken=part.broken or members == 0)
        if state == "early":
            return replace(part, data=found, early=True)
        data, members = rest, members + 1
    return replace(part, data=found)


def _member(data: bytes, bound: int, decoder: _Decoder) -> tuple[bytes, bytes, str]:
    """Decode one member, in steps, so that what precedes a fault is kept."""
    found = b""
    try:
        for start in range(0, len(data), _STEP):
            found += decoder.step(data[start : start + _STEP], bound - len(found) + 1)
            if len(found) > bound:
                return found[:bound], b"", "more"
            if decoder.rest is not None:
                return found, decoder.rest + data[start + _STEP :], "whole"
    except (zlib.error, brotli.error, zstd.ZstdError):
        return found, b"", "broken"
    return found, b"", "early"


class _Zlib:
    """gzip, zlib or raw deflate, by its window bits."""

    def __init__(self, window: int = _GZIP_OR_ZLIB) -> None:
        self._decoder = zlib.decompressobj(window)

    def step(self, data: bytes, room: int) -> bytes:
        return self._decoder.decompress(data, room)

    @property
    def rest(self) -> bytes | None:
        return self._decoder.unused_data if self._decoder.eof else None


class _Brotli:
    """RFC 7932; what follows its end is an error to the library, and padding to us."""

    def __init__(self) -> None:
        self._decoder = brotli.Decompressor()

    def step(self, data: bytes, room: int) -> bytes:
        return bytes(self._decoder.process(data, output_buffer_limit=room))

    @property
    def rest(self) -> bytes | None:
        return b"" if self._decoder.is_finished() else None


class _Zstd:
    """RFC 8878, with the window that RFC 9659 allows."""

    def __init__(self) -> None:
        options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW}
        self._decoder = zstd.ZstdDecompressor(options=options)

    def step(self, data: bytes, room: int) -> bytes:
        return self._decoder.decompress(data, room)

    @property
    def rest(self) -> bytes | None:
        return self._decoder.unused_data if self._decoder.eof else None


_DECODERS: dict[str, Callable[[], _Decoder]] = {
    "gzip": _Zlib,
    "x-gzip": _Zlib,
    "br": _Brotli,
    "zstd": _Zstd,
}


def _has_header(data: bytes) -> bool:
    """Tell zlib's two header bytes (RFC 1950: CM = 8, a multiple of 31) from raw deflate."""
    head = int.from_bytes(data[:2])
    return (head >> 8) & 0x0F == zlib.DEFLATED and head % 31 == 0
