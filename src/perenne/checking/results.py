"""What is kept of a check once its verdict is known."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from perenne.checking.permalinks import permalink
from perenne.domain.cases import Case, Look
from perenne.domain.exchanges import Exchange, Failure, Hop, HopSummary, Variant
from perenne.domain.links import Known, Link, Result
from perenne.domain.urls import host_of, without_credentials
from perenne.domain.verdicts import Family, Verdict
from perenne.rules.courses import closes_at
from perenne.rules.looks import deciding_look

_SPOKE = {
    Failure.TLS_EXPIRED,
    Failure.TLS_WRONG_NAME,
    Failure.TLS_INCOMPLETE_CHAIN,
    Failure.TLS_OLD_PROTOCOL,
    Failure.NOT_HTTP,
    Failure.REDIRECT_INVALID,
    Failure.REDIRECT_LOOP,
}
"""Failures that only a server of the outside world brings about.

All others look the same behind a cut line, a rejecting firewall, or a proxy whose authority is
missing here.
"""

_OWN_RULES = {Failure.ADDRESS_FORBIDDEN, Failure.PORT_FORBIDDEN, Failure.HOST_PUT_OFF}
"""Failures by which nothing was asked of the outside world."""

_THROTTLED = {429, 503}
_LONGEST_PUT_OFF = timedelta(days=7)


def conclude(
    link: Link,
    case: Case,
    verdict: Verdict,
    at: datetime,
    seconds: float,
    *,
    known_here: bool = False,
) -> Result:
    """Return the result of a check from its case and its verdict.

    `known_here`: the host is near, or the administrator has said that there is none, so that no
    name server and no canary knows better.
    """
    look = deciding_look(case)
    if look is None:
        return Result(link=link, verdict=verdict, at=at, stands_alone=True)
    exchange, page = look.exchange, look.page
    return Result(
        link=link,
        verdict=verdict,
        at=at,
        hops=tuple(_summary(hop) for hop in exchange.hops),
        http_status=exchange.status,
        final_url=without_credentials(exchange.final_url),
        page_title=(page.title or page.h1)[:300],
        fingerprint=page.fingerprint,
        noarchive="noarchive" in page.robots.lower(),
        seconds=seconds,
        put_off=put_off(exchange, at),
        answered=any(_answered(hop) for each in case.looks for hop in each.exchange.hops),
        needs_browser_like=_needs_browser_like(link, look, verdict),
        stands_alone=known_here or exchange.failure in _OWN_RULES,
        closes_at=closes_at(page.course, at),
        permalink=permalink(link, look, verdict),
    )


def conclude_again(
    link: Link, known: Known, exchange: Exchange, at: datetime, seconds: float
) -> Result:
    """Return the result of a check that found the page as it was when it was last read."""
    return Result(
        link=link,
        verdict=known.verdict,
        at=at,
        hops=tuple(_summary(hop) for hop in exchange.hops),
        http_status=exchange.status,
        final_url=without_credentials(exchange.final_url),
        page_title=known.page_title,
        fingerprint=known.fingerprint,
        noarchive=known.reading.noarchive,
        seconds=seconds,
        answered=True,
    )


def _needs_browser_like(link: Link, look: Look, verdict: Verdict) -> bool:
    """Tell whether the link's own host answered a browser's headers alone.

    Nothing is learnt of a host that only leads elsewhere: shorteners serve browsers other pages.
    """
    own = host_of(look.exchange.final_url) == link.host
    asked_for = look.exchange.variant is Variant.BROWSER_LIKE
    return own and asked_for and verdict.family is Family.ALIVE


def _summary(hop: Hop) -> HopSummary:
    return HopSummary(without_credentials(hop.url), hop.status, hop.failure)


def _answered(hop: Hop) -> bool:
    return hop.status is not None or hop.failure in _SPOKE


def put_off(exchange: Exchange, at: datetime) -> datetime | None:
    """Return when the host asked to be tried again (RFC 9110 §10.2.3), bounded to a week."""
    if exchange.status not in _THROTTLED:
        return None
    text = exchange.header("retry-after").strip()
    if text.isascii() and text.isdigit():
        wait = timedelta(seconds=min(int(text[:9]), _LONGEST_PUT_OFF.total_seconds()))
        return at + wait
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):  # as in rules.retry_after
        return None
    if until.tzinfo is None or until <= at:
        return None
    return min(until, at + _LONGEST_PUT_OFF)
