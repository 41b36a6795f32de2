"""Who is told, of what, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from perenne.domain.people import Pace
from perenne.store import centres
from perenne.store.changing import changed
from perenne.store.inserting import insert_missing
from perenne.store.tables.dossiers import CentreRow, DossierRow
from perenne.store.tables.observations import FlipRow
from perenne.store.tables.reports import RecipientRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


class UnknownDossierError(LookupError):
    """There is no dossier of that slug."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """An address that follows a dossier, a centre, or (with neither) everything."""

    address: str
    pace: Pace
    dossier_slug: str | None = None
    centre: str | None = None


def subscribe(
    session: Session,
    address: str,
    pace: Pace,
    *,
    dossier_slug: str | None = None,
    centre: str | None = None,
) -> None:
    """Tell an address of a dossier, a centre, or (with neither) everything, at a pace.

    It is told of changes from now on; what is broken already, it reads as such. Doing so
    again changes the pace alone. Raises `UnknownDossierError`.
    """
    scope = _scope(session, address, dossier_slug, centre)
    newest = session.scalar(select(func.max(FlipRow.id))) or 0
    insert_missing(session, RecipientRow, [{**scope, "pace": pace, "after_flip": newest}])
    session.execute(update(RecipientRow).where(*_same(scope)).values(pace=pace))


def unsubscribe(
    session: Session,
    address: str,
    *,
    dossier_slug: str | None = None,
    centre: str | None = None,
) -> bool:
    """End what `subscribe` began with the same arguments; False where there was nothing."""
    scope = _scope(session, address, dossier_slug, centre)
    return changed(session, delete(RecipientRow).where(*_same(scope)))


def subscriptions(session: Session) -> list[Subscription]:
    """Return every subscription, by address."""
    query = (
        select(RecipientRow.address, RecipientRow.pace, DossierRow.slug, CentreRow.name)
        .outerjoin(DossierRow, DossierRow.id == RecipientRow.dossier_id)
        .outerjoin(CentreRow, CentreRow.id == RecipientRow.centre_id)
        .order_by(RecipientRow.address, RecipientRow.id)
    )
    return [Subscription(*row) for row in session.execute(query)]


def normal_address(address: str) -> str:
    """Return an address in the form that is compared: no mail server tells letter cases apart."""
    return address.strip().lower()


def _scope(
    session: Session, address: str, slug: str | None, centre: str | None
) -> dict[str, str | int | None]:
    return {
        "address": normal_address(address),
        "dossier_id": None if slug is None else _dossier_id(session, slug),
        "centre_id": centres.ensure(session, centre),
    }


def _dossier_id(session: Session, slug: str) -> int:
    found = session.scalar(select(DossierRow.id).where(DossierRow.slug == slug))
    if found is None:
        raise UnknownDossierError(slug)
    return found


def _same(scope: dict[str, str | int | None]) -> list[ColumnElement[bool]]:
    columns = RecipientRow.__table__.c
    return [columns[name].is_not_distinct_from(value) for name, value in scope.items()]
