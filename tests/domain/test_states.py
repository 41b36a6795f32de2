"""What the service believes after several nights."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from perenne.domain.states import Belief, Confirmation, Flip, State, advance, night_of
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind

PARIS = ZoneInfo("Europe/Paris")
NEEDED = Confirmation()
MONDAY = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
NXDOMAIN = Verdict(VerdictKind.DNS, (Evidence("transport", "dns_nxdomain"),))
SERVFAIL = Verdict(VerdictKind.DNS, (Evidence("transport", "dns_failed"),))


@dataclass
class Story:
    """A link seen night after night."""

    belief: Belief = Belief()
    flips: list[Flip] = field(default_factory=list)

    def night(self, number: float, *verdicts: VerdictKind | Verdict) -> State:
        """See `verdicts` during night `number` (1 is Monday's) and return what is believed."""
        at = MONDAY + timedelta(days=number - 1)
        for seen in verdicts:
            verdict = seen if isinstance(seen, Verdict) else Verdict(seen)
            self.belief, flip = advance(self.belief, verdict, at, night_of(at, PARIS), NEEDED)
            self.flips += [flip] if flip else []
        return self.belief.state


def test_a_night_before_the_last_one_counts_for_nothing() -> None:
    """A clock that went back makes no night of an old one, nor a new one of the same."""
    story = Story()
    story.night(5, VerdictKind.TIMEOUT)
    story.night(4, VerdictKind.TIMEOUT)
    story.night(5, VerdictKind.TIMEOUT)
    assert story.night(6, VerdictKind.TIMEOUT) is State.SUSPECT
    assert story.belief.failing_nights == 2
    assert story.night(7, VerdictKind.TIMEOUT) is State.BROKEN


def test_undecided_nights_do_not_count_twice_either() -> None:
    """Whichever way the clock went."""
    story = Story()
    story.night(1, VerdictKind.OK)
    for number in (5, 4, 5, 4):
        story.night(number, VerdictKind.BLOCKED)
    assert story.belief.undecided_nights == 1
    assert story.belief.state is State.ALIVE


def test_one_failure_is_a_suspicion() -> None:
    """Nobody is alarmed by one bad night."""
    assert Story().night(1, VerdictKind.NOT_FOUND) is State.SUSPECT


@pytest.mark.parametrize(
    "verdict", [VerdictKind.NOT_FOUND, VerdictKind.GONE, VerdictKind.SOFT_404, NXDOMAIN]
)
def test_two_nights_confirm_a_definite_failure(verdict: VerdictKind | Verdict) -> None:
    """A page that says it is gone, twice, is gone."""
    story = Story()
    story.night(1, verdict)
    assert story.night(2, verdict) is State.BROKEN


@pytest.mark.parametrize(
    "verdict", [VerdictKind.TIMEOUT, VerdictKind.SERVER_ERROR, VerdictKind.TLS, SERVFAIL]
)
def test_three_nights_confirm_any_other_failure(verdict: VerdictKind | Verdict) -> None:
    """A server that is down comes back more often than not."""
    story = Story()
    story.night(1, verdict)
    assert story.night(2, verdict) is State.SUSPECT
    assert story.night(3, verdict) is State.BROKEN


def test_a_mixed_series_takes_three_nights() -> None:
    """One failure of it that may pass is enough to wait."""
    story = Story()
    story.night(1, VerdictKind.SERVER_ERROR)
    assert story.night(2, VerdictKind.NOT_FOUND) is State.SUSPECT
    assert story.night(3, VerdictKind.NOT_FOUND) is State.BROKEN


def test_a_malformed_address_is_broken_at_once() -> None:
    """No night will change what is written in the dossier."""
    assert Story().night(1, VerdictKind.MALFORMED) is State.BROKEN


def test_many_looks_in_one_night_count_once() -> None:
    """Clicking "check again" ten times confirms nothing."""
    story = Story()
    assert story.night(1, *[VerdictKind.NOT_FOUND] * 10) is State.SUSPECT
    assert story.night(1.3, VerdictKind.NOT_FOUND) is State.SUSPECT


def test_two_nights_an_hour_apart_do_not_confirm() -> None:
    """Noon lies between two nights, but the series must last twenty hours."""
    story = Story()
    story.night(1.35, VerdictKind.NOT_FOUND)
    assert story.night(1.40, VerdictKind.NOT_FOUND) is State.SUSPECT
    assert story.night(2.5, VerdictKind.NOT_FOUND) is State.BROKEN


def test_one_success_clears_everything() -> None:
    """A link that answers is alive, whatever was believed."""
    story = Story()
    story.night(1, VerdictKind.NOT_FOUND)
    story.night(2, VerdictKind.NOT_FOUND)
    assert story.night(3, VerdictKind.OK) is State.ALIVE
    assert story.night(4, VerdictKind.NOT_FOUND) is State.SUSPECT
    assert [(flip.old_state, flip.new_state) for flip in story.flips] == [
        (State.NEW, State.SUSPECT),
        (State.SUSPECT, State.BROKEN),
        (State.BROKEN, State.ALIVE),
        (State.ALIVE, State.SUSPECT),
    ]


def test_a_bot_wall_neither_clears_nor_confirms() -> None:
    """A night without a conclusion leaves the series where it was."""
    story = Story()
    story.night(1, VerdictKind.NOT_FOUND)
    assert story.night(2, VerdictKind.BLOCKED) is State.SUSPECT
    assert story.night(3, VerdictKind.NOT_FOUND) is State.BROKEN
    assert story.night(4, VerdictKind.BLOCKED) is State.BROKEN


def test_a_living_link_is_undecided_after_three_nights_running() -> None:
    """Two nights behind a bot wall are not worth a word."""
    story = Story()
    story.night(1, VerdictKind.OK)
    story.night(2, VerdictKind.BLOCKED)
    story.night(3, VerdictKind.OK)
    story.night(4, VerdictKind.BLOCKED)
    assert story.night(5, VerdictKind.BLOCKED) is State.ALIVE
    assert story.night(6, VerdictKind.DOUBTFUL) is State.UNDECIDED
    assert story.belief.last_alive == MONDAY + timedelta(days=2)


def test_what_could_not_be_checked_moves_nothing() -> None:
    """Our own outage is nobody's fault."""
    story = Story()
    story.night(1, VerdictKind.OK)
    before = story.belief
    story.night(2, VerdictKind.UNCHECKED)
    assert story.belief == before


def test_a_page_that_moves_while_alive_is_a_change() -> None:
    """Moving, closing or going behind a subscription is told."""
    story = Story()
    story.night(1, VerdictKind.OK)
    story.night(2, VerdictKind.RESTRICTED)
    story.night(3, VerdictKind.RESTRICTED)
    assert [flip.new_kind for flip in story.flips] == [VerdictKind.OK, VerdictKind.RESTRICTED]


@pytest.mark.parametrize(
    ("instant", "night"),
    [
        ("2026-03-02T03:05+01:00", date(2026, 3, 1)),
        ("2026-03-02T11:59+01:00", date(2026, 3, 1)),
        ("2026-03-02T12:00+01:00", date(2026, 3, 2)),
        ("2026-10-25T02:30+01:00", date(2026, 10, 24)),
    ],
)
def test_a_night_runs_from_noon_to_noon(instant: str, night: date) -> None:
    """In the service's own time zone, over the changes of clock too."""
    assert night_of(datetime.fromisoformat(instant), PARIS) == night
