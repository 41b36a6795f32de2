"""Which flips are news, and which are not worth a line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.samples import ALIVE, BROKEN, NEW, SUSPECT, flips, link

from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind as Kind
from perenne.report.flips import News, news, settled

OK = (ALIVE, Kind.OK)
MOVED = (ALIVE, Kind.MOVED)
RESTRICTED = (ALIVE, Kind.RESTRICTED)
CLOSED = (ALIVE, Kind.COURSE_CLOSED)
DOUBTED = (SUSPECT, Kind.NOT_FOUND)
DEAD = (BROKEN, Kind.NOT_FOUND)
UNSURE = (State.UNDECIDED, Kind.BLOCKED)
UNKNOWN = (NEW, None)
BELIEFS = [OK, MOVED, RESTRICTED, CLOSED, DOUBTED, DEAD, UNSURE]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ([OK, DOUBTED, DEAD], News.BROKEN),
        ([UNKNOWN, DOUBTED, DEAD], News.BROKEN),
        ([UNKNOWN, DEAD], News.BROKEN),
        ([DEAD, OK], News.RECOVERED),
        ([DEAD, RESTRICTED], News.RECOVERED),
        ([OK, MOVED], News.MOVED),
        ([UNKNOWN, MOVED], News.MOVED),
        ([OK, RESTRICTED], News.RESTRICTED),
        ([UNKNOWN, OK, RESTRICTED], News.RESTRICTED),
        ([OK, CLOSED], News.COURSES),
        ([CLOSED, OK], News.COURSES),
        ([OK, UNSURE], News.TO_CHECK),
        ([UNKNOWN, UNSURE], News.TO_CHECK),
        ([DEAD, OK, UNSURE], News.TO_CHECK),
    ],
)
def test_a_flip_that_matters_is_told(path: list[tuple[State, Kind | None]], told: News) -> None:
    """What was told last against what is believed now."""
    assert news(flips(link(), *path)) is told


@pytest.mark.parametrize(
    "path",
    [
        [OK, DOUBTED],
        [OK, DOUBTED, OK],
        [DEAD, OK, DOUBTED],
        [DEAD, OK, DOUBTED, DEAD],
        [OK, DOUBTED, DEAD, OK],
        [OK, MOVED, OK],
        [UNKNOWN, OK],
        [UNKNOWN, RESTRICTED],
        [UNSURE, OK],
        [UNSURE, RESTRICTED],
        [RESTRICTED, OK],
    ],
)
def test_a_flip_that_does_not_matter_is_not_told(path: list[tuple[State, Kind | None]]) -> None:
    """A suspicion, a flip undone before the mail, or what was never otherwise."""
    assert news(flips(link(), *path)) is None


def test_the_flips_of_a_suspect_wait() -> None:
    """Whether it recovers or is confirmed, the reader is told from where she last stood."""
    waiting = flips(link(), DEAD, OK, DOUBTED)
    assert not settled(waiting)
    assert news([*waiting, *flips(link(), DOUBTED, DEAD)]) is None
    assert news([*waiting, *flips(link(), DOUBTED, OK)]) is News.RECOVERED


def test_a_link_that_comes_and_goes_is_named_once() -> None:
    """When it becomes too much; then neither its breakages nor its recoveries are told."""
    path = flips(link(), OK, DOUBTED, DEAD)
    [*before, last] = path
    assert news([*before, replace(last, unstable=True)]) is News.UNSTABLE
    silent = [replace(flip, was_unstable=True, unstable=True) for flip in path]
    assert news(silent) is None
    assert settled(silent)


def test_a_suspect_is_not_yet_named() -> None:
    """Else it would be named again when it is settled."""
    [flip] = flips(link(), OK, DOUBTED)
    assert news([replace(flip, unstable=True)]) is None


@given(st.lists(st.sampled_from(BELIEFS), min_size=2, max_size=8))
def test_only_the_ends_of_a_story_decide_what_is_broken(
    path: list[tuple[State, Kind | None]],
) -> None:
    """Broken is told exactly where it is believed now and was not believed before."""
    told = news(flips(link(), *path))
    before, now = path[0][0], path[-1][0]
    assert (told is News.BROKEN) == (now is BROKEN and before is not BROKEN)
    assert (told is News.RECOVERED) == (now is ALIVE and before is BROKEN)
    assert told is None or now is not SUSPECT
    assert told is not News.STILL_BROKEN
