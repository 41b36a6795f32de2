"""What is believed of a link, after any story: against a model that counts nights by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from perenne.domain.states import Belief, Confirmation, Flip, State, advance, night_of
from perenne.domain.verdicts import Evidence, Family, Verdict, VerdictKind

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 3, 20, 3, 5, tzinfo=UTC)
"""A week before the change of clock."""
NEEDED = Confirmation()
NXDOMAIN = Verdict(VerdictKind.DNS, (Evidence("transport", "dns_nxdomain"),))
KINDS = [Verdict(kind) for kind in VerdictKind]
ALIVE = [verdict for verdict in KINDS if verdict.family is Family.ALIVE]
UNDECIDED = [verdict for verdict in KINDS if verdict.family is Family.UNDECIDED]
FAILING = [NXDOMAIN, *(verdict for verdict in KINDS if verdict.family is Family.BROKEN)]


@dataclass(frozen=True)
class Failed:
    """A failure that was seen, and when."""

    at: datetime
    night: date
    verdict: Verdict


class Story(RuleBasedStateMachine):
    """Any sequence of verdicts, hours or days apart, on demand as well as by night."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.belief = Belief()
        self.failures: list[Failed] = []
        """Since the link was last alive."""
        self.flips: list[Flip] = []

    def see(self, verdict: Verdict) -> Belief:
        """Let the service see a verdict; return what it believed before."""
        before, night = self.belief, night_of(self.now, PARIS)
        self.belief, flip = advance(before, verdict, self.now, night, NEEDED)
        if flip is not None:
            self.flips.append(flip)
        assert (flip is None) == (
            before.state is self.belief.state
            and (before.state is not State.ALIVE or before.kind is self.belief.kind)
        )
        return before

    @rule(hours=st.sampled_from([1, 4, 9, 15, 20, 24, 24, 24, 49]))
    def time_goes_by(self, hours: int) -> None:
        """Until the next look."""
        self.now += timedelta(hours=hours)

    @rule(verdict=st.sampled_from(ALIVE))
    def it_lives(self, verdict: Verdict) -> None:
        """One success clears everything at once."""
        self.see(verdict)
        self.failures.clear()
        assert (self.belief.state, self.belief.kind) == (State.ALIVE, verdict.kind)
        assert self.belief.last_alive == self.now

    @rule(verdict=st.sampled_from(FAILING))
    def it_fails(self, verdict: Verdict) -> None:
        """A failure is a suspicion at least, and is never forgotten before a success."""
        self.see(verdict)
        self.failures.append(Failed(self.now, night_of(self.now, PARIS), verdict))
        assert self.belief.state in {State.SUSPECT, State.BROKEN}

    @rule(verdict=st.sampled_from([v for v in UNDECIDED if v.kind is not VerdictKind.UNCHECKED]))
    def nobody_can_tell(self, verdict: Verdict) -> None:
        """Neither confirms nor clears; only what is new or alive can become undecided."""
        before = self.see(verdict)
        if before.state in {State.SUSPECT, State.BROKEN}:
            assert self.belief == before
        else:
            assert self.belief.state in {before.state, State.UNDECIDED}

    @rule()
    def our_network_is_down(self) -> None:
        """Moves nothing whatever."""
        assert self.see(Verdict(VerdictKind.UNCHECKED)) == self.belief

    @invariant()
    def broken_is_confirmed_and_confirmed_is_broken(self) -> None:
        """By enough distinct nights, far enough apart; a malformed address by itself."""
        assert (self.belief.state is State.BROKEN) == self.confirmed()

    @precondition(lambda self: self.flips)
    @invariant()
    def flips_tell_the_whole_story(self) -> None:
        """Each begins where the one before ended, and the last ends in what is believed."""
        assert self.flips[0].old_state is State.NEW
        for earlier, later in zip(self.flips, self.flips[1:], strict=False):
            assert earlier.new_state is later.old_state
            assert earlier.at <= later.at
        assert self.flips[-1].new_state is self.belief.state

    def confirmed(self) -> bool:
        """Tell whether the failures since the last success were ever enough."""
        return any(_enough(self.failures[: n + 1]) for n in range(len(self.failures)))


def _enough(failures: list[Failed]) -> bool:
    if failures[-1].verdict.kind is VerdictKind.MALFORMED:
        return True
    definite = all(failed.verdict.definite for failed in failures)
    needed = NEEDED.definite_nights if definite else NEEDED.other_nights
    distinct = len({failed.night for failed in failures})
    return distinct >= needed and failures[-1].at - failures[0].at >= NEEDED.span


TestStory = Story.TestCase
