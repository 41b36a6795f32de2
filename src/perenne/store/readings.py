"""What was read of pages: kept with each link, and found again for its next check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from perenne.domain.exchanges import HopSummary, Validators
from perenne.domain.links import Known, Reading
from perenne.store.inserting import upsert
from perenne.store.tables.observations import ObservationRow
from perenne.store.tables.readings import ReadingRow
from perenne.store.values import hops_of, verdict_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from perenne.domain.links import Result

_KEPT = tuple(ReadingRow.__table__.c)
_SEEN = (
    ObservationRow.kind,
    ObservationRow.evidence,
    ObservationRow.notes,
    ObservationRow.moved_to,
    ObservationRow.hops,
    ObservationRow.page_title,
    ObservationRow.fingerprint,
)


def keep(session: Session, seen: Mapping[int, Result]) -> None:
    """Keep what was read, by link id; forget a page that has to be read every time.

    A result that found its page unchanged has nothing new to keep.
    """
    rows = [_row(link_id, r.reading) for link_id, r in seen.items() if r.reading]
    upsert(session, ReadingRow, rows, same=["link_id"])
    gone = [i for i, r in seen.items() if r.reading is None and not _stands(r)]
    if gone:
        session.execute(delete(ReadingRow).where(ReadingRow.link_id.in_(gone)))


def known(session: Session, link_ids: Sequence[int]) -> dict[int, Known]:
    """Return what is known of the pages of links, by link id."""
    query = (
        select(*_KEPT, *_SEEN)
        .join(ObservationRow, ObservationRow.link_id == ReadingRow.link_id)
        .where(ReadingRow.link_id.in_(link_ids), ObservationRow.is_open)
    )
    return {row.link_id: _known(row) for row in session.execute(query)}


def _stands(result: Result) -> bool:
    """Tell whether the result rests on what was read before."""
    return result.link.known is not None and result.verdict == result.link.known.verdict


def _row(link_id: int, reading: Reading) -> dict[str, object]:
    return {
        "link_id": link_id,
        "url": reading.validators.url,
        "etag": reading.validators.etag,
        "last_modified": reading.validators.last_modified,
        "digest": reading.digest,
        "basis": reading.basis,
        "noarchive": reading.noarchive,
        "read_at": reading.at,
    }


def _known(row: Any) -> Known:  # noqa: ANN401 - a row with the columns above
    *redirects, last = hops_of(row.hops) or (HopSummary(row.url, None, None),)
    validators = Validators(row.url, row.etag, row.last_modified)
    return Known(
        Reading(validators, row.digest, row.basis, row.read_at, noarchive=row.noarchive),
        verdict_of(row),
        (*redirects, HopSummary(last.url, None, last.failure)),
        row.page_title,
        row.fingerprint,
    )
