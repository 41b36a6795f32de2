from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.demo.demo_reader import Reader

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
