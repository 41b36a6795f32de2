"""The way out that the administrator chose: proxies and certificate authorities."""

from __future__ import annotations

import ipaddress
import ssl
import sys
import urllib.request
import warnings
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import truststore

from perenne.domain.urls import host_of
from perenne.settings import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from perenne.settings import Network

_CIPHERS = "DEFAULT:!aNULL:!eNULL"
"""OpenSSL's own choice. Python's is stricter than browsers are (no RSA key exchange, no
SHA-1 MAC) and would call sites dead that readers see."""
_LEGACY_SERVER_CONNECT = 0x4
"""SSL_OP_LEGACY_SERVER_CONNECT (a name in `ssl` from 3.12 on): OpenSSL 3 refuses servers
without RFC 5746, browsers do not."""


class Environment:
    """The way out, made once and shared: a context costs some 30 ms.

    `verified` and `unverified` are the TLS contexts. Raises `SettingsError`.
    """

    def __init__(self, network: Network) -> None:
        self._ca_file = network.ca_file
        self._proxies = _proxies(network.proxy)
        self.verified = _verified(network.ca_file)
        self.unverified = _unverified()

    def proxy_for(self, url: str) -> str | None:
        """Return the proxy's URL for a request, None for a direct one.

        What runs on this machine is never asked through a proxy.
        """
        if _is_here(host_of(url)) or self._is_bypassed(urlsplit(url).netloc):
            return None
        return self._proxies.get(urlsplit(url).scheme) or self._proxies.get("all")

    def _is_bypassed(self, netloc: str) -> bool:
        # typeshed lacks what the standard library exports.
        bypasses = urllib.request.proxy_bypass_environment  # type: ignore[attr-defined]
        return bool(bypasses(netloc, self._proxies))

    def requests_proxies(self, url: str) -> dict[str, str]:
        """Return the `proxies` that a library built on `requests` needs for `url`."""
        proxy = self.proxy_for(url)
        return {"http": proxy, "https": proxy} if proxy else {}


def _proxies(configured: str) -> dict[str, str]:
    found = urllib.request.getproxies_environment()
    bypassed = {"no": found.get("no", "")}
    if configured:
        found = {"http": configured, "https": configured}
    used = {scheme: found[scheme] for scheme in ("http", "https", "all") if found.get(scheme)}
    return bypassed | {scheme: _proxy_url(proxy) for scheme, proxy in used.items()}


def _proxy_url(text: str) -> str:
    url = text if "://" in text else f"http://{text}"
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise SettingsError("", [("network.proxy", "http://host:port")])
    return url


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _verified(ca_file: Path | None) -> ssl.SSLContext:
    context = _system()
    context.set_ciphers(_CIPHERS)
    context.options |= _LEGACY_SERVER_CONNECT
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:  # ssl.SSLError is one
            expected = f"a file of certificates in PEM form ({error})"
            raise SettingsError("", [("network.ca_file", expected)]) from error
    return context


def _system() -> ssl.SSLContext:
    """Return a context that trusts what the system and ``SSL_CERT_FILE`` trust.

    On Linux OpenSSL knows by itself; truststore would read all authorities again for every
    connection there, 23 ms each.
    """
    if sys.platform in {"darwin", "win32"}:
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return ssl.create_default_context()


def _unverified() -> ssl.SSLContext:
    """Return a context that takes any certificate and any version, to look behind a bad one."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.options |= _LEGACY_SERVER_CONNECT
    with warnings.catch_warnings():  # old versions are deprecated, which is the point here
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
    context.set_ciphers(f"{_CIPHERS}:@SECLEVEL=0")
    return context
