"""How all that is asked of archives stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from perenne.archive.codes import class_of, is_of_a_page
from perenne.domain.urls import host_of
from perenne.store import archives, captures, hosts, look_ups

if TYPE_CHECKING:
    from perenne.domain.captures import Verification
    from perenne.settings import Wayback
    from perenne.store.database import Session
    from perenne.store.statuses import LookUpStatus, RequestStatus

UNREACHED = "unreached"
"""The class of what says nothing of a page: the archive, the way to it or the keys failed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The figures; `failures` are of the requests that wait or were given up, by class and code.

    `sent_today` counts from 00:00 UTC, as the archive does. `held_until`: nothing is sent.
    """

    requests: dict[RequestStatus, int]
    captures: dict[Verification, int]
    look_ups: dict[LookUpStatus, int]
    failures: dict[str, Counter[str]]
    sent_today: int
    oldest_waiting: datetime | None
    held_until: datetime | None


def standing(session: Session, wayback: Wayback, now: datetime) -> Standing:
    """Return how everything stands at an instant."""
    failures: dict[str, Counter[str]] = {}
    for code, count in archives.failures(session).items():
        failures.setdefault(failure_class(code), Counter())[code] = count
    return Standing(
        requests=archives.counts(session),
        captures=captures.counts(session),
        look_ups=look_ups.counts(session),
        failures=failures,
        sent_today=archives.submitted_since(session, archive_day(now)),
        oldest_waiting=archives.oldest_waiting(session),
        held_until=hosts.put_off_until(session, saving_gate(wayback), now),
    )


def failure_class(code: str) -> str:
    """Return the class of a code of a page, or `UNREACHED`."""
    return class_of(code).value if is_of_a_page(code) else UNREACHED


def archive_day(now: datetime) -> datetime:
    """Return when the archive's day began: it counts from 00:00 UTC."""
    return datetime.combine(now.astimezone(UTC).date(), time.min, UTC)


def saving_gate(wayback: Wayback) -> str:
    """Return the name under which requests for captures are counted and paused."""
    return f"{host_of(wayback.url)}/save"
