"""A dossier's file with what humans accepted: which addresses, by whose word, and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from perenne.domain import choices
from perenne.domain.references import Citation, Dossier, Reference
from perenne.dossiers.documents.page_rewriting import Version
from perenne.runs.dismissing import known_centre
from perenne.runs.service import Service
from perenne.store import links, overlays
from perenne.store.database import Session


@dataclass(frozen=True)
class Correction:
    """One address of a reference, the one that a human accepted for it, who and when."""

    reference: Reference
    citation: Citation
    url: str
    author: str
    accepted_at: datetime


def corrections(service: Service, dossier: Dossier, centre: str = "") -> list[Correction]:
    """Return what was accepted for the addresses of a dossier, in the order of its file.

    What was said for one `centre` holds for it alone, and there before what was said for all.
    Raises `DismissalError` for a centre that nobody knows.
    """
    with service.database.reading() as session:
        centre = known_centre(session, centre) or ""
        found = [
            _correction(session, service.clock.now(), reference, citation, centre)
            for reference in dossier.references
            for citation in reference.citations
        ]
    return [each for each in found if each is not None]


def copies(service: Service, dossier: Dossier) -> dict[str, Version]:
    """Return, by address as written, the newest copy that was seen to show its page."""
    with service.database.reading() as session:
        ids = {c.as_written: links.find(session, c.url) for c in dossier.citations}
        known = links.statuses(session, {id_ for id_ in ids.values() if id_})
    newest = {status.id: status.captures[0] for status in known if status.captures}
    return {
        written: Version(copy.url, f"{copy.timestamp.astimezone(UTC):%Y-%m-%d}")
        for written, id_ in ids.items()
        if (copy := newest.get(id_))
    }


def _correction(
    session: Session, now: datetime, reference: Reference, citation: Citation, centre: str
) -> Correction | None:
    link_id = links.find(session, citation.url)
    said = overlays.active(session, [link_id], now).get(link_id, []) if link_id else []
    accepted = choices.accepted_in(said, centre)
    if accepted is None or not accepted.replacement:
        return None
    new = accepted.replacement
    return Correction(reference, citation, new, accepted.author, accepted.created_at)
