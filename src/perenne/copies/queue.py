"""What there is to copy: no list is kept of it, since what was seen says it at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.copies.policy import SAVING, Facts, decide
from perenne.store import copies

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.domain.links import Result
    from perenne.settings import Copies
    from perenne.store.copies import Candidate
    from perenne.store.database import Database


def due(database: Database, settings: Copies, now: datetime) -> list[int]:
    """Return the ids of the links that are to be copied now."""
    with database.reading() as session:
        return [
            each.link_id
            for each in copies.candidates(session)
            if decide(_facts(each, settings, now)) in SAVING
        ]


def version_of(result: Result) -> str:
    """Return what tells this version of a page from another."""
    return _version(result.fingerprint, result.reading.digest if result.reading else "")


def _version(fingerprint: str, digest: str) -> str:
    """Prefer the main text: bytes change with every advertisement."""
    return fingerprint or digest


def _facts(seen: Candidate, settings: Copies, now: datetime) -> Facts:
    return Facts(
        kind=seen.kind,
        now=now,
        rest_days=settings.rest_days,
        noarchive=seen.noarchive and not settings.noarchive,
        version=_version(seen.fingerprint, seen.digest),
        copied_at=seen.copied_at,
        copied_version=seen.copied_version or "",
        tried_at=seen.tried_at,
        code=seen.code or "",
    )
