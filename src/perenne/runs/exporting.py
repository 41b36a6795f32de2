"""A dossier with what is known of its links, ready to be exported."""

from __future__ import annotations

from collections.abc import Iterable

from perenne.domain import choices
from perenne.domain.references import Dossier, Reference
from perenne.report.exporting.items import Exported, Item, ItemLink
from perenne.runs.dismissing import known_centre
from perenne.runs.service import Service
from perenne.store import dossiers, links, overlays, references
from perenne.store.database import Session
from perenne.store.recipients import UnknownDossierError


def registered(service: Service, slug: str) -> Exported:
    """Return a registered dossier; raises `UnknownDossierError`."""
    with service.database.reading() as session:
        record = dossiers.find(session, slug)
        if record is None:
            raise UnknownDossierError(slug)
        held = references.of_dossier(session, record.id)
        return _exported(service, session, record.title, held, record.centre or "")


def read(service: Service, dossier: Dossier, centre: str = "") -> Exported:
    """Return a dossier that was read from a file; what is known of its links may be nothing.

    Raises `DismissalError` for a centre that nobody knows.
    """
    with service.database.reading() as session:
        known = known_centre(session, centre) or ""
        return _exported(service, session, dossier.title, dossier.references, known)


def _exported(
    service: Service, session: Session, title: str, held: Iterable[Reference], centre: str
) -> Exported:
    now = service.clock.now()
    held = tuple(held)
    urls = {citation.url for reference in held for citation in reference.citations}
    ids = {url: found for url in urls if (found := links.find(session, url))}
    known = {status.id: status for status in links.statuses(session, set(ids.values()))}
    said = overlays.active(session, set(ids.values()), now)
    items = tuple(
        Item(
            reference,
            tuple(
                ItemLink(
                    citation,
                    known.get(ids.get(citation.url)),
                    choices.accepted_in(said.get(ids.get(citation.url, 0), ()), centre),
                )
                for citation in reference.citations
            ),
        )
        for reference in held
    )
    return Exported(title, items, now, service.settings.schedule.zone)
