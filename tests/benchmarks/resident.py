"""How much memory a process and all its descendants hold, at most."""

import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Self

PROC = Path("/proc")
_BETWEEN_LOOKS = 0.2
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 1_000_000


class Watch:
    """Looks at a process five times a second within the block; `peak` is in MB."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.peak = 0.0
        self._pid = process.pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_BETWEEN_LOOKS):
            self.peak = max(self.peak, sum(map(_resident, _family(self._pid))))


def _family(pid: int) -> Iterator[int]:
    """Yield a process and its descendants."""
    children: dict[int, list[int]] = {}
    for each in PROC.iterdir():
        if each.name.isdecimal():
            children.setdefault(_parent(int(each.name)), []).append(int(each.name))
    waiting = [pid]
    while waiting:
        yield (found := waiting.pop())
        waiting += children.get(found, [])


def _parent(pid: int) -> int:
    """Return the parent of a process, 0 where it is gone; its name may hold any character."""
    try:
        return int((PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def _resident(pid: int) -> float:
    try:
        return int((PROC / str(pid) / "statm").read_text().split()[1]) * _PAGE_MB
    except (OSError, IndexError):
        return 0.0
