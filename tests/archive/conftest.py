"""A small Wayback Machine, a clock that is moved by sleeping, and the ways to reach them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from perenne.archive.session import Way
from perenne.clock import SetClock
from perenne.net.environment import Environment
from perenne.settings import Network

# The tests are no package: what they share stands beside them.
sys.path.insert(0, str(Path(__file__).parent))

from fake_archive import FakeArchive, Sleeper, fake_archive


@pytest.fixture
def clock() -> SetClock:
    """Return a clock that stands at five past three."""
    return SetClock(datetime(2026, 11, 22, 3, 5, tzinfo=UTC))


@pytest.fixture
def sleep(clock: SetClock) -> Sleeper:
    """Return a sleep that takes no time but the clock's."""
    return Sleeper(clock)


@pytest.fixture
def archive(clock: SetClock) -> Iterator[FakeArchive]:
    """Serve the archive."""
    with fake_archive(clock) as archive:
        yield archive


@pytest.fixture(scope="session")
def environment() -> Environment:
    """Return the direct way out."""
    return Environment(Network())


@pytest.fixture
def way(archive: FakeArchive, environment: Environment) -> Way:
    """Return the blocking way to the archive."""
    return Way(archive.base, environment, "Mozilla/5.0 (compatible; Perenne/test)")
