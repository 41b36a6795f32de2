"""Other link checkers, run on the same list of URLs."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.timing import Took

LYCHEE = ("lychee", "--no-progress", "--max-retries", "0", "--format", "json")
UNHINDERED = (
    *("--max-concurrency", "256", "--host-concurrency", "256"),
    *("--host-request-interval", "0ms", "--timeout", "10"),
)
LINKCHECKER = ("linkchecker", "--stdin", "--no-robots", "--no-status", "-r", "0", "-o", "text")


def found(name: str) -> str | None:
    """Return where a program is: beside our Python, or where the system has it."""
    here = Path(sys.executable).parent
    return shutil.which(name, path=os.pathsep.join((str(here), os.environ.get("PATH", ""))))


def lychee(urls: Path, flags: Sequence[str], env: Mapping[str, str] | None = None) -> Took | None:
    """Check a file of URLs with lychee; None where it is missing, or says nothing."""
    program = found(LYCHEE[0])
    if program is None:
        return None
    seconds, said = _timed([program, *LYCHEE[1:], *flags, str(urls)], urls, env)
    alive = re.search(r'"successful": (\d+)', said)
    return Took(seconds, int(alive[1])) if alive else None


def linkchecker(urls: Path, log: Path) -> Took | None:
    """Check with LinkChecker, timed by the server that writes `log`; None where it is missing.

    It may wait for seconds at its start and at its end, which is not counted. As root it becomes
    ``nobody``, and checks nothing where that user may not read the environment.
    """
    program = found(LINKCHECKER[0])
    if program is None:
        return None
    before = len(log.read_text().split())
    _seconds, said = _timed([program, *LINKCHECKER[1:]], urls)
    counts = re.search(r"That's it\. .*?(\d+) URLs? checked.*?(\d+) errors? found", said)
    answers = [float(instant) for instant in log.read_text().split()[before:]]
    if counts is None or not answers:
        return None
    return Took(max(answers) - min(answers), int(counts[1]) - int(counts[2]))


def _timed(
    command: list[str], urls: Path, env: Mapping[str, str] | None = None
) -> tuple[float, str]:
    begun = time.perf_counter()
    with urls.open() as given:
        done = subprocess.run(
            command,
            stdin=given,
            capture_output=True,
            text=True,
            cwd=urls.parent,
            env={**os.environ, **(env or {})},
            check=False,
        )
    return time.perf_counter() - begun, done.stdout
