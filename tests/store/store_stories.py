"""What the tests of the store tell stories with: dossiers, nights, verdicts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from perenne.domain.links import Result
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.domain.runs import Run, RunKind, RunStatus
from perenne.domain.states import Confirmation, advance, night_of
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.store import beliefs, links, observations, registration, runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy.orm import Session

    from perenne.domain.links import Link
    from perenne.store.database import Database

PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2026, 3, 2, 3, 5, tzinfo=UTC)
DAY = timedelta(days=1)


def reference(title: str, *urls: str, line: int = 1, date_iso: str = "") -> Reference:
    """Return an entry that cites URLs."""
    place = Place(PlaceKind.LINE, line)
    return Reference(
        title=title,
        place=place,
        section="ARTICLES",
        authors=("MARTIN Léa",),
        date_iso=date_iso,
        citations=tuple(Citation(url, url, place) for url in urls),
    )


def add(
    session: Session,
    slug: str,
    *references: Reference,
    centre: str | None = None,
    at: datetime = MONDAY,
) -> registration.Registration:
    """Register a dossier, or refresh it."""
    return registration.register(
        session,
        Dossier(slug.title(), references),
        slug=slug,
        title=slug.title(),
        centre=centre,
        file_name=f"{slug}.md",
        at=at,
    )


def verdict(kind: VerdictKind, fact: str = "") -> Verdict:
    """Return a verdict with one piece of evidence."""
    return Verdict(kind, (Evidence("test", f"saw_{kind}", fact),))


def due(session: Session, run_id: int, batch: int = 100) -> Iterator[Link]:
    """Yield what a run has not done yet, host by host, the longest lane first."""
    for host, _size in runs.due_hosts(session, run_id):
        after = 0
        while page := runs.due_links(session, run_id, host, after, batch):
            yield from page
            after = page[-1].id or 0


def result(link: Link, kind: VerdictKind, at: datetime = MONDAY, **facts: Any) -> Result:  # noqa: ANN401 - any field of a result
    """Return the result of a check."""
    return Result(link, verdict(kind), at, **facts)


def ids_of(session: Session, *urls: str) -> list[int]:
    """Return the ids of links that are there."""
    found = [links.find(session, url) for url in urls]
    return [link_id for link_id in found if link_id is not None]


def start(
    session: Session,
    link_ids: Iterable[int],
    at: datetime = MONDAY,
    kind: RunKind = RunKind.NIGHTLY,
) -> int:
    """Begin a run over links."""
    night = night_of(at, PARIS)
    run_id = runs.claim(session, kind, scheduled_for=at, night=night, holder="me", at=at)
    assert run_id is not None
    runs.enqueue(session, run_id, link_ids)
    return run_id


def check(
    database: Database,
    seen: Mapping[str, VerdictKind],
    at: datetime,
    **facts: Any,  # noqa: ANN401 - any field of a result
) -> int:
    """Run a whole night in which URLs gave these verdicts, and close it; return the run's id."""
    with database.transaction() as session:
        ids = links.ensure(session, seen, at)
        run_id = start(session, ids.values(), at)
        found = {link.url: link for link in links.links(session, ids.values())}
        told = [result(found[url], kind, at, **facts) for url, kind in seen.items()]
        observations.record(session, run_id, told)
    close(database, run_id, at)
    return run_id


def close(database: Database, run_id: int, at: datetime) -> Run:
    """Close a run: what it saw moves what is believed."""
    night = night_of(at, PARIS)
    with database.transaction() as session:
        moved = (
            (link_id, *advance(belief, seen, when, night, Confirmation()))
            for link_id, belief, seen, when in beliefs.pending(session, run_id)
        )
        beliefs.save(session, run_id, moved)
        runs.finish(session, run_id, RunStatus.COMPLETED, {"checked": 1}, at)
        run = runs.get(session, run_id)
    assert run is not None
    return run
