"""The names under which processes hold runs and hosts: ``host:pid:life``."""

from __future__ import annotations

import os
import secrets
import socket

_LIFE = secrets.token_hex(4)
"""Tells this process from an earlier one of the same number: in a container, always 1."""


def holder() -> str:
    """Return the name of this process: host, number, and its life."""
    return f"{socket.gethostname()}:{os.getpid()}:{_LIFE}"


def here(name: str) -> bool:
    """Tell whether a holder lives, or lived, on this machine."""
    return name.partition(":")[0] == socket.gethostname()


def gone(name: str) -> bool:
    """Tell whether a holder lived on this machine and its process is no more."""
    _host, pid, life = (*name.split(":"), "", "")[:3]
    if not here(name) or not pid.isdecimal():
        return False
    return life != _LIFE if int(pid) == os.getpid() else not _lives(int(pid))


def _lives(pid: int) -> bool:
    """Tell whether there is a process of that number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
