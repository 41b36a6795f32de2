"""How far a pass is, how fast it goes, and whom it waits for."""

from datetime import UTC, datetime, timedelta

from perenne import texts
from perenne.cli.pace import Pace
from perenne.domain.links import Link, Result
from perenne.domain.verdicts import Verdict, VerdictKind

NOW = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)


class Time:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.now


def link(host: str, n: int = 0) -> Link:
    """Return a link of a host."""
    return Link(f"http://{host}/{n}", f"http://{host}/{n}", host)


def done(pace: Pace, host: str, n: int = 0) -> None:
    """Let a link be done."""
    pace.seen(Result(link(host, n), Verdict(VerdictKind.OK), NOW))


def test_rate_and_time_left_follow_what_was_done() -> None:
    """Half of it in ten seconds: ten seconds more."""
    time = Time()
    pace = Pace(time)
    pace.begin(40)
    for n in range(20):
        time.now += 0.5
        done(pace, "a.fr", n)
    assert pace.rate == 2
    assert pace.left == timedelta(seconds=10)
    assert pace.sentence() == "2,0 liens/s · encore 0:00:10"


def test_the_rate_is_that_of_late() -> None:
    """A quick beginning does not promise a quick end."""
    time = Time()
    pace = Pace(time)
    pace.begin(1100)
    for n in range(1000):
        time.now += 0.01
        done(pace, "a.fr", n)
    for n in range(60):
        time.now += 1
        done(pace, "b.fr", n)
    assert 0.9 < pace.rate < 1.2


def test_whoever_keeps_us_longest_is_named_first() -> None:
    """A host is waited for while one of its links is under way."""
    pace = Pace(Time())
    pace.begin(4)
    for host, n in (("lent.fr", 1), ("lent.fr", 2), ("b.fr", 1), ("c.fr", 1)):
        pace.taken(link(host, n))
    assert pace.waited_for == ["lent.fr", "b.fr", "c.fr"]
    assert pace.sentence() == "on attend lent.fr et 2 autres"
    done(pace, "lent.fr", 1)
    done(pace, "c.fr", 1)
    assert pace.waited_for == ["lent.fr", "b.fr"]
    done(pace, "b.fr", 1)
    assert pace.sentence().endswith("on attend lent.fr")


def test_nothing_is_promised_before_anything_is_known() -> None:
    """Not even in English."""
    texts.use("en")
    assert Pace(Time()).sentence() == ""
    pace = Pace(Time())
    pace.begin(0)
    assert (pace.rate, pace.left) == (0, None)
    done(pace, "never-taken.fr")
    assert pace.waited_for == []
