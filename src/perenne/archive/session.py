"""Blocking requests to the archive, by the library that waybackpy is built on, but bounded.

`ArchiveError`: the archive cannot be asked; its code says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

from perenne.domain.exchanges import Failure
from perenne.net.headers import user_agent

if TYPE_CHECKING:
    from ssl import SSLContext

    from perenne.net.environment import Environment
    from perenne.settings import Settings

LONGEST_ANSWER = 1_000_000
"""Bytes; five rows of the index are about one thousand."""
LONGEST_ROUTE = 10
"""Redirects: a save takes one, and one more for each redirect of the page."""
CONNECT_TIMEOUT = 10.0

_CODES: tuple[tuple[type[Exception], Failure], ...] = (
    # The narrower first: these are one family of classes.
    (requests.exceptions.ProxyError, Failure.PROXY_FAILED),
    (requests.exceptions.SSLError, Failure.TLS_FAILED),
    (requests.exceptions.ConnectTimeout, Failure.CONNECT_TIMEOUT),
    (requests.exceptions.Timeout, Failure.ANSWER_TIMEOUT),
    (requests.exceptions.TooManyRedirects, Failure.REDIRECT_LOOP),
)


class ArchiveError(Exception):
    """The archive cannot be asked. `code` is the value of a `Failure` where it is one."""

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


class Way:
    """The way to the archive at `base`: the product's own proxy, CA and User-Agent."""

    def __init__(self, base: str, environment: Environment, user_agent: str) -> None:
        self.base = base.rstrip("/")
        self._environment = environment
        self._headers = {"User-Agent": user_agent}

    @classmethod
    def of(cls, settings: Settings, environment: Environment) -> Self:
        """Return the way that the settings describe."""
        return cls(settings.wayback.url, environment, user_agent(settings.network.contact))

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
    known = next((failure for kind, failure in _CODES if isinstance(error, kind)), None)
    if known is None:
        # Whether it was reached decides whether it may have done what we asked for.
        known = Failure.UNREACHABLE if _never_connected(error) else Failure.CLOSED
    return known.value


def _never_connected(error: Exception) -> bool:
    cause = error.args[0] if error.args else None
    return isinstance(getattr(cause, "reason", None), urllib3.exceptions.NewConnectionError)
