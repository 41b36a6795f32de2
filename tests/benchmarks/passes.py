"""Passes of Pérenne, each in a process of its own, as on a machine where it is installed."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from tests.benchmarks.timing import Took

Section: TypeAlias = Mapping[str, object]


class Installation:
    """A configuration and a database in a folder, with links to check.

    `sections` are those of the configuration; nothing else is read, neither the environment
    nor a file of the user's.
    """

    def __init__(self, folder: Path, urls: Iterable[str], **sections: Section) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        (folder / "perenne.toml").write_text("\n".join(_toml(folder, sections)))
        (folder / "urls.txt").write_text("\n".join(urls))
        self._finish(self._start("register"))

    def one_pass(self) -> Took:
        """Check all links once and remember what was seen."""
        return self.end(self.begin())

    def begin(self) -> subprocess.Popen[str]:
        """Start a pass, for whoever wants to watch it."""
        return self._start("pass")

    def end(self, process: subprocess.Popen[str]) -> Took:
        """Wait for a pass that was begun."""
        return Took(**json.loads(self._finish(process)))

    def _start(self, what: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.benchmarks.own_process", what, str(self._folder)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def _finish(self, process: subprocess.Popen[str]) -> str:
        said, _ = process.communicate()
        if process.returncode:
            raise RuntimeError("a pass failed: see what it says above")
        return said


def unhindered(port: int) -> dict[str, Section]:
    """Return the sections by which nobody waits, on a port of this machine."""
    return {
        "politeness": {"interval": 0, "connections_per_host": 4},
        "network": {"allow_private": True, "ports": [port], "canaries": []},
    }


def _toml(folder: Path, sections: Mapping[str, Section]) -> Iterable[str]:
    """Yield the lines of the file; what JSON writes of plain values is TOML too."""
    yield f"database_url = {json.dumps(f'sqlite:///{folder}/bench.sqlite')}"
    yield 'log_file = ""'
    for name, section in sections.items():
        yield f"[{name}]"
        for key, value in section.items():
            yield f"{key} = {json.dumps(value)}"
