from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.demo.demo_reader import Reader

from perenne.clock import SetClock
from perenne.demo.wayback import SimulatedWayback, simulated_wayback
from perenne.demo.web import SimulatedWeb, simulated_web

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def web(tmp_path: Path) -> Iterator[SimulatedWeb]:
    """The whole simulated web."""
    with simulated_web(tmp_path) as running:
        yield running


@pytest.fixture
def reader(web: SimulatedWeb) -> Reader:
    """Its reader."""
    return Reader(web)


@pytest.fixture
def clock() -> SetClock:
    """A clock that the tests move."""
    return SetClock(datetime(2026, 11, 22, 3, 5, tzinfo=UTC))


@pytest.fixture
def wayback(clock: SetClock) -> Iterator[SimulatedWayback]:
    """The archive, dated by that clock."""
    with simulated_wayback(clock) as running:
        yield running


@pytest.fixture
def client(wayback: SimulatedWayback) -> Iterator[httpx.Client]:
    """A client with keys."""
    keys = {"Authorization": f"LOW {':'.join(wayback.keys)}"}
    with httpx.Client(base_url=wayback.url, headers=keys, timeout=5, trust_env=False) as client:
        yield client
