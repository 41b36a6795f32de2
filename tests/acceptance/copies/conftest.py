"""A centre that keeps copies, as its users meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.acceptance.conftest import Said, Shell
from tests.copies.home import Pages

from perenne.demo.world import World, simulated_world


@pytest.fixture
def pages() -> Pages:
    """Give the pages of the sites."""
    return Pages()


@pytest.fixture
def world(tmp_path: Path, pages: Pages) -> Iterator[World]:
    """Serve some sites."""
    hosts = ("a.exemple.fr", "b.exemple.fr", "www.service-public.fr")
    with simulated_world(tmp_path, sites=pages.sites(*hosts)) as served:
        yield served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Name the folder of the copies."""
    return tmp_path / "copies"


@pytest.fixture
def keeping(perenne: Shell, folder: Path) -> Shell:
    """Give the command with a folder for copies."""
    perenne.env["PERENNE_COPIES__FOLDER"] = str(folder)
    return perenne


@pytest.fixture
def seen(keeping: Shell, tmp_path: Path) -> Callable[..., Said]:
    """Give what registers a dossier of URLs, checks it, and copies."""

    def go(*urls: str, name: str = "petit") -> Said:
        file = tmp_path / f"{name}.md"
        text = "\n".join(f"Une page vivante\n\nRevue, 2019\n\n<{url}>\n" for url in urls)
        file.write_text(f"# {name.title()}\n\n{text}", encoding="utf-8")
        keeping("add", str(file))
        keeping("check", name)
        return keeping("archive", "copy")

    return go
