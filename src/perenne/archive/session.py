"""Blocking requests to the archive, by the library that waybackpy is built on, but bounded.

`ArchiveError`: the archive cannot be asked; its code says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

if TYPE_CHECKING:
    from ssl import SSLContext

    from perenne.net.environment import Environment

LONGEST_ANSWER = 1_000_000
"""Bytes; five rows of the index are about one thousand."""
LONGEST_ROUTE = 10
"""Redirects: a save takes one, and one more for each redirect of the page."""
CONNECT_TIMEOUT = 10.0

_CODES: tuple[tuple[type[Exception], str], ...] = (
    # The narrower first: these are one family of classes.
    (requests.exceptions.ProxyError, "proxy"),
    (requests.exceptions.SSLError, "tls"),
    (requests.exceptions.ConnectTimeout, "connect_timeout"),
    (requests.exceptions.Timeout, "timeout"),
    (requests.exceptions.TooManyRedirects, "too_many_redirects"),
    (requests.exceptions.ConnectionError, "unreachable"),
)


class ArchiveError(Exception):
    """The archive cannot be asked. `code` is one of `_CODES`, or ``broken_answer``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Answer:
    """What came; `url` is the address that gave it."""

    status: int
    url: str
    headers: Mapping[str, str]
    text: str


class Session:
    """The way to the archive at `base`: the product's own proxy, CA and User-Agent."""

    def __init__(self, base: str, environment: Environment, user_agent: str) -> None:
        self.base = base.rstrip("/")
        self._environment = environment
        self._headers = {"User-Agent": user_agent}

    def get(self, url: str, *, silence: float) -> Answer:
        """Ask once, following redirects, at most `silence` seconds between two signs of life.

        No status is an error. Raises `ArchiveError`.
        """
        try:
            with self._open() as session:
                response = session.get(url, timeout=(CONNECT_TIMEOUT, silence), stream=True)
                body = response.raw.read(LONGEST_ANSWER, decode_content=True)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise ArchiveError(_code(error)) from error
        text = body.decode("utf-8", "replace")
        return Answer(response.status_code, response.url, response.headers, text)

    def _open(self) -> requests.Session:
        session = _OwnHostSession()
        session.max_redirects = LONGEST_ROUTE
        session.headers.update(self._headers)
        session.proxies = self._environment.requests_proxies(self.base)
        # What it would take from the environment is passed already; .netrc would add a password.
        session.trust_env = False
        session.mount("https://", _TrustingAdapter(self._environment.verified))
        return session


class _TrustingAdapter(HTTPAdapter):
    """Trusts what the rest of the product trusts, instead of a list of its own."""

    def __init__(self, context: SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on
        """Connect directly with our context."""
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401 - passed on
        """Connect through a proxy with our context."""
        return super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)

    def cert_verify(self, conn: Any, url: str, verify: bool | str, cert: Any) -> None:  # noqa: ANN401, ARG002 - requests' signature
        """Verify by the context, without adding authorities to it."""
        conn.cert_reqs = "CERT_REQUIRED"


class _OwnHostSession(requests.Session):
    """Follows redirects within one host: the archive has no reason to send us elsewhere."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Return where to go next, None to stay."""
        target = super().get_redirect_target(resp)
        if target is None or _host(urljoin(resp.url, target)) != _host(resp.url):
            return None
        return target


def _host(url: str) -> str | None:
    return urlsplit(url).hostname


def _code(error: Exception) -> str:
    return next((code for kind, code in _CODES if isinstance(error, kind)), "broken_answer")
