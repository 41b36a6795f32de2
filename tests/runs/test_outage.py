"""Telling our own outage from dead sites."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.domain.exchanges import Failure
from perenne.domain.links import Link, Result
from perenne.domain.verdicts import Verdict, VerdictKind
from perenne.runs.outage import SILENT_IN_A_ROW, OutageWatch, OwnOutageError

NOW = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)


def result(name: str, *, answered: bool) -> Result:
    """Return the result of a check that somebody answered, or nobody."""
    kind = VerdictKind.NOT_FOUND if answered else VerdictKind.DNS
    url = f"http://{name}.fr/"
    return Result(Link(url, url, f"{name}.fr"), Verdict(kind), NOW, answered=answered)


def world(*, answers: bool) -> Callable[[], Awaitable[Failure | None]]:
    """Return what the outside world says of our trouble with it: none, or that it is silent."""

    async def ask() -> Failure | None:
        return None if answers else Failure.DNS_FAILED

    return ask


def test_an_answered_result_is_believed_at_once() -> None:
    """A 404 is an answer."""
    seen = result("a", answered=True)
    assert asyncio.run(OutageWatch(world(answers=False)).believe(seen)) == [seen]


def test_silence_is_believed_once_something_answers() -> None:
    """A dead name beside a living site is dead."""
    watch = OutageWatch(world(answers=False))
    silent, answered = result("a", answered=False), result("b", answered=True)
    assert asyncio.run(watch.believe(silent)) == []
    assert asyncio.run(watch.believe(answered)) == [silent, answered]


def test_silence_at_the_end_is_believed_if_the_world_answers() -> None:
    """The canaries sing: the name is dead."""
    watch = OutageWatch(world(answers=True))
    silent = result("a", answered=False)
    asyncio.run(watch.believe(silent))
    assert asyncio.run(watch.finish()) == [silent]


def test_silence_everywhere_is_our_outage() -> None:
    """What was held back is told as not checked, and nothing is held against it."""
    watch = OutageWatch(world(answers=False))
    asyncio.run(watch.believe(result("a", answered=False)))
    with pytest.raises(OwnOutageError):
        asyncio.run(watch.finish())
    [told] = watch.unchecked()
    assert told.verdict.kind is VerdictKind.UNCHECKED
    assert told.verdict.code == "own_network"


def test_a_long_silence_ends_the_run_early() -> None:
    """A hundred thousand links are not tried in vain."""
    watch = OutageWatch(world(answers=False))
    for number in range(SILENT_IN_A_ROW - 1):
        assert asyncio.run(watch.believe(result(f"s{number}", answered=False))) == []
    with pytest.raises(OwnOutageError):
        asyncio.run(watch.believe(result("last", answered=False)))


def test_what_asks_nothing_of_the_world_proves_nothing_about_it() -> None:
    """A badly written address is told at once, and frees nothing that is held back."""
    watch = OutageWatch(world(answers=False))
    silent, alone = (
        result("a", answered=False),
        replace(result("b", answered=False), stands_alone=True),
    )
    assert asyncio.run(watch.believe(silent)) == []
    assert asyncio.run(watch.believe(alone)) == [alone]
    with pytest.raises(OwnOutageError):
        asyncio.run(watch.finish())


def test_nothing_checked_asks_nobody() -> None:
    """An empty run is no outage."""
    assert asyncio.run(OutageWatch(world(answers=False)).finish()) == []


@given(st.lists(st.booleans(), max_size=60))
def test_every_result_comes_out_once_and_in_order(answers: list[bool]) -> None:
    """Held back or not, nothing is lost and nothing doubled."""
    watch = OutageWatch(world(answers=True))
    given_ = [result(f"h{n}", answered=answered) for n, answered in enumerate(answers)]

    async def all_of_it() -> list[Result]:
        out: list[Result] = []
        for each in given_:
            out += await watch.believe(each)
        return out + await watch.finish()

    assert asyncio.run(all_of_it()) == given_
