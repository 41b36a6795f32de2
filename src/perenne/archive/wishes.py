"""What the policy wants saved of links that were checked: put on the queue, or only told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING

from perenne.archive.policy import Decision, Facts, Reason, decide
from perenne.domain.stability import unstable_since
from perenne.store import archives, captures
from perenne.store.flips import flips
from perenne.store.statuses import RequestStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from perenne.domain.links import Capture, Link, Result
    from perenne.domain.states import Flip
    from perenne.settings import Settings
    from perenne.store.archives import ArchiveRequest
    from perenne.store.database import Session

_SUBSCRIBER = "subscriber"
"""The rule whose evidence or note says that a login of ours was tried."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a link."""

    captures: Sequence[Capture] = ()
    request: ArchiveRequest | None = None
    flips: Iterable[Flip] = ()


def enqueue(
    session: Session, results: Iterable[Result], settings: Settings, now: datetime
) -> Counter[Reason]:
    """Queue what the policy wants saved of recorded links; returns how often each reason held.

    Nothing is queued while nothing can be submitted.
    """
    if not settings.wayback.enabled:
        return Counter()
    told = {result.link.id: result for result in results if result.link.id is not None}
    decisions = decisions_on(session, told, settings, now)
    for link_id, decision in decisions.items():
        if decision.save:
            day, fingerprint = now.date(), told[link_id].fingerprint
            archives.request(session, link_id, day, now, fingerprint=fingerprint)
    return Counter(decision.reason for decision in decisions.values())


def decisions_on(
    session: Session, results: Mapping[int, Result], settings: Settings, now: datetime
) -> dict[int, Decision]:
    """Return by link id what the policy says of what its last check gave."""
    pages = {link_id: page_facts(each, settings, now) for link_id, each in results.items()}
    # What is remembered is asked for those pages only that would be saved on their face.
    fit = [link_id for link_id, page in pages.items() if decide(page).save]
    known = _memories(session, fit)
    pages |= {link_id: with_memory(pages[link_id], known[link_id]) for link_id in fit}
    return {link_id: decide(page) for link_id, page in pages.items()}


def unseen(link: Link, now: datetime) -> Decision:
    """Return what the policy says of a link that was never checked."""
    return decide(Facts(link.url, None, now))


def page_facts(result: Result, settings: Settings, now: datetime) -> Facts:
    """Return what the last check of a page says to the policy."""
    verdict, wayback = result.verdict, settings.wayback
    return Facts(
        address=verdict.moved_to or result.link.url,
        kind=verdict.kind,
        now=now.astimezone(UTC),
        recapture_days=wayback.recapture_days,
        include_restricted=wayback.include_restricted,
        include_noarchive=wayback.include_noarchive,
        noarchive=result.noarchive,
        logged_in=any(e.rule == _SUBSCRIBER for e in (*verdict.evidence, *verdict.notes)),
        fingerprint=result.fingerprint,
        closes_at=result.closes_at,
    )


def with_memory(page: Facts, known: Memory) -> Facts:
    """Return the facts with what is remembered of the link."""
    good = [capture.timestamp for capture in known.captures if capture.is_good]
    last_good = max(good, default=None)
    bad = [c for c in known.captures if not c.is_good and (not good or c.timestamp > max(good))]
    page = replace(
        page,
        last_capture=last_good,
        bad_captures=len(bad),
        unstable_since=unstable_since(known.flips, page.now),
    )
    request = known.request
    if request is None:
        return page
    return replace(
        page,
        asked_at=request.submitted_at or request.requested_at,
        waiting=request.status in archives.OPEN,
        unmet=request.status not in (*archives.OPEN, RequestStatus.CAPTURED),
        captured_fingerprint=request.fingerprint,
    )


def _memories(session: Session, link_ids: Sequence[int]) -> dict[int, Memory]:
    copies = captures.of_links(session, link_ids)
    requests = archives.latest_requests(session, link_ids)
    changes = flips(session, link_ids)
    return {
        link_id: Memory(copies[link_id], requests.get(link_id), changes[link_id].values())
        for link_id in link_ids
    }
