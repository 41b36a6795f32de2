"""How long a command takes to start, compared with Python itself."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from tests.benchmarks.timing import Figure, median_seconds


def figures(rounds: int) -> Iterator[Figure]:
    """Yield ratios to ``python -c pass``, in the same run."""
    bare = median_seconds(lambda: _run("-c", "pass"), rounds)
    with tempfile.TemporaryDirectory() as folder:
        env = {"PERENNE_DATABASE_URL": f"sqlite:///{folder}/bench.sqlite"}
        for name, arguments in (
            ("perenne --help", ["--help"]),
            ("perenne dossier list, with the database", ["dossier", "list"]),
        ):
            seconds = median_seconds(lambda: _run("-m", "perenne", *arguments, **env), rounds)  # noqa: B023 - called at once
            yield Figure(f"start: {name}", seconds / bare, "× python -c pass")


def _run(*arguments: str, **env: str) -> None:
    subprocess.run(
        [sys.executable, *arguments], env={**os.environ, **env}, check=True, capture_output=True
    )
