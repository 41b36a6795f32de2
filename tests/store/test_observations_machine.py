"""Whatever is recorded, in whatever order and however often, the history is true."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.store.store_stories import MONDAY, due, result

from perenne.domain.runs import RunKind
from perenne.domain.verdicts import VerdictKind
from perenne.store import links, observations, runs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from perenne.domain.links import Link, Result
    from perenne.store.database import Database

KINDS = (VerdictKind.OK, VerdictKind.GONE, VerdictKind.UNCHECKED)


class Recording(RuleBasedStateMachine):
    """Runs over two links, whose workers crash and begin again; and a list that is the truth."""

    database: Database

    @initialize()
    def begin(self) -> None:
        """Two links, never seen in an example before."""
        with self.database.transaction() as session:
            newest = runs.latest(session)
            mark = newest.id if newest else 0
            self.now = newest.started_at if newest else MONDAY
            urls = [f"https://{name}.example/{mark}" for name in "ab"]
            self.links = list(links.links(session, links.ensure(session, urls, MONDAY).values()))
        self.truth: dict[int | None, list[Result]] = {link.id: [] for link in self.links}
        self.undone: set[int | None] = set()
        self.run = 0

    @rule()
    def start_a_run(self) -> None:
        """A new run over both links; what the one before left undone stays undone."""
        self.now += timedelta(hours=1)
        with self.database.transaction() as session:
            run_id = runs.claim(
                session,
                RunKind.CHECK,
                scheduled_for=None,
                night=self.now.date(),
                holder="me",
                at=self.now,
            )
            assert run_id is not None
            runs.enqueue(session, run_id, [link.id for link in self.links if link.id])
        self.run, self.undone = run_id, {link.id for link in self.links}

    @precondition(lambda self: self.run)
    @rule(
        kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=2),
        times=st.integers(1, 2),
        crash=st.booleans(),
    )
    def record(self, kinds: list[VerdictKind], times: int, crash: bool) -> None:
        """Record results, perhaps twice, perhaps in a transaction that comes to nothing."""
        self.now += timedelta(minutes=1)
        told = [result(link, kind, self.now) for link, kind in zip(self.links, kinds, strict=False)]
        with self.database.transaction() as session:
            for _ in range(times):
                observations.record(session, self.run, told)
            if crash:
                session.rollback()
                return
        for seen in told:
            if seen.link.id in self.undone:
                self.undone.discard(seen.link.id)
                self.truth[seen.link.id].append(seen)

    @invariant()
    def the_intervals_tell_the_truth(self) -> None:
        """They are the results in a row, without the unchecked, equal neighbours as one."""
        with self.database.reading() as session:
            for link in self.links:
                assert self._told(session, link) == self._expected(link)

    @invariant()
    def what_is_undone_is_due(self) -> None:
        """No more, no less."""
        with self.database.reading() as session:
            assert {link.id for link in due(session, self.run)} == self.undone

    def _told(self, session: Session, link: Link) -> list[tuple[object, ...]]:
        past = observations.history(session, link.id or 0)
        return [(o.verdict.kind, o.first_at, o.last_at, o.count) for o in past.observations]

    def _expected(self, link: Link) -> list[tuple[object, ...]]:
        intervals: list[tuple[object, ...]] = []
        for seen in self.truth[link.id]:
            if seen.verdict.kind is VerdictKind.UNCHECKED:
                continue
            if intervals and intervals[-1][0] is seen.verdict.kind:
                kind, first, _, count = intervals.pop()
                assert isinstance(count, int)
                intervals.append((kind, first, seen.at, count + 1))
            else:
                intervals.append((seen.verdict.kind, seen.at, seen.at, 1))
        return intervals


@pytest.mark.usefixtures("database")
def test_recording_tells_the_truth(database: Database) -> None:
    """A state machine plays nights at random on a real database."""

    class Machine(Recording):
        pass

    Machine.database = database
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
