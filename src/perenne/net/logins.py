"""A subscriber's login: it goes to its own host, over https, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.domain.exchanges import Variant

if TYPE_CHECKING:
    from perenne.domain.sites import Login
    from perenne.net.library import httpx

_ASKS_FOR_THE_PAGE = {Variant.PLAIN, Variant.FOLLOWED, Variant.BROWSER_LIKE, Variant.SECOND}
"""Never the unverified look, behind which anybody may listen, nor a probe beside the page."""


def log_in(request: httpx.Request, login: Login, variant: Variant) -> bool:
    """Add the login's headers where they may go, a cookie to those of the chain; tell whether."""
    own = request.url.host in (login.host, f"www.{login.host}")
    if not (login.headers and own and request.url.scheme == "https"):
        return False
    if variant not in _ASKS_FOR_THE_PAGE:
        return False
    for name, value in login.headers:
        given = request.headers.get("Cookie", "") if name.lower() == "cookie" else ""
        request.headers[name] = f"{given}; {value}" if given else value
    return True
