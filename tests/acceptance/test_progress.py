"""What is shown while a pass goes on: a bar on a terminal, lines elsewhere."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell

from perenne.demo.answers import Answer, Site
from perenne.demo.world import World, simulated_world

PAGE = Answer(body=b"<html><title>Page</title><body><p>" + b"Une page vivante. " * 60)
URLS = [f"http://site{h}.exemple.fr/page/{p}" for h in range(10) for p in range(25)]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve ten sites."""
    sites = [Site(f"site{h}.exemple.fr", lambda _visit: PAGE) for h in range(10)]
    with simulated_world(tmp_path, sites=sites) as served:
        yield served


@pytest.fixture
def quickly(perenne: Shell) -> Shell:
    """Give the command without politeness."""
    perenne.env["PERENNE_POLITENESS__INTERVAL"] = "0"
    return perenne


def test_without_a_terminal_there_are_plain_lines(quickly: Shell) -> None:
    """Now and then one, with rate, time left and whom is waited for; the output stays clean."""
    said = quickly("check", "-", "--format", "json", stdin="\n".join(URLS))
    assert said.json["counts"]["alive"] == len(URLS)
    first, *others = said.err.splitlines()
    assert first == "Vérification de 250 liens…"
    assert [line.partition(" · ")[0] for line in others] == [
        "100 liens vérifiés sur 250",
        "200 liens vérifiés sur 250",
    ]
    assert re.search(r"· \d+,\d liens/s · encore \d+:\d\d:\d\d · on attend site\d", others[0])
    assert "\x1b" not in said.err


def test_on_a_terminal_there_is_a_bar(quickly: Shell) -> None:
    """With the same, and nothing of it is left at the end."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "perenne", "check", "-"],
        env={**os.environ, **quickly.env, "TERM": "xterm", "COLUMNS": "160"},
        cwd=quickly.cwd,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    assert process.stdin is not None
    with process.stdin as given:
        given.write("\n".join(URLS).encode())
    shown = _read(ours)
    assert process.wait(60) == 0
    assert "Vérification des liens" in shown
    assert "/250" in shown
    assert "liens/s" in shown
    assert "encore 0:00:" in shown
    assert "on attend site" in shown
    assert shown.rstrip("\r\n").endswith("\x1b[2K"), "the line is cleared"


def _read(terminal: int) -> str:
    """Read what is written to a terminal until nobody holds it any more."""
    shown = b""
    try:
        while some := os.read(terminal, 65_536):
            shown += some
    except OSError:  # EIO: the other side is closed
        pass
    os.close(terminal)
    return shown.decode()
