"""Redirects, followed by hand: where an answer leads, with which cookies, and when it is a loop."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from perenne.domain.exchanges import Failure, Hop
from perenne.domain.urls import MalformedUrlError, join, without_credentials
from perenne.net.headers import bounded, decoded
from perenne.net.library import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping

PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHOICE = 300
"""A redirect only where it names an address (RFC 9110 §15.4.1)."""
_LONGEST_DETAIL = 200
_LAST_ASCII = 0x7F
_CREDENTIALS = re.compile(r"//[^/@]*@")


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where an answer leads; `target` None where no request can be made of its Location."""

    target: str | None
    detail: str = ""


def redirect_of(url: str, answer: httpx.Response) -> Redirect | None:
    """Return where the answer for `url` leads, None where it is the page itself."""
    status, location = answer.status_code, _location(answer)
    if status not in _REDIRECTS and not (status == _CHOICE and location):
        return None
    if not location:
        return Redirect(None, "no Location" if location is None else "empty Location")
    try:
        target = without_credentials(join(url, location))
    except MalformedUrlError as error:
        shown = _CREDENTIALS.sub("//", location)
        return Redirect(None, f"{error}: {shown}"[:_LONGEST_DETAIL])
    return Redirect(_with_fragment(target, url))


def _location(answer: httpx.Response) -> str | None:
    """Return the first Location as a browser reads it: its bytes beyond ASCII escaped one by one.

    So what was sent in Latin-1 is asked back in Latin-1.
    """
    values = [value for name, value in answer.headers.raw if name.lower() == b"location"]
    if not values:
        return None
    return "".join(
        chr(byte) if byte <= _LAST_ASCII else f"%{byte:02X}" for byte in values[0]
    ).strip()


def _with_fragment(target: str, url: str) -> str:
    """Hand the fragment on, as browsers do, where the Location has none of its own."""
    _, mark, fragment = url.partition("#")
    return target if "#" in target or not mark else f"{target}#{fragment}"


class Trail:
    """One chain of redirects: the cookies it was given and the requests it made."""

    def __init__(self, most_hops: int) -> None:
        self._most_hops = most_hops
        self._cookies = httpx.Cookies()
        self._made: list[tuple[str, str]] = []

    def request(self, url: str, headers: Mapping[str, str]) -> httpx.Request:
        """Return the request for `url`, with the cookies that belong to it."""
        address, request = _without_fragment(url), self._prepared(url, headers)
        self._made.append((address, request.headers.get("Cookie", "")))
        return request

    def keep_cookies(self, answer: httpx.Response) -> None:
        """Keep what the answer sets, for this chain alone."""
        values = [pair for pair in bounded(answer.headers.raw) if pair[0].lower() == b"set-cookie"]
        texts = [(name, decoded(value).encode()) for name, value in values]
        if texts:
            answer = httpx.Response(answer.status_code, headers=texts, request=answer.request)
            self._cookies.extract_cookies(answer)

    def judged(self, hop: Hop, target: str) -> Hop:
        """Return the hop, with a failure where following it would never end."""
        request = self._prepared(target, {})
        if (_without_fragment(target), request.headers.get("Cookie", "")) in self._made:
            return replace(hop, failure=Failure.REDIRECT_LOOP, detail=f"again {target}")
        if len(self._made) >= self._most_hops:
            detail = f"more than {self._most_hops} hops"
            return replace(hop, failure=Failure.REDIRECT_LOOP, detail=detail)
        return hop

    def _prepared(self, url: str, headers: Mapping[str, str]) -> httpx.Request:
        request = httpx.Request("GET", _without_fragment(url), headers=dict(headers))
        request.headers.encoding = "utf-8"  # sites do set cookies beyond ASCII
        if self._cookies:
            self._cookies.set_cookie_header(request)
        return request


def _without_fragment(url: str) -> str:
    return url.partition("#")[0]
