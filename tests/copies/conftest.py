"""A centre with a folder for copies, and sites that do as a test tells them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.copies.home import HOSTS, Home, Pages

from perenne.demo.world import World, simulated_world
from perenne.store.database import Database


@pytest.fixture
def backend() -> str:
    """Take one kind of database: queries are tried on both elsewhere."""
    return "sqlite"


@pytest.fixture
def pages() -> Pages:
    """Give the pages of the sites."""
    return Pages()


@pytest.fixture
def world(tmp_path: Path, pages: Pages) -> Iterator[World]:
    """Serve three sites, and a canary."""
    with simulated_world(tmp_path, sites=pages.sites(*HOSTS)) as served:
        yield served


@pytest.fixture
def home(world: World, pages: Pages, database: Database, tmp_path: Path) -> Home:
    """Give a centre."""
    return Home(world, pages, database, tmp_path / "copies")
