"""Addresses that only count a click and send it on: what was meant is where they lead.

Mail filters, search engines and social networks put them around an address that is copied from
them. The target is read from the address; those that hide it behind a code are left as they are.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

_QUERIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}", "/url", ("q", "url")),
    (r"[a-z0-9.-]+\.safelinks\.protection\.outlook\.com", "/", ("url",)),
    (r"lm?\.(?:facebook|instagram)\.com", "/", ("u",)),
    (r"(?:www\.)?youtube\.com", "/redirect", ("q",)),
    (r"(?:www\.)?linkedin\.com", "/redir/redirect", ("url",)),
    (r"(?:www\.)?linkedin\.com", "/safety/go", ("url",)),
    (r"slack-redir\.net", "/link", ("url",)),
    (r"out\.reddit\.com", "/", ("url",)),
    (r"t\.umblr\.com", "/redirect", ("z",)),
    (r"(?:m\.)?vk\.com", "/away.php", ("to",)),
    (r"duckduckgo\.com", "/l/", ("uddg",)),
    (r"deref-(?:gmx\.(?:fr|net|com)|web\.de|mail\.com)", "/mail/client/", ("redirectUrl",)),
)
"""Host, how the path begins, and the parameters that hold the target (as seen in copied links)."""
_PROOFPOINT = re.compile(r"/v3/__(?P<target>https?:/+.+?)__;", re.IGNORECASE)
"""``urldefense.com/v3/__TARGET__;CODE!!…``: the code restores letters, seldom any."""
_SCHEME = len("https://")
_MOST = 3
"""Filters put themselves around each other."""


def target(url: str) -> str:
    """Return where a redirector's address leads, the address itself where it is none."""
    for _ in range(_MOST):
        inner = _target(url) if "http" in url[_SCHEME:].lower() else ""
        if not inner:
            return url
        url = inner
    return url


def _target(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:  # no address
        return ""
    found = _defended(parts) if host == "urldefense.com" else _in_query(host, parts)
    return found if found.lower().startswith(("http://", "https://")) else ""


def _in_query(host: str, parts: SplitResult) -> str:
    for known, path, names in _QUERIES:
        if re.fullmatch(known, host) and parts.path.startswith(path):
            values = parse_qs(parts.query)
            return next((values[name][0] for name in names if name in values), "")
    return ""


def _defended(parts: SplitResult) -> str:
    found = _PROOFPOINT.match(f"{parts.path}{'?' if parts.query else ''}{parts.query}")
    if found is None or "*" in found["target"]:  # letters that the code holds
        return ""
    return re.sub(r"^(https?):/+", r"\1://", unquote(found["target"]))
