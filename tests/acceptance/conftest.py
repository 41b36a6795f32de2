"""The command as its users run it, in the simulated world."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from perenne.cli.main import main
from perenne.demo.play import SAMPLE
from perenne.demo.world import World, simulated_world


@dataclass(frozen=True)
class Said:
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON may be anything
        """Return the standard output as JSON."""
        return json.loads(self.out)


@dataclass
class Shell:
    """Runs `perenne` with a configuration; `env` is added to an otherwise empty one."""

    env: dict[str, str]
    cwd: Path

    def __call__(self, *arguments: str, stdin: str = "") -> Said:
        """Run in this very process, which is quick."""
        before, kept_stdin, kept_cwd = dict(os.environ), sys.stdin, Path.cwd()
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True), io.StringIO()
        try:
            for name in [name for name in os.environ if name.startswith("PERENNE_")]:
                del os.environ[name]
            os.environ.update(self.env)
            os.chdir(self.cwd)
            sys.stdin = io.StringIO(stdin)
            with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
                main(arguments)
        finally:
            os.environ.clear()
            os.environ.update(before)
            os.chdir(kept_cwd)
            sys.stdin = kept_stdin
        out.seek(0)
        return Said(int(left.value.code or 0), out.read(), err.getvalue())

    def process(self, *arguments: str) -> subprocess.Popen[str]:
        """Start in a process of its own, which can be killed."""
        return subprocess.Popen(
            [sys.executable, "-m", "perenne", *arguments],
            env={**os.environ, **self.env},
            cwd=self.cwd,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve the simulated web, archive and mail server."""
    with simulated_world(tmp_path) as served:
        yield served


@pytest.fixture
def perenne(world: World, tmp_path: Path) -> Shell:
    """Give the command, configured for the simulated world."""
    return Shell({"PERENNE_CONFIG": str(world.config)}, tmp_path)


@pytest.fixture
def alone(tmp_path: Path) -> Shell:
    """Give the command on a machine where nothing is configured and nothing answers."""
    config = tmp_path / "alone.toml"
    config.write_text(
        f'database_url = "sqlite:///{tmp_path}/alone.sqlite"\n'
        f'log_file = "{tmp_path}/alone.log"\n'
        '[network]\nresolve = ["*:*:127.0.0.1:9"]\n',
        encoding="utf-8",
    )
    return Shell({"PERENNE_CONFIG": str(config)}, tmp_path)


@pytest.fixture
def sample() -> str:
    """Give the sample dossier's file."""
    return str(SAMPLE)


def title_of(url: str) -> str:
    """Return the title that a URL tells: its longest segment as words."""
    return max(url.split("/")[3:], key=len).replace("-", " ").capitalize() or "Accueil"


@pytest.fixture
def dossier(tmp_path: Path) -> Callable[..., str]:
    """Give a writer of small dossiers."""

    def write(*urls: str, name: str = "petit.md") -> str:
        references = (f"{title_of(url)}\n\nRevue, 2019\n\n<{url}>\n" for url in urls)
        file = tmp_path / name
        file.write_text("# Petit dossier\n\n" + "\n".join(references), encoding="utf-8")
        return str(file)

    return write
