"""Addresses in bytes, put in the place of others; all else stays as it is, byte for byte."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_WRAP = rb"(?:[ \t]*\r?\n[ \t]*)?"
"""An address may run over lines."""

_BEFORE, _AFTER = r"(?<![\w/.@:-])", r"(?![\w/%?&=#~+@$*-])"
"""Where another address goes on, it is not the one that is meant."""


def replaced(
    data: bytes,
    changes: Mapping[str, str],
    done: Counter[str],
    *,
    encoding: str = "utf-8",
    forms: Iterable[Callable[[str], str]] = (str,),
) -> bytes:
    """Return `data` with each address of `changes` (as written) replaced; `done` counts where.

    `forms`: how the format writes an address (in HTML, ``&`` is ``&amp;``). What the encoding
    cannot write is left as it is.
    """
    written: dict[bytes, tuple[str, bytes]] = {}
    for old, new in changes.items():
        for form in forms:
            try:
                written.setdefault(form(old).encode(encoding), (old, form(new).encode(encoding)))
            except UnicodeEncodeError:
                continue
    if not written:
        return data
    wrap = _WRAP if encoding in ("utf-8", "cp1252") else b""
    longest_first = sorted(written, key=len, reverse=True)
    patterns = (wrap.join(re.escape(bytes([b])) for b in each) for each in longest_first)
    before, after = _BEFORE.encode(), _AFTER.encode()
    any_of_them = re.compile(
        before + b"(?:" + b"|".join(b"(%b)" % p for p in patterns) + b")" + after
    )

    def put(match: re.Match[bytes]) -> bytes:
        old, new = written[longest_first[(match.lastindex or 1) - 1]]
        done[old] += 1
        return new

    return any_of_them.sub(put, data)


def starts(text: str, address: str) -> list[int]:
    """Return where an address stands in a text, by itself and not within another."""
    return [match.start() for match in re.finditer(_BEFORE + re.escape(address) + _AFTER, text)]


def in_markup(address: str) -> str:
    """Return an address as HTML and XML write it in an attribute."""
    return escape(address)


def in_text(address: str) -> str:
    """Return an address as HTML and XML write it in a text."""
    return escape(address, quote=False)
