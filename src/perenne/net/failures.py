"""What went wrong on the wire, as a `Failure` and its technical cause.

httpx.TransportError
└── WireError: the only exception that leaves our transports

aiohttp and httpx wrap the cause that we want in layers of their own, so the whole chain of
causes is read, from what says most to what says least.
"""

from __future__ import annotations

import errno
import re
import socket
import ssl
from typing import TYPE_CHECKING

import aiohttp

from perenne.domain.exchanges import Failure
from perenne.net import proxies
from perenne.net.library import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_DETAIL = 300
_LONGEST_CHAIN = 12

_DNS = {
    socket.EAI_NONAME: Failure.DNS_NXDOMAIN,
    # "No address": -5 in the GNU library, absent elsewhere; -9 where only the family is missing.
    getattr(socket, "EAI_NODATA", -5): Failure.DNS_NO_ADDRESS,
    getattr(socket, "EAI_ADDRFAMILY", -9): Failure.DNS_NO_ADDRESS,
}

# X509_V_ERR_… of openssl/x509_vfy.h
_ISSUER_NOT_FOUND = frozenset({20, 21})
_CERTIFICATE = {
    10: Failure.TLS_EXPIRED,
    18: Failure.TLS_SELF_SIGNED,
    19: Failure.TLS_UNKNOWN_CA,
    20: Failure.TLS_UNKNOWN_CA,
    21: Failure.TLS_UNKNOWN_CA,
    62: Failure.TLS_WRONG_NAME,
    64: Failure.TLS_WRONG_NAME,
}

