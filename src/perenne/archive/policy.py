"""Whether a link's page should be saved, and why: pure, so that it can be explained and tried.

A live page is saved when it was never saved, when its last capture is older than
`wayback.recapture_days`, or when its main text has changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, unique
from ipaddress import ip_address

from perenne.domain.urls import host_of
from perenne.domain.verdicts import VerdictKind

REST = timedelta(days=7)
"""Between two requests for one link: a page that changes daily, or that the archive refuses."""

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
    """The last request came to nothing, and the page is still alive."""

    RESTRICTED = "restricted"
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


_SAVING = {Reason.FIRST, Reason.AGED, Reason.CHANGED, Reason.AGAIN}


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the decision rests on; `address` is where the page is now.

    `asked_at` dates the last request, which is `waiting` until it is settled, and `unmet` where
    it came to nothing. `captured_fingerprint` is the main text then, "" where unknown.
    """

    address: str
    kind: VerdictKind
    now: datetime
    recapture_days: int = 180
    noarchive: bool = False
    fingerprint: str = ""
    last_capture: datetime | None = None
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
    reason = _unfit(facts) or _too_soon(facts) or _need(facts)
    return Decision(reason in _SAVING, reason)


def _unfit(facts: Facts) -> Reason | None:
    if facts.kind is VerdictKind.RESTRICTED:
        return Reason.RESTRICTED
    if facts.kind not in _LIVE:
        return Reason.NOT_LIVE
    if facts.noarchive:
        return Reason.NOARCHIVE
    return _unfit_host(host_of(facts.address))


def _unfit_host(host: str) -> Reason | None:
    if _within(host, _ARCHIVES):
        return Reason.ARCHIVE_ADDRESS
    return Reason.PRIVATE_ADDRESS if _is_private(host) else None


def _too_soon(facts: Facts) -> Reason | None:
    if facts.waiting:
        return Reason.WAITING
    if facts.asked_at is None:
        return None
    rest = min(REST, timedelta(days=facts.recapture_days))
    asked_again = facts.now.date() - facts.asked_at.date()
    return Reason.ASKED_RECENTLY if asked_again < rest else None


def _need(facts: Facts) -> Reason:
    if facts.last_capture is None:
        return Reason.FIRST
    age = facts.now - facts.last_capture
    if age > timedelta(days=facts.recapture_days):
        return Reason.AGED
    if facts.unmet:
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
