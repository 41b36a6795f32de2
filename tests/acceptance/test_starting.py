"""A command starts without what it does not need: what is imported is what takes time."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.acceptance.conftest import Shell

GROWING = """
import gc
from perenne.cli import collecting
usual = gc.get_threshold()
collecting.rest()
assert gc.get_threshold() > usual
before = gc.get_stats()[0]["collections"]
few = [[] for _ in range(100_000)]
assert gc.get_stats()[0]["collections"] == before
many = [[] for _ in range(200_000)]
assert gc.get_threshold() == usual
assert gc.get_stats()[0]["collections"] > before + 10
"""


def imported(shell: Shell, *arguments: str) -> set[str]:
    """Return the modules that a command imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "perenne", *arguments],
        env={**os.environ, **shell.env},
        cwd=shell.cwd,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


def test_the_help_loads_no_library_but_that_of_the_command_line(alone: Shell) -> None:
    """Nor our own rooms, beyond the words of the options."""
    found = imported(alone, "--help")
    assert "typer" in found
    assert not found & {"asyncio", "pydantic", "sqlalchemy", "structlog", "rich", "httpx"}
    assert not found & {"perenne.store", "perenne.runs", "perenne.settings", "perenne.net"}


def test_a_list_loads_what_reads_the_database_alone(alone: Shell) -> None:
    """No migrations where there are none to do, no other database, no log without a line."""
    alone("dossier", "list")
    found = imported(alone, "dossier", "list")
    assert "sqlalchemy.orm" in found
    assert not found & {"alembic", "structlog", "tenacity", "rapidfuzz", "rich", "httpx", "aiohttp"}
    assert not found & {"sqlalchemy.dialects.postgresql", "psycopg", "jinja2", "babel"}
    assert "perenne.store.tables.schema" not in found


def test_what_is_asked_every_two_minutes_loads_no_more(alone: Shell) -> None:
    """The health check of a container: neither the log, nor what checks links."""
    alone("dossier", "list")
    for arguments in (["--here"], []):
        found = imported(alone, "status", *arguments)
        assert "perenne.runs.status" in found
        assert not found & {"alembic", "structlog", "apscheduler", "tldextract", "aiohttp", "httpx"}
        assert not found & {"perenne.checking", "perenne.net.engine", "perenne.rules.clusters"}


def test_the_garbage_of_a_long_command_is_collected() -> None:
    """What was put off while it started comes as usual afterwards."""
    subprocess.run([sys.executable, "-c", GROWING], check=True)
