"""What the archive's error codes mean for the next try.

The table is the documentation of Save Page Now 2 (revision of July 2026) with the undocumented
codes that its users have reported; each code is given by the archive with the prefix ``error:``.
"""

from __future__ import annotations

from enum import StrEnum, unique

from perenne.domain.exchanges import Failure


@unique
class FailureClass(StrEnum):
    """What can be hoped for after a failure."""

    TRANSIENT = "transient"
    """The archive's own trouble with this page today."""
    QUOTA = "quota"
    """Enough was asked for today."""
    PERMANENT = "permanent"
    """The archive cannot or will not take this page; said of live pages too."""
    UNKNOWN = "unknown"
    """A code this version does not know."""


SESSION_LIMIT = "user-session-limit"
"""Too many captures of ours at once: a matter of a minute."""

ACCOUNT_QUOTAS = frozenset({"max-daily-bandwidth", "max-daily-bandwidth-from-ip"})
"""Nothing more can be saved before 00:00 UTC; the other quotas are of one page or host."""

_CODES = {
    FailureClass.TRANSIENT: (
        "bad-gateway",
        "browsing-timeout",
        "cannot-fetch",
        "capture-location-error",
        "celery",
        "gateway-timeout",
        "internal-server-error",
        "invalid-server-response",
        "job-failed",
        "no-browsers-available",
        "no-captures",  # undocumented
        "protocol-error",
        "proxy-error",
        "read-timeout",
        "recursion-error",  # undocumented
        "redis-error",  # undocumented
        "service-unavailable",
        "soft-time-limit-exceeded",
        "too-many-requests",  # the page's own host throttles the archive
    ),
    FailureClass.QUOTA: (
        SESSION_LIMIT,
        *ACCOUNT_QUOTAS,
        "bandwidth-limit-exceeded",
        "max-daily-bandwidth-host",
        "too-many-daily-captures",  # of this one page
    ),
    FailureClass.PERMANENT: (
        "bad-request",
        "blocked",
        "blocked-client-ip",
        "blocked-url",
        "filesize-limit",
        "ftp-access-denied",
        "http-version-not-supported",
        "invalid-host-resolution",
        "invalid-url-syntax",
        "method-not-allowed",
        "network-authentication-required",
        "no-access",
        "not-found",
        "not-implemented",
        "too-many-redirects",
        "unauthorized",
    ),
}
OF_HOSTS = frozenset({"too-many-requests", "bandwidth-limit-exceeded", "max-daily-bandwidth-host"})
"""The page's own host throttles the archive, or has given it all it may: so for its other pages."""

SPENT = "daily-captures-spent"
"""The account itself says so, before anything is asked for."""

_OURS = {
    FailureClass.TRANSIENT: ("already-recent", "job-expired", "job-of-lost-keys", "not-indexed"),
    FailureClass.QUOTA: (SPENT,),
    FailureClass.PERMANENT: ("archived-error", "excluded"),
}
"""Codes of our own, for what the archive lets us conclude."""

_CLASS_OF = {
    code: group for table in (_CODES, _OURS) for group, codes in table.items() for code in codes
}


def class_of(code: str) -> FailureClass:
    """Return the class of a code without its prefix."""
    return _CLASS_OF.get(code, FailureClass.UNKNOWN)


def is_of_a_page(code: str) -> bool:
    """Tell whether a code is about a page; others are of the way to the archive (`Failure`)."""
    return "_" not in code and code not in set(Failure)
