"""What a proxy says instead of the site: whose fault it is."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from perenne.domain.exchanges import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping

_SQUID = {
    # https://wiki.squid-cache.org: the names of its error pages
    "ERR_DNS_FAIL": Failure.DNS_FAILED,
    "ERR_CONNECT_FAIL": Failure.REFUSED,
    "ERR_READ_TIMEOUT": Failure.ANSWER_TIMEOUT,
    "ERR_READ_ERROR": Failure.RESET,
    "ERR_ZERO_SIZE_OBJECT": Failure.CLOSED,
    "ERR_SECURE_CONNECT_FAIL": Failure.TLS_FAILED,
    "ERR_ACCESS_DENIED": Failure.PROXY_FAILED,
    "ERR_CACHE_ACCESS_DENIED": Failure.PROXY_FAILED,
    "ERR_CANNOT_FORWARD": Failure.PROXY_FAILED,
}
_SQUID_ERRNO = {  # "ERR_CONNECT_FAIL 110": Linux numbers, after the name
    "101": Failure.UNREACHABLE,
    "110": Failure.CONNECT_TIMEOUT,
    "113": Failure.UNREACHABLE,
}
_WORDS = (
    (re.compile(r"dns|resol|no such host|unknown host|name", re.IGNORECASE), Failure.DNS_FAILED),
    (re.compile(r"refused", re.IGNORECASE), Failure.REFUSED),
    (re.compile(r"tim(?:e|ed)[ -]?out", re.IGNORECASE), Failure.CONNECT_TIMEOUT),
    (re.compile(r"unreachable|no route", re.IGNORECASE), Failure.UNREACHABLE),
)
_GATEWAY = frozenset({502, 503, 504})


def refusal(status: int, reason: str, headers: Mapping[str, str]) -> tuple[Failure, str]:
    """Return what a proxy's answer to CONNECT means, and the technical cause.

    Where it does not say that the site is at fault, the proxy is.
    """
    detail = f"proxy answered {status} {reason}".strip()
    squid = squid_error(headers)
    if squid is not None:
        return squid, f"{detail} ({headers['X-Squid-Error']})"
    if status in _GATEWAY:
        for words, failure in _WORDS:
            if words.search(reason):
                return failure, detail
    if status == HTTPStatus.GATEWAY_TIMEOUT:
        return Failure.CONNECT_TIMEOUT, detail
    return Failure.PROXY_FAILED, detail


def refusal_text(text: str) -> tuple[Failure, str]:
    """Do the same for the ``502 Bad Gateway`` of a library that keeps nothing else."""
    status, _, reason = text.partition(" ")
    return refusal(int(status) if status.isdecimal() else 0, reason, {})


def squid_error(headers: Mapping[str, str]) -> Failure | None:
    """Return what a Squid on the way says in ``X-Squid-Error``, None where it says nothing."""
    name, _, number = headers.get("X-Squid-Error", "").strip().partition(" ")
    failure = _SQUID.get(name)
    if failure is Failure.REFUSED:
        return _SQUID_ERRNO.get(number.strip(), failure)
    return failure


def failure_of(status: int, headers: Mapping[str, str]) -> tuple[Failure, str] | None:
    """Return what went wrong where a proxy answers a plain request in the site's stead.

    `headers` has lower-case names. None: it is, or may be, the site's own answer.
    """
    if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return Failure.PROXY_FAILED, "proxy answered 407"
    said = headers.get("x-squid-error", "")
    failure = squid_error({"X-Squid-Error": said})
    return None if failure is None else (failure, f"proxy answered {status} ({said})")