_OLD_PROTOCOL = frozenset(
    {"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "SSLV3_ALERT_PROTOCOL_VERSION"}
)
"""OpenSSL's reasons, where the two sides have no version of TLS in common."""

_SYSTEM = {  # what says most comes first: of several addresses, it speaks for all
    errno.ECONNREFUSED: Failure.REFUSED,
    errno.ECONNRESET: Failure.RESET,
    errno.ECONNABORTED: Failure.RESET,
    errno.EPIPE: Failure.RESET,
    errno.ETIMEDOUT: Failure.CONNECT_TIMEOUT,
    errno.EHOSTUNREACH: Failure.UNREACHABLE,
    errno.ENETUNREACH: Failure.UNREACHABLE,
    errno.EHOSTDOWN: Failure.UNREACHABLE,
    # Of this machine, never of the site: no more files, ports or memory, a local firewall.
    errno.EMFILE: Failure.OWN_NETWORK,
    errno.ENFILE: Failure.OWN_NETWORK,
    errno.ENOBUFS: Failure.OWN_NETWORK,
    errno.ENOMEM: Failure.OWN_NETWORK,
    errno.EADDRNOTAVAIL: Failure.OWN_NETWORK,
    errno.ENETDOWN: Failure.OWN_NETWORK,
    errno.EPERM: Failure.OWN_NETWORK,
    errno.EACCES: Failure.OWN_NETWORK,
}

_TIMES: dict[type[BaseException], Failure] = {
    aiohttp.ConnectionTimeoutError: Failure.CONNECT_TIMEOUT,
    httpx.ConnectTimeout: Failure.CONNECT_TIMEOUT,
    aiohttp.SocketTimeoutError: Failure.ANSWER_TIMEOUT,
    httpx.ReadTimeout: Failure.ANSWER_TIMEOUT,
    httpx.WriteTimeout: Failure.ANSWER_TIMEOUT,
}
_KINDS: dict[type[BaseException], Failure] = {
    aiohttp.ServerDisconnectedError: Failure.CLOSED,
    aiohttp.ClientPayloadError: Failure.CLOSED,
    aiohttp.ClientResponseError: Failure.NOT_HTTP,
    httpx.RemoteProtocolError: Failure.NOT_HTTP,
    httpx.ReadError: Failure.RESET,
    httpx.WriteError: Failure.RESET,
    ConnectionError: Failure.RESET,
}

_SILENT_CLOSE = "disconnected without sending"
"""httpcore's words for a connection closed before the end of the headers."""


class WireError(httpx.TransportError):
    """An attempt failed. `detail` is for the log.

    `issuer_missing`: the certificate's issuer is unknown here; why, the chain will tell.
    """

    def __init__(self, failure: Failure, detail: str, *, issuer_missing: bool = False) -> None:
        super().__init__(f"{failure}: {detail}")
        self.failure = failure
        self.detail = detail
        self.issuer_missing = issuer_missing


def translate(error: Exception, *, proxied: bool = False) -> WireError:
    """Return what an exception of aiohttp, httpx or the system means.

    `proxied`: the connection went to a proxy, so that a failed connection is the proxy's.
    """
    causes = list(_causes(error))
    for cause in causes:
        known = _by_proxy(cause, proxied=proxied) or _by_cause(cause, proxied=proxied)
        if known is not None:
            return known
    for cause in causes:
        for kind, failure in _KINDS.items():
            if isinstance(cause, kind):
                return WireError(failure, describe(cause))
    # Our own mistakes (a request that the library refuses, a full pool) say nothing of a site.
    return WireError(Failure.OWN_NETWORK, f"our own fault: {describe(error)}")


def describe(error: BaseException) -> str:
    """Return the technical cause in one bounded line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}"[:_LONGEST_DETAIL]


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Walk the chain, the innermost cause last; a group of causes counts by its first."""
    seen: BaseException | None = error
    for _ in range(_LONGEST_CHAIN):
        if seen is None:
            return
        yield seen
        inner = seen.exceptions[0] if isinstance(seen, BaseExceptionGroup) else None
        seen = inner or seen.__cause__ or seen.__context__


def _by_proxy(cause: BaseException, *, proxied: bool) -> WireError | None:
    if isinstance(cause, aiohttp.ClientHttpProxyError):
        return WireError(*proxies.refusal(cause.status, cause.message, cause.headers or {}))
    if isinstance(cause, httpx.ProxyError):
        return WireError(*proxies.refusal_text(str(cause)))
    at_proxy = isinstance(cause, aiohttp.ClientProxyConnectionError | socket.gaierror)
    if proxied and at_proxy:
        return WireError(Failure.PROXY_FAILED, describe(cause))
    return None


def _by_cause(cause: BaseException, *, proxied: bool) -> WireError | None:
    detail = describe(cause)
    if isinstance(cause, WireError):
        return cause
    if type(cause) in _TIMES:
        return WireError(_TIMES[type(cause)], detail)
    if isinstance(cause, socket.gaierror):
        return WireError(_DNS.get(cause.errno or 0, Failure.DNS_FAILED), detail)
    if isinstance(cause, ssl.SSLError):
        return _by_tls(cause, detail)
    if isinstance(cause, OSError):
        return _by_number(cause, detail, proxied=proxied)
    return _by_words(cause, detail)


def _by_words(cause: BaseException, detail: str) -> WireError | None:
    if isinstance(cause, httpx.RemoteProtocolError) and _SILENT_CLOSE in detail:
        return WireError(Failure.CLOSED, detail)
    return None


def _by_tls(cause: ssl.SSLError, detail: str) -> WireError | None:
    if isinstance(cause, aiohttp.ClientSSLError):
        return None  # a shell around the cause, without its code
    if not isinstance(cause, ssl.SSLCertVerificationError):
        old = getattr(cause, "reason", "") in _OLD_PROTOCOL
        return WireError(Failure.TLS_OLD_PROTOCOL if old else Failure.TLS_FAILED, detail)
    code = cause.verify_code
    failure = _CERTIFICATE.get(code, Failure.TLS_FAILED)
    return WireError(failure, detail, issuer_missing=code in _ISSUER_NOT_FOUND)


def _by_number(cause: OSError, detail: str, *, proxied: bool) -> WireError | None:
    """Read errno; several addresses that failed differently give it in words only."""
    written = re.findall(r"\[Errno (\d+)\]", str(cause))
    numbers = [cause.errno] if cause.errno else [int(number) for number in written]
    failures = [failure for number, failure in _SYSTEM.items() if number in numbers]
    if not failures:
        return None
    if proxied and failures[0] in (Failure.REFUSED, Failure.UNREACHABLE):
        return WireError(Failure.PROXY_FAILED, detail)
    if _no_ipv6_here(numbers, detail):
        return WireError(Failure.OWN_NETWORK, detail)
    return WireError(failures[0], detail)


def _no_ipv6_here(numbers: list[int], detail: str) -> bool:
    """Tell a site that has only IPv6 addresses, asked from a machine that has none."""
    return set(numbers) == {errno.ENETUNREACH} and not re.search(r"\('\d+(\.\d+){3}'", detail)
