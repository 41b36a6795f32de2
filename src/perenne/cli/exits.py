"""One table of exit codes for every sub-command."""

import os
import sys
from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell is told."""

    OK = 0
    """Done, nothing broken."""
    BROKEN = 1
    """Done, something is broken; or was refused, of several things that were asked for."""
    USAGE = 2
    """Bad usage, configuration or unreadable input."""
    FAILED = 3
    """Could not be done: own network down, database unreachable."""


def drop_output() -> None:
    """Write to nowhere what is still to be written, once nobody reads it any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
