"""A dossier is registered, or refreshed from a newer file, without losing any history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from perenne.store import centres, links
from perenne.store.inserting import insert_first
from perenne.store.refreshing import refresh
from perenne.store.statuses import DossierStatus
from perenne.store.tables.dossiers import DossierRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from perenne.domain.references import Dossier


@dataclass(frozen=True, slots=True)
class Registration:
    """What registering changed. A reference that came back counts as added.

    `added`, `withdrawn` and `changed` are titles of references; `kept` counts those that say what
    they said. `urls_added` are cited now and were not, `urls_withdrawn` the other way round.
    """

    dossier_id: int
    slug: str
    is_new: bool
    added: tuple[str, ...]
    withdrawn: tuple[str, ...]
    changed: tuple[str, ...]
    kept: int
    urls_added: tuple[str, ...]
    urls_withdrawn: tuple[str, ...]


def register(
    session: Session,
    dossier: Dossier,
    *,
    slug: str,
    title: str,
    centre: str | None,
    file_name: str,
    at: datetime,
) -> Registration:
    """Register a dossier under `slug`, or refresh it with what its file holds now.

    Without a `centre` the known one stays. A retired dossier becomes active again.
    """
    row, is_new = _dossier(session, slug, title, file_name, at)
    row.centre_id = centres.ensure(session, centre) or row.centre_id
    link_ids = links.ensure(session, (c.url for c in dossier.citations), at)
    change = refresh(session, row.id, dossier.references, link_ids, at)
    links.request_as_cited(session, change.links_before | change.links_after)
    return Registration(
        dossier_id=row.id,
        slug=slug,
        is_new=is_new,
        added=change.added,
        withdrawn=change.withdrawn,
        changed=change.changed,
        kept=change.kept,
        urls_added=_urls(session, change.links_after - change.links_before),
        urls_withdrawn=_urls(session, change.links_before - change.links_after),
    )


def _dossier(
    session: Session, slug: str, title: str, file_name: str, at: datetime
) -> tuple[DossierRow, bool]:
    values = {"slug": slug, "title": title, "file_name": file_name, "refreshed_at": at}
    new = {**values, "status": DossierStatus.ACTIVE, "added_at": at}
    is_new = insert_first(session, DossierRow, new) is not None
    row = session.scalars(select(DossierRow).where(DossierRow.slug == slug).with_for_update()).one()
    for name, value in values.items():
        setattr(row, name, value)
    if row.status is DossierStatus.RETIRED:
        row.status = DossierStatus.ACTIVE
    return row, is_new


def _urls(session: Session, ids: set[int]) -> tuple[str, ...]:
    return tuple(link.url for link in links.links(session, sorted(ids)))
