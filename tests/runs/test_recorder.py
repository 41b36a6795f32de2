"""One writer, which a database may keep waiting, and which keeps all others from running ahead."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest

from perenne.domain.links import Link, Result
from perenne.domain.verdicts import Verdict, VerdictKind
from perenne.runs.recorder import MOST_WAITING, Recorder


class Database:
    """Stores batches, once it is let."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.stored: list[Result] = []

    def store(self, batch: Sequence[Result]) -> None:
        """Store a batch, however long it takes."""
        self.answers.wait()
        self.stored.extend(batch)


@pytest.fixture
def database() -> Iterator[Database]:
    """Return a database that says nothing yet; the writer is let go in the end."""
    database = Database()
    yield database
    database.answers.set()


RESULTS = [
    Result(
        Link(f"http://a.exemple.fr/{n}", f"http://a.exemple.fr/{n}", "a.exemple.fr"),
        Verdict(VerdictKind.OK),
        datetime(2026, 11, 2, tzinfo=UTC),
    )
    for n in range(2 * MOST_WAITING)
]


def test_a_database_that_says_nothing_keeps_those_who_see_waiting(database: Database) -> None:
    """Memory is bounded, the loop goes on, and nothing is lost once it answers."""

    async def run() -> int:
        handed = 0

        async def hand_over() -> None:
            nonlocal handed
            for result in RESULTS:
                await recorder.put(result)
                handed += 1

        with Recorder(database.store) as recorder:
            handing = asyncio.create_task(hand_over())
            await asyncio.wait({handing}, timeout=0.3)
            before = handed
            database.answers.set()
            await handing
        return before

    assert MOST_WAITING - 1 <= asyncio.run(run()) < len(RESULTS) * 2 / 3
    assert database.stored == RESULTS


def test_those_who_wait_hear_of_its_end(database: Database) -> None:
    """A database that is gone while results wait for it."""

    def gone(_batch: Sequence[Result]) -> None:
        database.answers.wait()
        raise OSError("gone")

    async def run() -> None:
        with Recorder(gone) as recorder:
            asyncio.get_running_loop().call_later(0.1, database.answers.set)
            for result in RESULTS:
                await recorder.put(result)

    with pytest.raises(OSError, match="gone"):
        asyncio.run(run())
