"""The stable JSON form of a dossier, `"schema": 1`: it only grows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from perenne.dossiers.sentences import notice_sentence

if TYPE_CHECKING:
    from perenne.domain.references import Citation, Dossier, Notice, Place, Reference

SCHEMA = 1


def as_json(dossier: Dossier) -> dict[str, Any]:
    """Return the dossier as values for `json.dumps`; missing texts are null, missing lists []."""
    return {
        "schema": SCHEMA,
        "title": dossier.title or None,
        "references": [_reference(reference) for reference in dossier.references],
        "notices": [_notice(notice) for notice in dossier.notices],
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "section": reference.section or None,
        "title": reference.title or None,
        "authors": list(reference.authors),
        "source": reference.source or None,
        "date": reference.date or None,
        "date_iso": reference.date_iso or None,
        "pages": reference.pages or None,
        "locations": list(reference.locations),
        "place": _place(reference.place),
        "citations": [_citation(citation) for citation in reference.citations],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    place = _place(citation.place)
    return {"as_written": citation.as_written, "url": citation.url, "place": place}


def _notice(notice: Notice) -> dict[str, Any]:
    place = _place(notice.place) if notice.place else None
    return {"place": place, "code": notice.code, "message": notice_sentence(notice)}


def _place(place: Place) -> dict[str, int]:
    return {place.kind.value: place.number}
