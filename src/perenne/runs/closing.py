"""Closes a run: what is believed of each link moves, in one transaction with the run's end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.states import Belief, Flip, advance
from perenne.rules.clusters import SEVERAL, ends_together
from perenne.runs.service import Service
from perenne.store import beliefs, clusters, runs
from perenne.store.database import Session


def close(service: Service, run_id: int, kind: RunKind, status: RunStatus) -> None:
    """End the run. A void one moves no state; an interrupted night waits to be resumed."""
    resumable = kind is RunKind.NIGHTLY and status is RunStatus.INTERRUPTED
    settles = status is not RunStatus.VOID and not resumable
    if settles:
        with service.database.transaction() as session:
            settle_together(session, run_id)
    with service.database.transaction() as session:
        counts = settle(service, session, run_id) if settles else {}
        runs.finish(session, run_id, status, counts, service.clock.now())


def settle_together(session: Session, run_id: int) -> None:
    """Set right what no link could tell by itself: several that end at one address."""
    seen = clusters.ending_together(session, run_id, SEVERAL)
    ids = {result.link.key: result.link.id or 0 for result in seen}
    verdicts = ends_together(seen)
    clusters.amend(session, run_id, {ids[key]: verdict for key, verdict in verdicts.items()})


def settle(service: Service, session: Session, run_id: int) -> dict[str, int]:
    """Move beliefs by what the run has seen; return how many links gave each verdict."""
    counts: Counter[str] = Counter()

    def moves() -> Iterator[tuple[int, Belief, Flip | None]]:
        for link_id, belief, verdict, at in beliefs.pending(session, run_id):
            counts[verdict.kind.value] += 1
            after, flip = advance(belief, verdict, at, service.night(at), service.confirmation)
            yield link_id, after, flip

    beliefs.save(session, run_id, moves())
    return dict(counts)
