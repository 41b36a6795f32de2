"""Whether a link's page should be saved, and why: pure, so that it can be explained and tried.

A live page is saved when it was never saved, when its last good capture is older than
`wayback.recapture_days`, or when its main text has changed; and without the usual rest between
two requests when it begins to come and go, or when a course is about to close. A capture that
proved to show something else does not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, unique
from ipaddress import ip_address

from perenne.domain.urls import host_of
from perenne.domain.verdicts import VerdictKind

REST = timedelta(days=7)
"""Between two requests for one link: a page that changes daily, or that the archive refuses.

Twice as long after each capture on end that shows another thing: the archive meets a wall there.
"""

CLOSING = timedelta(days=14)
"""A course that closes within that time is saved while it is open."""

_LIVE = {VerdictKind.OK, VerdictKind.MOVED, VerdictKind.COURSE_CLOSED}
_ARCHIVES = (
    "archive.org",
    "archive-it.org",
    "archive.today",
    # The other names of archive.today.
    *(f"archive.{suffix}" for suffix in ("ph", "is", "li", "vn", "fo", "md")),
    "arquivo.pt",
    "perma.cc",
    "webarchive.org.uk",
    "webcache.googleusercontent.com",
    "archive.wikiwix.com",
)
# RFC 6761, RFC 6762, RFC 8375, and what routers and offices use.
_PRIVATE_ZONES = ("localhost", "local", "home.arpa", "internal", "intranet", "lan")


@unique
class Reason(StrEnum):
    """Why a page is saved, or is not."""

    FIRST = "first"
    AGED = "aged"
    CHANGED = "changed"
    AGAIN = "again"
    """The last request came to nothing or to a bad capture, and the page is still alive."""
    UNSTABLE = "unstable"
    """It has begun to come and go."""
    CLOSING = "closing"
    """The course is about to close."""

    UNSEEN = "unseen"
    """It was never checked."""
    RESTRICTED = "restricted"
    SUBSCRIBED = "subscribed"
    """It was seen with a subscriber's login."""
    NOT_LIVE = "not_live"
    NOARCHIVE = "noarchive"
    """The page asks archives not to keep it."""
    ARCHIVE_ADDRESS = "archive_address"
    """It is a copy in an archive already."""
    PRIVATE_ADDRESS = "private_address"
    """No archive can reach it."""
    WAITING = "waiting"
    """A request for it is on its way."""
    ASKED_RECENTLY = "asked_recently"
    FRESH = "fresh"
    """Its last capture is good enough."""


_SAVING = {
    Reason.FIRST,
    Reason.AGED,
    Reason.CHANGED,
    Reason.AGAIN,
    Reason.UNSTABLE,
    Reason.CLOSING,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the decision rests on; `address` is where the page is now, `kind` None if unseen.

    `last_capture` dates the last one that is good, or not looked at yet; `bad_captures` counts
    those on end, since then, that are not. `asked_at` dates the last request, or when it was last
    sent; it is `waiting` until it is settled, and `unmet` where it came to nothing.
    `captured_fingerprint` is the main text then, "" where unknown. `unstable_since`, `closes_at`:
    None unless there is need.
    """

    address: str
    kind: VerdictKind | None
    now: datetime
    recapture_days: int = 180
    include_restricted: bool = False
    include_noarchive: bool = False
    noarchive: bool = False
    logged_in: bool = False
    fingerprint: str = ""
    unstable_since: datetime | None = None
    closes_at: datetime | None = None
    last_capture: datetime | None = None
    bad_captures: int = 0
    captured_fingerprint: str = ""
    asked_at: datetime | None = None
    waiting: bool = False
    unmet: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether to save, and the reason."""

    save: bool
    reason: Reason


def decide(facts: Facts) -> Decision:
    """Decide whether the page is to be saved now."""
    reason = _unfit(facts) or _waiting(facts) or _urgent(facts) or _too_soon(facts) or _need(facts)
    return Decision(reason in _SAVING, reason)


def _unfit(facts: Facts) -> Reason | None:
    if facts.kind is None:
        return Reason.UNSEEN
    if facts.logged_in:
        return Reason.SUBSCRIBED
    if facts.kind is VerdictKind.RESTRICTED and not facts.include_restricted:
        return Reason.RESTRICTED
    if facts.kind not in (*_LIVE, VerdictKind.RESTRICTED):
        return Reason.NOT_LIVE
    if facts.noarchive and not facts.include_noarchive:
        return Reason.NOARCHIVE
    return _unfit_host(host_of(facts.address))


def _unfit_host(host: str) -> Reason | None:
    if _within(host, _ARCHIVES):
        return Reason.ARCHIVE_ADDRESS
    return Reason.PRIVATE_ADDRESS if _is_private(host) else None


def _waiting(facts: Facts) -> Reason | None:
    return Reason.WAITING if facts.waiting else None


def _urgent(facts: Facts) -> Reason | None:
    """Save at once, and once for each cause; though never twice on one day."""
    if facts.asked_at is not None and facts.asked_at.date() >= facts.now.date():
        return None
    if facts.unstable_since is not None and _nothing_since(facts, facts.unstable_since):
        return Reason.UNSTABLE
    if facts.closes_at is None or not timedelta(0) < facts.closes_at - facts.now <= CLOSING:
        return None
    return Reason.CLOSING if _nothing_since(facts, facts.closes_at - CLOSING) else None


def _nothing_since(facts: Facts, instant: datetime) -> bool:
    done = (facts.last_capture, facts.asked_at)
    return all(when is None or when < instant for when in done)


def _too_soon(facts: Facts) -> Reason | None:
    if facts.asked_at is None:
        return None
    doubled = REST * 2 ** min(max(facts.bad_captures - 1, 0), 10)
    rest = min(doubled, timedelta(days=facts.recapture_days))
    asked_again = facts.now.date() - facts.asked_at.date()
    return Reason.ASKED_RECENTLY if asked_again < rest else None


def _need(facts: Facts) -> Reason:
    if facts.last_capture is None:
        return Reason.AGAIN if facts.bad_captures else Reason.FIRST
    age = facts.now - facts.last_capture
    if age > timedelta(days=facts.recapture_days):
        return Reason.AGED
    if facts.unmet or facts.bad_captures:
        return Reason.AGAIN
    return Reason.CHANGED if age >= REST and _has_changed(facts) else Reason.FRESH


def _has_changed(facts: Facts) -> bool:
    known = facts.fingerprint and facts.captured_fingerprint
    return bool(known) and facts.fingerprint != facts.captured_fingerprint


def _within(host: str, zones: tuple[str, ...]) -> bool:
    name = host.rstrip(".")
    return any(name == zone or name.endswith(f".{zone}") for zone in zones)


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host.rstrip(".") or _within(host, _PRIVATE_ZONES)
