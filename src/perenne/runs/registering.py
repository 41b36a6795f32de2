"""Registers dossiers and their readers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, count
from pathlib import PurePath

from perenne.domain.people import Pace
from perenne.domain.references import Dossier
from perenne.net.mailboxes import mailbox
from perenne.runs.service import Service
from perenne.store import dossiers, recipients, registration
from perenne.store.database import Session
from perenne.store.registration import Registration
from perenne.texts.plain import one_line


class BadAddressError(ValueError):
    """Not a mail address. The message is the text given."""


def checked_addresses(addresses: Iterable[str]) -> list[str]:
    """Return the bare addresses; raises `BadAddressError`."""
    return [_checked(address) for address in addresses]


def register(
    service: Service,
    dossier: Dossier,
    *,
    file_name: str,
    slug: str = "",
    title: str = "",
    centre: str = "",
    addresses: Iterable[str] = (),
) -> Registration:
    """Register a dossier, or refresh the one of that slug or title; subscribe addresses.

    Raises `UnknownDossierError` for a `slug` that is not registered.
    """
    with service.database.transaction() as session:
        if slug and dossiers.find(session, slug) is None:
            raise recipients.UnknownDossierError(slug)
        shown = one_line(title or dossier.title or file_name)
        done = registration.register(
            session,
            dossier,
            slug=slug or _slug(session, shown, centre, named=shown != PurePath(file_name).stem),
            title=shown,
            centre=centre or None,
            file_name=file_name,
            at=service.clock.now(),
        )
        for address in addresses:
            subscribe(service, session, address, done.slug)
    return done


def subscribe(
    service: Service, session: Session, address: str, slug: str, pace: Pace | None = None
) -> None:
    """Tell an address of a dossier, at the pace of the settings where none is given."""
    chosen = pace or Pace(service.settings.report.pace)
    recipients.subscribe(session, address, chosen, dossier_slug=slug)


def _slug(session: Session, title: str, centre: str, *, named: bool) -> str:
    """Return the slug of the centre's dossier of that title, else one that is free.

    Two centres may well publish a dossier under one title; without a centre, the title decides.
    A file's name, where the dossier has no title of its own (not `named`), decides nothing.
    """
    records = dossiers.records(session)
    for record in records:
        if named and record.title == title and centre in ("", record.centre):
            return record.slug
    taken = {record.slug for record in records}
    wanted = dossiers.slug_for(title)
    numbered = (f"{wanted}-{number}" for number in count(2))
    return next(slug for slug in chain((wanted,), numbered) if slug not in taken)


def _checked(address: str) -> str:
    try:
        return mailbox(address).addr_spec
    except ValueError as error:
        raise BadAddressError(address) from error
