"""Proposed better addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from perenne.store.inserting import upsert
from perenne.store.tables.links import ReplacementRow
from perenne.store.values import digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session

    from perenne.domain.links import Replacement


def propose(
    session: Session,
    link_id: int,
    replacements: Iterable[Replacement],
    at: datetime,
    *,
    instead_of: Collection[str] = (),
) -> None:
    """Note replacements of a link; one proposed before is described anew.

    `instead_of`: kinds of which whatever else was proposed before is dropped.
    """
    old = delete(ReplacementRow).where(ReplacementRow.link_id == link_id)
    session.execute(old.where(ReplacementRow.kind.in_(instead_of)))
    rows = [
        {
            "link_id": link_id,
            "url": replacement.url,
            "url_digest": digest(replacement.url),
            "kind": replacement.kind,
            "why": replacement.why,
            "confidence": replacement.confidence,
            "created_at": at,
        }
        for replacement in replacements
    ]
    upsert(session, ReplacementRow, rows, same=["link_id", "url_digest"])
