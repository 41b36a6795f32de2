"""``python -m perenne.dossiers.child FORMAT``: reads a file from the standard input, under limits.

It answers in JSON: what the file holds, or why it cannot be read.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, fields
from typing import Any

from perenne.dossiers.content import Content
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.file import File
from perenne.dossiers.formats import format_named

MEGABYTES = 1_500
"""Of address space: what libraries map is counted too."""

PROCESSOR_SECONDS = 30


@dataclass(frozen=True)
class Answer:
    """What the file holds, or the code and the fact of an `UnreadableError`."""

    content: Content | None = None
    code: str = ""
    fact: str = ""


def main() -> None:
    """Read and answer."""
    _limit()
    chosen = format_named(sys.argv[1])
    file = File(sys.stdin.buffer.read())
    try:
        answer = Answer(chosen.read(file))
    except UnreadableError as error:
        answer = Answer(None, error.code, error.fact)
    except (MemoryError, RecursionError):
        answer = Answer(None, "file_too_heavy")
    json.dump(answer, sys.stdout, default=_fields)


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of our values
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    memory = MEGABYTES * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
