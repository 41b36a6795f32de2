"""What others saved of pages that fail: searched, looked at, and proposed in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from perenne.archive.candidates import (
    MOST_OFFERED,
    Candidate,
    confidences,
    days_from,
    in_order,
)
from perenne.archive.finder import Finder, Lost, due_source
from perenne.archive.pace import Sleep
from perenne.archive.sources import Source, sources
from perenne.domain import offers
from perenne.domain.links import CAPTURE, Replacement
from perenne.domain.urls import link_key
from perenne.net.service import ServiceClient
from perenne.report.dates import day
from perenne.runs.copies import judge_of
from perenne.runs.service import Service
from perenne.store import citing, links, look_ups, replacements
from perenne.store.citing import CitedAt
from perenne.store.database import Session
from perenne.store.look_ups import LookedUp
from perenne.store.statuses import LookUpStatus
from perenne.texts import _, plural

MOST_AT_ONCE = 1000
"""Links searched for in one go: an hour or two at the archives' pace, far from the next night."""


@dataclass(frozen=True)
class Sought:
    """A link that fails, when it was cited, and how the last searches for it ended."""

    lost: Lost
    cited: CitedAt
    known: dict[str, LookedUp]


async def find_lost(service: Service, sleep: Sleep) -> Counter[LookUpStatus]:
    """Search for copies of every link that fails and whose search is due; return how they ended.

    A page that is suspect tonight has its copy at hand should it be told as broken tomorrow.
    """
    ended: Counter[LookUpStatus] = Counter()
    async with ServiceClient(service.settings) as client:
        asked = sources(service.database, service.settings, service.clock, client, sleep)
        finder = Finder(service.database, asked, service.clock, judge_of(service))
        for sought in _sought(service, asked):
            search = await finder.find(sought.lost, sought.known)
            if search is not None:
                ended[search.status] += 1
                _propose(service, sought, search.candidates)
    return ended


def _sought(service: Service, asked: list[Source]) -> list[Sought]:
    now = service.clock.now()
    with service.database.reading() as session:
        ids = links.lost(session)
        known = look_ups.of_links(session, ids)
        due = [id_ for id_ in ids if due_source(asked, known[id_], now) is not None]
        return list(_described(session, due[:MOST_AT_ONCE], known, now))


def _described(
    session: Session, ids: list[int], known: dict[int, dict[str, LookedUp]], now: datetime
) -> Iterator[Sought]:
    dates = citing.cited_at(session, ids)
    statuses = {status.id: status for status in links.statuses(session, ids, now=now)}
    for link in links.links(session, ids):
        assert link.id is not None
        status, cited = statuses[link.id], dates[link.id]
        refused = offers.refused(status)
        # What was saved after it was last seen alive may show its error page.
        until = status.last_alive or status.since or cited.at
        kept = tuple(each for each in status.captures if link_key(each.url) not in refused)
        lost = Lost(link, cited.at, until, kept, frozenset(refused))
        yield Sought(lost, cited, known[link.id])


def _propose(service: Service, sought: Sought, found: tuple[Candidate, ...]) -> None:
    """Propose the best copies that were found, and those that we had made ourselves."""
    lost = sought.lost
    known = {each.capture: each for each in found}
    urls = {capture.url for capture in known}  # a search finds again what is kept
    kept = [capture for capture in lost.kept if capture.url not in urls]
    ours = {capture: Candidate(capture, confirmed=True) for capture in kept}
    best = in_order((*ours, *known), lost.cited_at)[:MOST_OFFERED]
    candidates = [known.get(capture) or ours[capture] for capture in best]
    sure = confidences(candidates, lost.cited_at)
    proposals = [
        Replacement(each.capture.url, CAPTURE, _why(service, sought, each), confidence)
        for each, confidence in zip(candidates, sure, strict=True)
    ]
    with service.database.transaction() as session:
        assert lost.link.id is not None
        now = service.clock.now()
        replacements.propose(session, lost.link.id, proposals, now, instead_of=(CAPTURE,))


def _why(service: Service, sought: Sought, candidate: Candidate) -> str:
    made = day(candidate.capture.timestamp, service.settings.schedule.zone)
    why = _("copy of {day}, {distance}", day=made, distance=_distance(candidate, sought.cited))
    return _("{copy}, behind a subscription", copy=why) if candidate.behind_wall else why


def _distance(candidate: Candidate, cited: CitedAt) -> str:
    days = days_from(candidate.capture, cited.at)
    if days == 0:
        return _("the very day of the citation")
    if not cited.by_reference and days > 0:
        return plural("{n} day after the dossier", "{n} days after the dossier", days)
    if not cited.by_reference:
        return plural("{n} day before the dossier", "{n} days before the dossier", -days)
    if days > 0:
        return plural("{n} day after the reference", "{n} days after the reference", days)
    return plural("{n} day before the reference", "{n} days before the reference", -days)
