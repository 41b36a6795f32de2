"""Where a link led: its redirects, and the meta refresh that is one more."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from itertools import pairwise

from perenne.domain.cases import Case
from perenne.domain.exchanges import Hop
from perenne.domain.urls import MalformedUrlError, join
from perenne.rules.addresses import Address, address, same_address
from perenne.rules.looks import served_look


@dataclass(frozen=True, slots=True)
class Journey:
    """From the cited address to the last one.

    `lasting` is the address that permanent redirects alone lead to: the new one for good.
    `unseen` tells that the last step is a refresh by the page, whose target was not looked at.
    """

    start: Address
    end: Address
    end_url: str
    lasting: Address
    lasting_url: str
    unseen: bool = False

    @property
    def stayed(self) -> bool:
        """Tell whether it ended where it began, but for scheme, www or a slash."""
        return same_address(self.start, self.end)


def journey(case: Case) -> Journey | None:
    """Return where a served link led, None where nothing was served."""
    look = served_look(case)
    if look is None:
        return None
    end_url = look.exchange.final_url
    lasting_url = _lasting(case.url, look.exchange.hops)
    refreshed = _refreshed(end_url, look.page.refresh)
    if refreshed:
        lasting_url = refreshed if lasting_url == end_url else lasting_url
        end_url = refreshed
    return Journey(
        start=address(case.url),
        end=address(end_url),
        end_url=end_url,
        lasting=address(lasting_url),
        lasting_url=lasting_url,
        unseen=bool(refreshed),
    )


def _lasting(url: str, hops: tuple[Hop, ...]) -> str:
    for hop, following in pairwise(hops):
        # What follows a page (a refresh, a script) says that it is there for good.
        if not (hop.permanent or hop.status == HTTPStatus.OK):
            break
        url = following.url
    return url


def _refreshed(end_url: str, refresh: str) -> str:
    """Return the target of a meta refresh, "" where it is none or only reloads the page."""
    try:
        target = join(end_url, refresh) if refresh else ""
    except MalformedUrlError:
        return ""
    return "" if same_address(address(end_url), address(target)) else target
