"""What the status alone says (RFC 9110 §15), a request by GET having been made."""

from __future__ import annotations

from http import HTTPStatus

from perenne.domain.cases import Ask, AskKind, Case
from perenne.domain.verdicts import VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import answered_look, second_opinion
from perenne.rules.retry_after import waited_for
from perenne.rules.witness import confirmed_by_heading

_LINKEDIN = 999
"""LinkedIn's own: go away unless logged in (linkinator #708, linkchecker #738)."""

_WHOLE_ARTICLE = 1_500
"""Characters. No error page says so much of its own."""

_SERVER_ERRORS = range(500, 600)
_CLIENT_ERRORS = range(400, 500)


def status_of(case: Case) -> int | None:
    """Return the status of the deciding answer."""
    look = answered_look(case)
    return look.exchange.status if look else None


def throttled(case: Case) -> Answer:
    """429, and 503 with ``Retry-After``: wait if it is short, and ask once more."""
    status = status_of(case)
    if status not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return None
    wait = waited_for(case)
    if wait is not None and case.may_ask(AskKind.SECOND_OPINION):
        return Ask(AskKind.SECOND_OPINION, after_seconds=wait)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return conclude(VerdictKind.BLOCKED, "throttled", "http_429")
    return None


def needs_login(case: Case) -> Answer:
    """401 and 402: there is something, for those who have an account."""
    status = status_of(case)
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.PAYMENT_REQUIRED):
        return conclude(VerdictKind.RESTRICTED, "needs_login", f"http_{status}")
    return None


def not_found(case: Case) -> Answer:
    """404 and 410; but a whole article under the cited title is there, whatever its status."""
    status = status_of(case)
    if status not in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return None
    if _whole_article(case):
        return conclude(VerdictKind.DOUBTFUL, "not_found", f"http_{status}")
    kind = VerdictKind.GONE if status == HTTPStatus.GONE else VerdictKind.NOT_FOUND
    return conclude(kind, "not_found", f"http_{status}")


def refused(case: Case) -> Answer:
    """Another 4xx, or 999: they refuse us, after one try with a browser's headers."""
    status = status_of(case)
    if status == _LINKEDIN:
        return conclude(VerdictKind.BLOCKED, "refused", "http_999")
    if status == HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS:
        return conclude(VerdictKind.BLOCKED, "refused", "http_451")
    if status not in _CLIENT_ERRORS:
        return None
    if case.may_ask(AskKind.BROWSER_LIKE) and not case.site.browser_like:
        return Ask(AskKind.BROWSER_LIKE)
    if status == HTTPStatus.FORBIDDEN:
        return conclude(VerdictKind.BLOCKED, "refused", "http_403")
    return conclude(VerdictKind.BLOCKED, "refused", "unsigned_refusal", str(status))


def server_error(case: Case) -> Answer:
    """5xx, Cloudflare's 520 to 530 too, after a second opinion."""
    status = status_of(case)
    if status not in _SERVER_ERRORS:
        return None
    asked_to_wait = status == HTTPStatus.SERVICE_UNAVAILABLE and _has_retry_after(case)
    if not asked_to_wait and case.may_ask(AskKind.SECOND_OPINION):
        return second_opinion(case)
    return conclude(VerdictKind.SERVER_ERROR, "server_error", "http_5xx", str(status))


def odd_status(case: Case) -> Answer:
    """Whatever else is no success: not modified is alive, the rest nobody knows."""
    status = status_of(case)
    if status is None or HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None
    alive = status == HTTPStatus.NOT_MODIFIED
    kind = VerdictKind.OK if alive else VerdictKind.DOUBTFUL
    return conclude(kind, "odd_status", "http_status", str(status))


def _has_retry_after(case: Case) -> bool:
    look = answered_look(case)
    return bool(look and look.exchange.header("retry-after"))


def _whole_article(case: Case) -> bool:
    look = answered_look(case)
    if look is None or len(look.page.main_text) < _WHOLE_ARTICLE:
        return False
    return confirmed_by_heading(case, look.page)
