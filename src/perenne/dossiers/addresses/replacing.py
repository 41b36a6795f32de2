"""Addresses in texts put in the place of others; all else stays as it is, to the letter."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from perenne.domain.urls import MalformedUrlError, requested
from perenne.dossiers.addresses.escapes import NONE, Escapes, Seen

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Mapping

_WRAP = r"(?:[ \t]*(?:\r\n|\r|\n)[ \t]*)?"
"""An address may run over lines."""
_WRAPPED = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_RUN = re.compile(r"[^\s<>\"«»“”`]*\Z")
"""What stands before, without a blank or a mark that ends addresses."""
_LONGEST_RUN = 4_000
_ADDRESS = re.compile(r"https?://|www\d?\.", re.IGNORECASE)
_GLUED = re.compile(r"(?<!%[0-9A-Fa-f]{2})(?<=[\w;,|)])\Z")
"""After which an address begins though another one stands before it."""
_NOT_BEFORE = re.compile(r"[\w@./:-]\Z")
_GOES_ON = r"\w/%&=#~+@$(\[-"
_AFTER = re.compile(rf"[{_GOES_ON}]|[.,;:!?*'’|]+(?!https?://|www\d?\.)[{_GOES_ON}]", re.IGNORECASE)
"""Where another address goes on, it is not the one that is meant."""
_UNSAFE = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}«»“”\s]")
"""What no address holds (RFC 3986), or where our reader would end it."""


def replaced(
    text: str,
    changes: Mapping[str, str],
    done: Counter[str],
    escapes: Escapes = NONE,
    *,
    wraps: bool = False,
) -> str:
    """Return `text` with each address of `changes`, which stands by itself, replaced.

    `done` counts them; `wraps`: they may run over lines.
    """
    if not changes:
        return text
    seen = Seen(text, escapes)
    pieces, at = list[str](), 0
    for start, end, old in _found(seen.text, tuple(changes), wraps=wraps):
        written = seen.within(start, end)
        between = (m[0] for m in escapes.pattern.finditer(written) if not escapes.meaning(m[0]))
        new = escapes.write(changes[old], written)
        pieces += (text[at : seen.start(start)], new, *between)
        at = seen.end(end)
        done[old] += 1
    return "".join((*pieces, text[at:])) if pieces else text


def starts(text: str, address: str) -> list[int]:
    """Return where an address stands in a text, by itself and not within another."""
    if address not in text:
        return []
    return [start for start, _end, _old in _found(text, (address,), wraps=False)]


def writable(address: str, encoding: str = "utf-8") -> str:
    """Return an address as every format bears it, and the letters of the file's encoding."""
    path, mark, query = address.strip().partition("?")
    path = path.replace("\\", "/")  # as browsers read it (WHATWG URL)
    address = _UNSAFE.sub(lambda found: quote(found[0]), f"{path}{mark}{query}")
    if address.count("(") != address.count(")"):
        address = address.replace("(", "%28").replace(")", "%29")
    try:
        address.encode(encoding)
    except UnicodeEncodeError:
        return in_ascii(address)
    return address


def in_ascii(address: str) -> str:
    """Return an address in the letters that are asked for on the wire: those of ASCII."""
    if address.isascii():
        return address
    try:
        return requested(address)
    except MalformedUrlError:
        return "".join(letter if letter.isascii() else quote(letter) for letter in address)


def _found(text: str, addresses: tuple[str, ...], *, wraps: bool) -> Iterator[tuple[int, int, str]]:
    """Yield from where to where each address stands, and which; the longest come first."""
    any_of_them = _any_of(addresses, wraps=wraps)
    at = 0
    while match := any_of_them.search(text, at):
        old = _WRAPPED.sub("", match[0]) if wraps else match[0]
        whole = _begins(text, match.start(), old) and not _AFTER.match(text, match.end())
        at = match.end() if whole else match.start() + 1
        if whole:
            yield match.start(), match.end(), old


@lru_cache(maxsize=64)  # one file has many pieces, and is asked for the same addresses in each
def _any_of(addresses: tuple[str, ...], *, wraps: bool) -> re.Pattern[str]:
    wrap = _WRAP if wraps else ""
    longest_first = sorted(addresses, key=len, reverse=True)
    # Without groups, what all begin with is looked for first: hundreds take little longer than one.
    return re.compile("|".join(wrap.join(map(re.escape, each)) for each in longest_first))


def _begins(text: str, start: int, address: str) -> bool:
    """Tell whether an address begins there, and not somewhere before."""
    before = text[max(0, start - _LONGEST_RUN) : start]
    if not address.lower().startswith("http"):
        return _NOT_BEFORE.search(before) is None
    run = _RUN.search(before)
    last = (run[0] if run else "").rpartition("](")[2]  # the target of a link in Markdown
    if _ADDRESS.search(last):
        return _GLUED.search(last) is not None
    return not last[-1:].isascii() or not last[-1:].isalnum()
