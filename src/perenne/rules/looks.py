"""Which of the looks at a link speaks for it."""

from __future__ import annotations

from http import HTTPStatus

from perenne.domain.cases import Ask, AskKind, Case, Look
from perenne.domain.exchanges import Failure, Variant
from perenne.domain.pages import Page, PageKind

OWN_SIDE = {
    Failure.ADDRESS_FORBIDDEN,
    Failure.PORT_FORBIDDEN,
    Failure.HOST_PUT_OFF,
    Failure.PROXY_FAILED,
    Failure.OWN_NETWORK,
    Failure.BUDGET_SPENT,
}
"""Failures that say nothing of the site."""

_OUTAGE = {Failure.PROXY_FAILED, Failure.OWN_NETWORK}
_DIRECT = {Variant.PLAIN, Variant.FOLLOWED, Variant.BROWSER_LIKE, Variant.SECOND}


def deciding_look(case: Case) -> Look | None:
    """Return the latest look that was answered, else the one whose failure says most.

    An outage of ours says more than a failure of the site: it explains it. What speaks another
    protocol says more than a connection closed on us, which is all that some libraries see of it.
    """
    looks = [look for look in case.looks if look.exchange.variant in _DIRECT]
    best = max(reversed(looks), key=_weight, default=None)
    if best and best.exchange.failure is Failure.TLS_INCOMPLETE_CHAIN:
        return _answered_behind(case) or best
    return best


def answered_look(case: Case) -> Look | None:
    """Return the deciding look if a server answered it."""
    look = deciding_look(case)
    return look if look and look.exchange.failure is None else None


def served_look(case: Case) -> Look | None:
    """Return the deciding look if it brought a document (2xx)."""
    look = answered_look(case)
    status = look.exchange.status if look else None
    served = status is not None and HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
    return look if served else None


def served_page(case: Case) -> Page | None:
    """Return the HTML page that was served, None where there is none."""
    look = served_look(case)
    return look.page if look and look.page.kind is PageKind.HTML else None


def second_opinion(case: Case) -> Ask:
    """Ask for a second opinion, so many seconds after the request that failed began.

    A page that hung for as long already has had its time to recover.
    """
    look = deciding_look(case)
    passed = look.exchange.last.seconds if look else 0.0
    wait = max(0.0, case.second_opinion_after - passed)
    return Ask(AskKind.SECOND_OPINION, after_seconds=wait)


def _answered_behind(case: Case) -> Look | None:
    """Return the unverified look: browsers find a missing intermediate certificate themselves."""
    look = case.look(Variant.UNVERIFIED)
    return look if look and look.exchange.failure is None else None


def _weight(look: Look) -> int:
    failure = look.exchange.failure
    if failure is None:
        return 4
    if failure in _OUTAGE:
        return 3
    if failure is Failure.NOT_HTTP:
        return 2
    return 0 if failure in OWN_SIDE else 1
