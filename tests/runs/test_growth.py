"""Night after night nothing changes: the database does not grow."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from tests.store.store_stories import due

from perenne.clock import SetClock
from perenne.domain.exchanges import HopSummary, Validators
from perenne.domain.links import Capture, Link, Reading, Result
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.sites import Site
from perenne.domain.verdicts import Evidence, Verdict
from perenne.domain.verdicts import VerdictKind as V
from perenne.runs.claims import claim
from perenne.runs.closing import close
from perenne.runs.letters import write_letters
from perenne.runs.orders import Order
from perenne.runs.presence import Presence
from perenne.runs.pruning import prune
from perenne.runs.registering import register
from perenne.runs.service import Service
from perenne.runs.storing import enqueue_due, storing
from perenne.settings import Report, Settings, Wayback
from perenne.store import archives, captures, links, observations
from perenne.store.database import Database
from perenne.store.statuses import RequestStatus
from perenne.store.tables.schema import whole_schema
from perenne.store.values import batches

pytestmark = pytest.mark.slow

FIRST = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
LINKS, DOSSIERS = 500, 10
SETTLED, NIGHTS = 3, 60
"""Three nights confirm what fails from the beginning; after them nothing changes any more."""

ODD = {0: V.GONE, 1: V.TIMEOUT, 2: V.BLOCKED, 3: V.RESTRICTED, 4: V.MOVED, 5: V.UNCHECKED}
"""What one link in twenty gives, of each; the others are well."""


def url_of(number: int) -> str:
    """Return an address of usual length, one of ten on its host."""
    return f"https://site{number // 10}.exemple.fr/ressources/dossiers/article-{number}-de-revue"


def dossier(number: int) -> Dossier:
    """Return a dossier that cites its share of the links."""
    place = Place(PlaceKind.LINE, 1)
    references = (
        Reference(
            f"Un titre d'article, le numéro {n}",
            place,
            "ARTICLES",
            authors=("MARTIN Léa",),
            citations=(Citation(url_of(n), url_of(n), place),),
        )
        for n in range(number, LINKS, DOSSIERS)
    )
    return Dossier(f"Dossier {number}", tuple(references))


def seen(link: Link, number: int, at: datetime, night: int) -> Result:
    """Return what a link gives every night; a page that is well is read anew once a week."""
    kind = ODD.get(number % 20, V.OK)
    moved = f"{link.url}-nouveau" if kind is V.MOVED else None
    validators = Validators(link.url, f'"{number:040x}"', "Mon, 02 Mar 2026 02:05:00 GMT")
    read = kind is V.OK and night % 7 == 0
    return Result(
        link,
        Verdict(kind, (Evidence("rule", kind.value, "un fait"),), moved_to=moved),
        at,
        hops=(HopSummary(link.url, 200, None),),
        http_status=200,
        final_url=link.url,
        page_title="Un titre d'article" if kind is V.OK else "",
        fingerprint=f"{number:064x}" if kind is V.OK else "",
        answered=True,
        reading=Reading(validators, f"{number:064x}", "0" * 64, at) if read else None,
        put_off=at + timedelta(hours=2) if kind is V.BLOCKED else None,
    )


class Years:
    """Nights of a service, played through all that a night stores."""

    def __init__(self, database: Database, database_url: str) -> None:
        self.clock = SetClock(FIRST - timedelta(hours=12))
        settings = Settings(
            database_url=database_url,
            # A monthly mail that all stands as it was is kept too, and grows with months.
            report=Report(recipients=(), pace="nightly"),
            wayback=Wayback(access_key="a", secret_key="s"),
        )
        self.service = Service(settings, self.clock, lambda _host: Site(), database)
        self.presence = Presence(self.service, lambda: self.clock.now() + timedelta(days=1))
        for number in range(DOSSIERS):
            register(self.service, dossier(number), file_name=f"dossier-{number}.md")

    def night(self, number: int) -> int:
        """Play a night and the day after it; return how many links were looked at."""
        self.clock.instant = FIRST + timedelta(days=number - 1)
        claimed = claim(self.service, Order(RunKind.NIGHTLY, None, self.clock.now()))
        assert claimed is not None
        enqueue_due(self.service, claimed.run_id, None)
        store = storing(self.service, claimed.run_id, archive=True)
        with self.service.database.reading() as session:
            wanted = list(due(session, claimed.run_id, 500))
        for batch in batches(wanted, 200):
            at = self.clock.now()
            numbers = [int(link.url.split("-")[1]) for link in batch]
            store([seen(link, n, at, number - 1) for link, n in zip(batch, numbers, strict=True)])
        close(self.service, claimed.run_id, RunKind.NIGHTLY, RunStatus.COMPLETED)
        write_letters(self.service)
        self.archive()
        self.presence.show()
        self.clock.advance(timedelta(hours=8))
        prune(self.service)
        return len(wanted)

    def archive(self) -> None:
        """Let the archive take what waits, but for one page in ten, which it never takes."""
        now = self.clock.now()
        with self.service.database.transaction() as session:
            for request in archives.next_requests(session, now, LINKS):
                taken = request.link_id % 10 != 0
                archives.submitted(session, request.id, "spn2-0123456789abcdef", now)
                archives.outcome(
                    session,
                    request.id,
                    RequestStatus.CAPTURED if taken else RequestStatus.REFUSED,
                    code=None if taken else "error:blocked",
                    answer=None,
                    next_try_at=None,
                    at=now,
                )
                if taken:
                    copy = f"https://web.archive.org/web/20260302020500/{request.url}"
                    kept = [Capture(copy, now)]
                    captures.add_verified(session, request.link_id, kept, "spn2", now)


def size(url: str) -> int:
    """Return how many bytes the database needs, once what was freed is given back."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.execute("VACUUM")
            [pages] = connection.execute("PRAGMA page_count").fetchone()
            [bytes_] = connection.execute("PRAGMA page_size").fetchone()
            return int(pages * bytes_)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM FULL")
        return sum(table_size(connection, name) for name in whole_schema().tables)


def table_size(connection: psycopg.Connection, name: str) -> int:
    """Return how many bytes a table needs, its indexes included."""
    found = connection.execute("SELECT pg_total_relation_size(%s)", [name]).fetchone()
    assert found is not None
    return int(found[0])


def test_sixty_nights_without_a_change_do_not_make_the_database_grow(
    database: Database, database_url: str
) -> None:
    """By less than a twentieth of what the first night made of it; and history is whole."""
    years = Years(database, database_url)
    looked_at = [years.night(1)]
    first = size(database_url)
    looked_at += [years.night(number) for number in range(2, SETTLED + 1)]
    settled = size(database_url)
    looked_at += [years.night(SETTLED + number) for number in range(1, NIGHTS + 1)]
    grown = size(database_url) - settled
    assert grown < first / 20, f"{first} after a night, {settled} once settled, {grown} more since"
    assert set(looked_at[:30]) == {LINKS}
    assert min(looked_at) == LINKS - LINKS // 10, "what is long broken rests"
    with database.reading() as session:
        well = links.find(session, url_of(7))
        assert well is not None
        [seen_always] = observations.history(session, well).observations
    assert seen_always.count == SETTLED + NIGHTS
    assert seen_always.last_at - seen_always.first_at == timedelta(days=SETTLED + NIGHTS - 1)
