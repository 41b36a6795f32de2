"""The headers that we send, and those that came, as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne import __version__
from perenne.domain.exchanges import Validators
from perenne.net.codings import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 200
_MOST_BYTES = 64 * 1024

_ACCEPT = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": ACCEPTED,
}
_BROWSER = {
    # What a French Firefox sends with the first request of a tab.
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "fr,fr-FR;q=0.8,en-US;q=0.5,en;q=0.3",
    "Accept-Encoding": ACCEPTED,
    "Connection": "keep-alive",
    "Upgrade-Insecure-Requests": "1",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "none",
    "Sec-Fetch-User": "?1",
    "Priority": "u=0, i",
}


def user_agent(contact: str) -> str:
    """Return the name we always go by, with the administrator's contact where there is one."""
    reachable = "".join(char for char in contact if char.isascii() and char.isprintable())
    known = f"; +{reachable.strip()}" if reachable.strip() else ""
    return f"Mozilla/5.0 (compatible; Perenne/{__version__}{known})"


def request_headers(contact: str, *, browser_like: bool) -> dict[str, str]:
    """Return what a request says beside its address and its cookies."""
    others = _BROWSER if browser_like else _ACCEPT
    return {"User-Agent": user_agent(contact), **others}


def conditions(validators: Validators) -> dict[str, str]:
    """Return the headers that ask for another version than the one we know (RFC 9110 §13.1)."""
    given = {
        "If-None-Match": validators.etag,
        "If-Modified-Since": validators.last_modified,
    }
    return {name: value for name, value in given.items() if value}


def kept(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return an answer's headers by lower-case name, repeated ones joined by LF; bounded."""
    found: dict[str, str] = {}
    for name, value in bounded(raw):
        key, text = decoded(name).lower(), decoded(value)
        found[key] = f"{found[key]}\n{text}" if key in found else text
    return found


def bounded(raw: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Return the first headers, up to 200 and 64 kB."""
    found: list[tuple[bytes, bytes]] = []
    size = 0
    for name, value in raw:
        size += len(name) + len(value)
        if len(found) == _MOST or size > _MOST_BYTES:
            break
        found.append((name, value))
    return found


def decoded(raw: bytes) -> str:
    """Read UTF-8, or else Latin-1, which is what HTTP was born with."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
