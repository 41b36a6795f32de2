"""The log: technical causes, for the administrator.

It goes to a file (`log_file`), and to the error output too with ``--verbose`` or in the
worker: as lines on a terminal, as JSON elsewhere.

Structlog takes what the code tells (`log.events`) and makes the lines (`log.lines`). Importing it
takes ten times as long as starting Python, and most commands log nothing: it waits for a line.
"""

from __future__ import annotations

import logging
import sys
from functools import cached_property
from logging.handlers import RotatingFileHandler
from pathlib import Path

from perenne.settings import Settings, default_log

_MEGABYTE = 1_000_000


def start_log(settings: Settings, *, verbose: bool) -> None:
    """Send what is logged where the settings say."""
    stop_log()
    root = logging.getLogger("perenne")
    root.propagate = False
    root.setLevel(logging.INFO)
    if settings.log_file is not None:
        root.addHandler(_file(settings.log_file))
    if verbose:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(_Formatter(readable=sys.stderr.isatty()))
        handler.addFilter(lambda record: not hasattr(record, "failure"))
        root.addHandler(handler)


def stop_log() -> None:
    """Close what `start_log` opened."""
    root = logging.getLogger("perenne")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()


def log_failure(error: BaseException, *, whole: bool = False) -> None:
    """Record why a command failed, cause by cause, in the file alone: the user reads a sentence.

    Before the settings are known, the file is the default one. `whole`: with its traceback.
    """
    log = logging.getLogger("perenne")
    if not log.handlers:
        log.propagate = False
        log.addHandler(_file(default_log()))
    log.error("%s", causes(error), extra={"failure": True}, exc_info=error if whole else None)


def causes(error: BaseException) -> str:
    """Return an error and what brought it about, on one line."""
    chain = []
    current: BaseException | None = error
    while current is not None:
        chain.append(f"{type(current).__name__}: {current}".replace("\n", " "))
        current = current.__cause__
    return " ← ".join(chain)


def _file(file: Path) -> logging.Handler:
    """Return what writes to `file`; where it cannot be written, to nowhere but ``--verbose``."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=5 * _MEGABYTE, backupCount=3, delay=True, encoding="utf-8"
        )
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(_Formatter(readable=False))
    return handler


class _Formatter(logging.Formatter):
    """Makes lines of records; what it needs for it is loaded with the first one."""

    def __init__(self, *, readable: bool) -> None:
        super().__init__()
        self._readable = readable

    @cached_property
    def _lines(self) -> logging.Formatter:
        from perenne.log.lines import formatter  # noqa: PLC0415 - slow, and seldom needed

        return formatter(readable=self._readable)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        return self._lines.format(record)
