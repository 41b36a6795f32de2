"""Verdicts that only a whole run gives: the history reads as if they had been seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY, close, result, start

from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.store import clusters, links, observations
from perenne.store.pruning import forget_work

if TYPE_CHECKING:
    from perenne.store.database import Database

PAGES = [f"https://a.exemple.fr/{n}" for n in range(3)]
END = "https://a.exemple.fr/tout"
LOST = Verdict(VerdictKind.SOFT_404, (Evidence("clusters", "ends_together", END),))


def night(database: Database, number: int, ends: list[str], *, amended: bool) -> list[str]:
    """Run a night in which the pages ended there; return what ended together."""
    at = MONDAY + number * DAY
    with database.transaction() as session:
        ids = links.ensure(session, PAGES, at)
        run_id = start(session, ids.values(), at)
        found = {link.url: link for link in links.links(session, ids.values())}
        seen = [
            result(found[url], VerdictKind.OK, at, final_url=end)
            for url, end in zip(PAGES, ends, strict=True)
        ]
        observations.record(session, run_id, seen)
        together = clusters.ending_together(session, run_id, 3)
        if amended:
            clusters.amend(session, run_id, {each.link.id or 0: LOST for each in together})
    close(database, run_id, at)
    return sorted(each.link.url for each in together)


def story(database: Database) -> list[tuple[VerdictKind, int, int]]:
    """Return the intervals of the first page: verdict, count, length in days."""
    with database.reading() as session:
        link_id = links.find(session, PAGES[0])
        assert link_id is not None
        past = observations.history(session, link_id)
    seen = sorted(past.observations, key=lambda each: each.first_at)
    return [(o.verdict.kind, o.count, (o.last_at - o.first_at).days) for o in seen]


def test_links_that_end_together_are_found_and_no_others(database: Database) -> None:
    """Three at one address; not two, and not those that stayed."""
    assert night(database, 0, [END] * 3, amended=False) == PAGES
    assert night(database, 1, [END, END, PAGES[2]], amended=False) == []
    assert night(database, 2, PAGES, amended=False) == []


def test_nights_that_tell_the_same_are_one_interval(database: Database) -> None:
    """History grows with changes, not with nights."""
    for number in range(3):
        night(database, number, [END] * 3, amended=True)
    assert story(database) == [(VerdictKind.SOFT_404, 3, 2)]


@pytest.mark.parametrize("pruned", [False, True])
def test_what_was_alive_before_ends_with_the_night_before(database: Database, pruned: bool) -> None:
    """And begins anew when the pages are back; old work lists are not missed."""
    for number, (ends, amended) in enumerate(
        [(PAGES, False), (PAGES, False), ([END] * 3, True), ([END] * 3, True), (PAGES, False)]
    ):
        night(database, number, ends, amended=amended)
        if pruned:
            with database.transaction() as session:
                forget_work(session)
    assert story(database) == [
        (VerdictKind.OK, 2, 1),
        (VerdictKind.SOFT_404, 2, 1),
        (VerdictKind.OK, 1, 0),
    ]
