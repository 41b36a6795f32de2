"""When a link comes and goes too often."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from perenne.domain.stability import (
    MANY_SUSPICIONS,
    MANY_TURNS,
    WINDOW,
    is_unstable,
    unstable_since,
)
from perenne.domain.states import Flip, State
from perenne.domain.verdicts import VerdictKind

MONDAY = datetime(2026, 3, 2, 3, 5, tzinfo=UTC)
DAY = timedelta(days=1)
OK = (State.ALIVE, VerdictKind.OK)
MOVED = (State.ALIVE, VerdictKind.MOVED)
DOUBTED = (State.SUSPECT, VerdictKind.TIMEOUT)
DEAD = (State.BROKEN, VerdictKind.TIMEOUT)
UNSURE = (State.UNDECIDED, VerdictKind.BLOCKED)
Path = list[tuple[State, VerdictKind]]


def through(path: Path, every: timedelta = DAY) -> list[Flip]:
    """Return the flips of a link that goes through these beliefs, from Monday on."""
    return [Flip(MONDAY + n * every, *old, *new) for n, (old, new) in enumerate(pairwise(path), 1)]


def test_the_third_breakage_within_two_months_is_one_too_many() -> None:
    """Two may be bad luck."""
    twice = through([OK, DOUBTED, DEAD, OK, DOUBTED, DEAD, OK])
    thrice = through([OK, *[DOUBTED, DEAD, OK] * MANY_TURNS])
    assert not is_unstable(twice, twice[-1].at)
    assert is_unstable(thrice, thrice[-1].at)


def test_a_link_that_breaks_now_and_then_over_years_is_steady() -> None:
    """Each breakage is news."""
    rare = through([OK, *[DEAD, OK] * 5], every=timedelta(days=40))
    assert not is_unstable(rare, rare[-1].at)


def test_redirects_and_walls_that_come_and_go_count_too() -> None:
    """They fill mails in the same way."""
    wavering = through([OK, MOVED] * MANY_TURNS)
    walled = through([OK, UNSURE] * MANY_TURNS)
    assert is_unstable(wavering, wavering[-1].at)
    assert is_unstable(walled, walled[-1].at)


def test_a_bad_night_a_week_is_found_out_though_nobody_was_told() -> None:
    """Readers meet it all the same."""
    weekly = through([OK, DOUBTED] * (MANY_SUSPICIONS - 1), every=timedelta(days=3))
    assert not is_unstable(weekly, weekly[-1].at)
    more = through([OK, DOUBTED] * MANY_SUSPICIONS, every=timedelta(days=3))
    assert is_unstable(more, more[-1].at)


@given(st.lists(st.sampled_from([OK, MOVED, DOUBTED, DEAD, UNSURE]), max_size=40))
def test_two_quiet_months_make_any_link_steady(path: Path) -> None:
    """Whatever it did before."""
    flips = through(path)
    last = flips[-1].at if flips else MONDAY
    assert not is_unstable(flips, last + WINDOW)


def test_a_link_is_unstable_from_the_flip_on_that_was_one_too_many() -> None:
    """It stays so while more of the same follows, and begins anew after a calm."""
    flips = through([OK, *[DOUBTED, DEAD, OK] * MANY_TURNS])
    [too_many] = [flip for flip in flips if flip.new_state is State.BROKEN][-1:]
    assert unstable_since(flips, flips[-1].at) == too_many.at
    assert unstable_since(flips[:-3], flips[-1].at) is None
    assert unstable_since(flips, flips[-1].at + WINDOW) is None
    later = [replace(flip, at=flip.at + 3 * WINDOW) for flip in flips]
    assert unstable_since([*flips, *later], later[-1].at) == too_many.at + 3 * WINDOW


@given(st.lists(st.sampled_from([OK, MOVED, DOUBTED, DEAD, UNSURE]), max_size=40))
def test_an_unstable_link_has_been_so_since_one_of_its_flips(path: Path) -> None:
    """And a steady one has not."""
    flips = through(path)
    at = flips[-1].at if flips else MONDAY
    since = unstable_since(flips, at)
    assert (since is not None) is is_unstable(flips, at)
    assert since is None or since in {flip.at for flip in flips}
