"""Closes a run: what is believed of each link moves, in one transaction with the run's end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from perenne.domain.links import RunKind, RunStatus
from perenne.domain.states import Belief, Flip, advance
from perenne.runs.service import Service
from perenne.store import beliefs, runs
from perenne.store.database import Session


def close(service: Service, run_id: int, kind: RunKind, status: RunStatus) -> None:
    """End the run. A void one moves no state; an interrupted night is left to be resumed."""
    now = service.clock.now()
    with service.database.transaction() as session:
        counts: Counter[str] = Counter()
        if status is RunStatus.COMPLETED or (
            status is RunStatus.INTERRUPTED and kind is RunKind.CHECK
        ):
            beliefs.save(session, run_id, _moves(service, session, run_id, counts))
        runs.finish(session, run_id, status, dict(counts), now)


def _moves(
    service: Service, session: Session, run_id: int, counts: Counter[str]
) -> Iterator[tuple[int, Belief, Flip | None]]:
    for link_id, belief, verdict, at in beliefs.pending(session, run_id):
        counts[verdict.kind] += 1
        after, flip = advance(belief, verdict, at, service.night(at), service.confirmation)
        yield link_id, after, flip
