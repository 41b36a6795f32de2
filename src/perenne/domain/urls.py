"""Three forms of one address: as written, as requested, and as the key of a link.

The WHATWG URL standard decides what a URL is, since that is what readers' browsers do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote_plus

import ada_url

LONGEST_URL = 8_192
"""Characters; servers and proxies refuse longer request lines (nginx: 8 kB by default)."""

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|xtor|at_(?:medium|campaign|creation)|"
    r"_hs(?:enc|mi)|igshid|mtm_\w+|pk_(?:campaign|kwd|source|medium)"
)
_HOST_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")


class MalformedUrlError(ValueError):
    """No request can be made from this text. The message is a stable code."""


def requested(text: str) -> str:
    """Return the URL that a request for `text` asks for, fragment included.

    Escapes and letter case of the path stay as written; non-ASCII is percent-encoded as UTF-8
    and the host put into IDNA (UTS-46), as a browser does. Credentials are left out.

    Raises `MalformedUrlError` with one of the codes `url_too_long`, `url_invalid`,
    `url_scheme`, `url_host`.
    """
    text = text.strip()
    if len(text) > LONGEST_URL:
        raise MalformedUrlError("url_too_long")
    try:
        parsed = ada_url.URL(text)
    except ValueError as error:
        raise MalformedUrlError("url_invalid") from error
    if parsed.protocol not in ("http:", "https:"):
        raise MalformedUrlError("url_scheme")
    if not _plausible_host(parsed.hostname):
        raise MalformedUrlError("url_host")
    parsed.username = parsed.password = ""
    return str(parsed.href)


def link_key(text: str) -> str:
    """Return the identity of the link: no fragment, no tracking parameters.

    Scheme and ``www.`` are kept. A text no request can be made from is its own key.
    """
    try:
        parsed = ada_url.URL(requested(text))
    except MalformedUrlError:
        return text.strip()[:LONGEST_URL]
    parsed.hash = ""
    parsed.search = without_tracking(parsed.search[1:])
    return str(parsed.href).rstrip("#")


def without_tracking(query: str) -> str:
    """Return a query without the parameters by which campaigns and networks follow readers."""
    return "&".join(part for part in query.split("&") if part and not _is_tracking(part))


@lru_cache(maxsize=1024)  # every rule asks for the same few
def host_of(url: str) -> str:
    """Return the host name of a URL in its ASCII form, or "" where there is none."""
    try:
        return str(ada_url.URL(url).hostname).strip("[]")
    except ValueError:
        return ""


def join(base: str, location: str) -> str:
    """Resolve a ``Location`` or a link against `base`; raises `MalformedUrlError`."""
    try:
        return requested(str(ada_url.URL(location.strip(), base).href))
    except ValueError as error:
        if isinstance(error, MalformedUrlError):
            raise
        raise MalformedUrlError("url_invalid") from error


def without_credentials(url: str) -> str:
    """Return `url` without ``user:password@``, which is never sent, stored nor logged.

    A URL that holds none stays as it is written.
    """
    try:
        parsed = ada_url.URL(url)
    except ValueError:
        return url
    if not parsed.username and not parsed.password:
        return url
    parsed.username = parsed.password = ""
    return str(parsed.href)


def _is_tracking(parameter: str) -> bool:
    name = unquote_plus(parameter.partition("=")[0]).lower()
    return _TRACKING.fullmatch(name) is not None


def _plausible_host(host: str) -> bool:
    """Refuse what parses but can never resolve: empty labels, spaces kept as %20."""
    if host.startswith("["):
        return True
    labels = host.removesuffix(".").split(".")
    return len(host) <= 253 and all(  # noqa: PLR2004 - RFC 1035 limit
        len(label) <= 63 and _HOST_LABEL.fullmatch(label)  # noqa: PLR2004 - RFC 1035 limit
        for label in labels
    )
