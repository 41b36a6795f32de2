"""What the columns refuse, and what they mend."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError
from tests.store.store_stories import MONDAY

from perenne.domain.exchanges import Failure, HopSummary
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.store import hosts, links
from perenne.store.tables.dossiers import CentreRow
from perenne.store.tables.links import HostRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.values import batches, evidence_columns, hops_json, hops_of, verdict_of

if TYPE_CHECKING:
    from perenne.store.database import Database


def test_a_naive_instant_is_refused(database: Database) -> None:
    """SQLite would keep it and lose what it meant."""
    with (
        pytest.raises(StatementError, match="2026-03-02"),
        database.transaction() as session,
    ):
        hosts.put_off(session, {"example.org": datetime(2026, 3, 2)})  # noqa: DTZ001 - the point


def test_an_instant_comes_back_in_utc(database: Database) -> None:
    """The same instant, whatever zone it was given in."""
    noon_in_paris = datetime(2026, 7, 1, 12, 0, 0, 250, tzinfo=timezone(timedelta(hours=2)))
    with database.transaction() as session:
        hosts.put_off(session, {"example.org": noon_in_paris})
    with database.reading() as session:
        kept = session.scalars(select(HostRow.not_before)).one()
    assert kept == noon_in_paris
    assert kept.tzinfo is UTC


def test_instants_of_different_zones_are_compared_as_instants(database: Database) -> None:
    """Noon in Paris is before eleven in London."""
    noon_in_paris = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    eleven_in_utc = datetime(2026, 7, 1, 11, tzinfo=UTC)
    with database.transaction() as session:
        hosts.put_off(session, {"example.org": eleven_in_utc})
        assert hosts.waiting(session, noon_in_paris) == {"example.org": eleven_in_utc}
        assert hosts.waiting(session, eleven_in_utc) == {}


@pytest.mark.parametrize(("given_", "kept"), [("a\0b", "ab"), ("a\ud800b", "a?b"), ("é’", "é’")])
def test_what_no_database_can_hold_is_mended(database: Database, given_: str, kept: str) -> None:
    """A page may send anything; a check must not fail on it."""
    with database.transaction() as session:
        session.add(CentreRow(name=given_))
    with database.reading() as session:
        assert session.scalars(select(CentreRow.name)).one() == kept


def test_a_word_outside_the_enum_is_refused_by_the_database(database: Database) -> None:
    """Even where it is not our code that writes."""
    with database.transaction() as session:
        links.ensure(session, ["https://example.org/"], MONDAY)
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.execute(text("UPDATE links SET state = 'tired'"))


def test_a_row_without_its_link_is_refused(database: Database) -> None:
    """Foreign keys hold on SQLite too."""
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.execute(
            text("INSERT INTO due (run_id, link_id) VALUES (:run, :link)"), {"run": 1, "link": 1}
        )


evidence = st.builds(Evidence, st.text(), st.text(), st.text())
verdicts = st.builds(
    Verdict,
    st.sampled_from(VerdictKind),
    st.lists(evidence).map(tuple),
    st.lists(evidence).map(tuple),
    st.none() | st.text(),
)
hop_lists = st.lists(
    st.builds(
        HopSummary,
        st.text(),
        st.none() | st.integers(100, 599),
        st.none() | st.sampled_from(Failure),
    )
).map(tuple)


@given(verdicts)
def test_a_verdict_survives_its_columns(verdict: Verdict) -> None:
    """What is written is what is read."""
    assert verdict_of(ObservationRow(**evidence_columns(verdict))) == verdict


@given(hop_lists)
def test_hops_survive_their_json(hops: tuple[HopSummary, ...]) -> None:
    """What is written is what is read."""
    assert hops_of(hops_json(hops)) == hops


@given(st.lists(st.integers()), st.integers(1, 5))
def test_batches_keep_order_and_size(items: list[int], size: int) -> None:
    """None is empty, none too long, and together they are what was given."""
    cut = list(batches(items, size))
    assert [item for batch in cut for item in batch] == items
    assert all(1 <= len(batch) <= size for batch in cut)
