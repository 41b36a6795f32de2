"""Links: made sure of, found, and told with what surrounds them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from perenne.domain.links import Link
from perenne.domain.states import State
from perenne.domain.urls import host_of, link_key, without_credentials
from perenne.domain.verdicts import VerdictKind
from perenne.store.inserting import insert_missing
from perenne.store.link_statuses import statuses
from perenne.store.statuses import DossierStatus
from perenne.store.tables.dossiers import CitationRow, DossierRow, ReferenceRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.values import batches, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

__all__ = [
    "cited",
    "ensure",
    "find",
    "lately_alive",
    "links",
    "living_hosts",
    "lost",
    "request_as_cited",
    "statuses",
]

LONGEST_HOST = 253  # RFC 1035; what is longer is no host, and no request is made to it


def ensure(session: Session, urls: Iterable[str], at: datetime) -> dict[str, int]:
    """Make sure that each URL has its link; return the ids by key (`domain.urls.link_key`).

    A link keeps the URL under which it was first seen, as long as that is cited
    (`request_as_cited`).
    """
    forms: dict[str, str] = {}
    for url in urls:
        forms.setdefault(link_key(url), without_credentials(url))
    rows = [_row(key, url, at) for key, url in forms.items()]
    # In one order everywhere, so that two writers never wait for each other.
    insert_missing(session, LinkRow, sorted(rows, key=lambda row: str(row["key_digest"])))
    ids = _ids(session, [digest(key) for key in forms])
    return {key: ids[digest(key)] for key in forms}


def request_as_cited(session: Session, ids: Iterable[int]) -> None:
    """Have links requested in a form that is cited: the oldest, where theirs was corrected away.

    Forms of one link differ in their tracking; a fragment is not sent. One that nobody cites any
    more keeps its own.
    """
    for batch in batches(sorted(set(ids))):
        query = select(CitationRow.link_id, CitationRow.url).where(
            CitationRow.link_id.in_(batch), CitationRow.withdrawn_at.is_(None)
        )
        forms: dict[int, list[str]] = defaultdict(list)
        for link_id, url in session.execute(query.order_by(CitationRow.id)):
            forms[link_id].append(without_credentials(url))
        for row in session.scalars(select(LinkRow).where(LinkRow.id.in_(forms))):
            if _sent(row.url) not in map(_sent, forms[row.id]):
                row.url = forms[row.id][0]


def _sent(url: str) -> str:
    return url.partition("#")[0]


def find(session: Session, url: str) -> int | None:
    """Return the id of the link of a URL, however it is written; None where there is none."""
    key = digest(link_key(url))
    return session.scalar(select(LinkRow.id).where(LinkRow.key_digest == key))


def cited(session: Session, slugs: Sequence[str] | None = None) -> list[int]:
    """Return the ids of links cited by active dossiers: all of them, or those of `slugs`.

    They come in the order of the dossiers, and of their references.
    """
    query = cited_ids()
    if slugs is not None:
        query = query.where(DossierRow.slug.in_(slugs))
    return list(session.scalars(query))


def cited_ids() -> Select[int]:
    """Return the query of the links that active dossiers cite."""
    return (
        select(CitationRow.link_id)
        .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
        .join(DossierRow, DossierRow.id == ReferenceRow.dossier_id)
        .where(CitationRow.withdrawn_at.is_(None), DossierRow.status == DossierStatus.ACTIVE)
        .group_by(CitationRow.link_id)
        .order_by(func.min(DossierRow.id), func.min(ReferenceRow.position), CitationRow.link_id)
    )


def lost(session: Session) -> list[int]:
    """Return the ids of cited links that fail, those that began to do so last first.

    A malformed address was never that of a page.
    """
    query = (
        select(LinkRow.id)
        .where(LinkRow.state.in_((State.SUSPECT, State.BROKEN)))
        .where(LinkRow.kind != VerdictKind.MALFORMED, LinkRow.id.in_(_cited_alone()))
        .order_by(LinkRow.since.desc(), LinkRow.id)
    )
    return list(session.scalars(query))


def _cited_alone() -> Select[int]:
    return cited_ids().order_by(None)


def living_hosts(session: Session) -> list[str]:
    """Return the hosts on which links live."""
    query = select(LinkRow.host).where(LinkRow.state == State.ALIVE, LinkRow.host != "")
    return list(session.scalars(query.distinct().order_by(LinkRow.host)))


def lately_alive(session: Session, most: int) -> list[str]:
    """Return where links led that were last seen alive, the latest first, one of each host."""
    query = (
        select(LinkRow.host, ObservationRow.final_url)
        .join(ObservationRow, ObservationRow.link_id == LinkRow.id)
        .where(ObservationRow.is_open, LinkRow.state == State.ALIVE)
        .where(ObservationRow.http_status.is_not(None), ObservationRow.final_url != "")
        .order_by(LinkRow.last_alive.desc(), LinkRow.id)
        .limit(100 * most)
    )
    by_host: dict[str, str] = {}
    for host, url in session.execute(query):
        by_host.setdefault(host, url)
    return list(by_host.values())[:most]


def links(session: Session, ids: Iterable[int]) -> Iterator[Link]:
    """Yield links in the order of `ids`, with the titles of all citing references."""
    for batch in batches(ids):
        rows = session.execute(
            select(LinkRow.id, LinkRow.key, LinkRow.url, LinkRow.host).where(LinkRow.id.in_(batch))
        )
        found = {row.id: row for row in rows}
        titles = _titles(session, batch)
        for row in (found[id_] for id_ in batch if id_ in found):
            yield Link(row.key, row.url, row.host, row.id, tuple(titles[row.id]))


def _row(key: str, url: str, at: datetime) -> dict[str, object]:
    host = host_of(url)
    return {
        "key": key,
        "key_digest": digest(key),
        "url": url,
        "host": host if len(host) <= LONGEST_HOST else "",
        "added_at": at,
    }


def _ids(session: Session, digests: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for batch in batches(digests):
        query = select(LinkRow.key_digest, LinkRow.id).where(LinkRow.key_digest.in_(batch))
        found.update((row.key_digest, row.id) for row in session.execute(query))
    return found


def _titles(session: Session, ids: list[int]) -> dict[int, list[str]]:
    query = (
        select(CitationRow.link_id, ReferenceRow.title)
        .join(ReferenceRow, ReferenceRow.id == CitationRow.reference_id)
        .where(CitationRow.link_id.in_(ids), CitationRow.withdrawn_at.is_(None))
        .where(ReferenceRow.title != "")
        .distinct()
        .order_by(CitationRow.link_id, ReferenceRow.title)
    )
    titles: dict[int, list[str]] = defaultdict(list)
    for row in session.execute(query):
        titles[row.link_id].append(row.title)
    return titles
