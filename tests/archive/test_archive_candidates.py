"""Which of several captures is offered first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.archive.candidates import (
    Candidate,
    candidate,
    confidence,
    confidences,
    days_from,
    in_order,
    shows_page,
)
from perenne.domain.captures import Judged
from perenne.domain.links import Capture
from perenne.domain.verdicts import Family, Verdict, VerdictKind

CITED = datetime(2018, 9, 3, 23, 59, 59, tzinfo=UTC)


def made(days: float) -> Capture:
    """Return a capture made so many days after the citation."""
    return Capture(f"https://x/{days}", CITED + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "order"),
    [
        ([-900, -20, 1, 30], [-20, 1, 30, -900]),  # the last before, however near the next
        ([2, 5, 900], [2, 5, 900]),  # none before: the first after
        ([-900, -800], [-800, -900]),
        ([0], [0]),  # the very date is before
        ([], []),
    ],
)
def test_the_last_capture_before_the_citation_comes_first(
    days: list[float], order: list[float]
) -> None:
    """Else the first after it; then the nearest."""
    assert in_order(map(made, days), CITED) == [made(day) for day in order]


@given(st.lists(st.integers(-4000, 4000)))
def test_every_capture_is_told_once(days: list[int]) -> None:
    """In whatever order they come."""
    ordered = in_order(map(made, days), CITED)
    assert sorted(each.url for each in ordered) == sorted({made(day).url for day in days})
    assert ordered == in_order(map(made, reversed(days)), CITED)


@pytest.mark.parametrize(("days", "told"), [(-30, -30), (0, 0), (0.5, 1), (365, 365)])
def test_the_distance_is_told_in_days_of_the_calendar(days: float, told: int) -> None:
    """Before or after."""
    assert days_from(made(days), CITED) == told


@pytest.mark.parametrize("kind", list(VerdictKind))
def test_only_a_copy_that_shows_a_living_page_may_be_offered(kind: VerdictKind) -> None:
    """A doubt is not offered: nobody can look at what the page was."""
    assert shows_page(Judged(Verdict(kind))) is (kind.family is Family.ALIVE)


def test_a_copy_near_the_citation_and_under_its_title_is_surest() -> None:
    """A wall shows little; without a title nothing confirms it; years change pages."""
    seen = Judged(Verdict(VerdictKind.OK))
    near, far = candidate(made(3), seen, ["Loi"]), candidate(made(3000), seen, ["Loi"])
    untitled = candidate(made(3), seen, [])
    walled = candidate(made(3), Judged(Verdict(VerdictKind.RESTRICTED)), ["Loi"])
    assert near == Candidate(made(3))
    sure = [confidence(each, CITED) for each in (near, far, untitled, walled)]
    assert sure == sorted(sure, reverse=True)
    assert all(0 < each < 1 for each in sure)
    unsure = candidate(made(3), Judged(Verdict(VerdictKind.OK), sure=False), ["Loi"])
    assert confidence(unsure, CITED) == confidence(untitled, CITED)


def test_no_copy_is_surer_than_the_one_that_is_chosen_before_it() -> None:
    """Those who sort by it keep the order: the last copy before the date stays the first."""
    chosen = [Candidate(made(days)) for days in (-900, 1, 30)]
    assert confidence(chosen[1], CITED) > confidence(chosen[0], CITED)
    assert confidences(chosen, CITED) == [confidence(chosen[0], CITED)] * 3
    assert confidences([], CITED) == []
