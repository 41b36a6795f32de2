"""How searches ended is remembered by link and archive; and when links were cited."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY, add, reference

from perenne.store import dossiers, hosts, links, look_ups
from perenne.store.citing import CitedAt, cited_at, end_of
from perenne.store.dossiers import DossierStatus
from perenne.store.look_ups import LookedUp
from perenne.store.statuses import LookUpStatus

if TYPE_CHECKING:
    from perenne.store.database import Database

PAGE = "https://example.org/page"
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


def test_a_search_is_made_by_one_worker_and_not_before_it_is_due(database: Database) -> None:
    """One that never ends is due again when its lease is over."""
    with database.transaction() as session:
        id_ = links.ensure(session, [PAGE], MONDAY)[PAGE]
        assert look_ups.claim(session, id_, "a", MONDAY, MONDAY + HOUR)
        assert not look_ups.claim(session, id_, "a", MONDAY, MONDAY + HOUR)
        assert look_ups.claim(session, id_, "b", MONDAY, MONDAY + HOUR)
        [first] = {look_ups.of_links(session, [id_])[id_]["a"]}
        assert (first.status, first.code) == (LookUpStatus.FAILED, "interrupted")
        assert look_ups.claim(session, id_, "a", MONDAY + HOUR, MONDAY + 2 * HOUR)
        ended = LookedUp(LookUpStatus.NONE, "", MONDAY, MONDAY + 30 * DAY)
        look_ups.store(session, id_, "a", ended)
        assert not look_ups.claim(session, id_, "a", MONDAY + 29 * DAY, MONDAY + 40 * DAY)
        found = LookedUp(LookUpStatus.FOUND, "", MONDAY, None)
        look_ups.store(session, id_, "b", found)
        assert not look_ups.claim(session, id_, "b", MONDAY + 99 * DAY, MONDAY + 100 * DAY)
        assert look_ups.of_links(session, [id_])[id_] == {"a": ended, "b": found}
        counts = look_ups.counts(session)
    assert {status: n for status, n in counts.items() if n} == {
        LookUpStatus.NONE: 1,
        LookUpStatus.FOUND: 1,
    }


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2018-09-03", datetime(2018, 9, 3, 23, 59, 59, tzinfo=UTC)),
        ("2020-02", datetime(2020, 2, 29, 23, 59, 59, tzinfo=UTC)),
        ("2018", datetime(2018, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("", None),
        ("0000", None),
        ("2018-13", None),
        ("2018-02-30", None),
        ("automne 2018", None),
        ("２０１８", None),
    ],
)
def test_a_date_lasts_until_its_end(text: str, end: datetime | None) -> None:
    """Day, month or year; anything else is no date."""
    assert end_of(text) == end


def test_a_link_was_cited_at_the_earliest_date_of_its_references(database: Database) -> None:
    """Without any, when the oldest dossier was added; retired dossiers do not count."""
    other, nobodys = "https://example.org/other", "https://example.org/nobodys"
    with database.transaction() as session:
        dated = [reference("Loi", PAGE, date_iso=date) for date in ("2019", "2018-09", "")]
        add(session, "eau", *dated, reference("Autre", other), at=MONDAY)
        add(session, "feu", reference("Autre", other), at=MONDAY - 9 * DAY)
        old = reference("Loi", PAGE, date_iso="1999")
        add(session, "air", old, reference("x", nobodys))
        dossiers.set_status(session, "air", DossierStatus.RETIRED)
        ids = {url: links.find(session, url) or 0 for url in (PAGE, other, nobodys)}
        dates = cited_at(session, ids.values())
    assert dates == {
        ids[PAGE]: CitedAt(datetime(2018, 9, 30, 23, 59, 59, tzinfo=UTC), by_reference=True),
        ids[other]: CitedAt(MONDAY - 9 * DAY, by_reference=False),
    }


def test_turns_are_taken_one_after_the_other(database: Database) -> None:
    """By whoever comes; one that is far away is the trace of a clock that went back."""
    with database.transaction() as session:

        def turn(now: datetime) -> datetime:
            return hosts.take_turn(session, "x/cdx/turn", now, 3 * SECOND, 60 * SECOND)

        first = [turn(MONDAY) for _ in range(3)]
        assert first == [MONDAY, MONDAY + 3 * SECOND, MONDAY + 6 * SECOND]
        assert turn(MONDAY + HOUR) == MONDAY + HOUR
        assert turn(MONDAY) == MONDAY + 60 * SECOND
        assert turn(MONDAY) == MONDAY + 60 * SECOND
