"""Files that could lead a parser astray are read in a process of their own, under limits.

A bomb, an endless loop or a crash of a library then costs that process, and is told as a sentence.
"""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

from perenne.dossiers.child import Answer
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.formats import format_named, name_of

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from perenne.dossiers.content import Content
    from perenne.dossiers.file import File

SECONDS = 60
"""Of a clock on the wall; the process has a limit of its own for those of its processor."""

_LONGEST_CAUSE = 300


def content_of(file: File) -> Content:
    """Return what a file holds, by its format; raises `UnreadableError`."""
    name = name_of(file)
    chosen = format_named(name)
    return _apart(name, file) if chosen.ISOLATED else chosen.read(file)


def _apart(name: str, file: File) -> Content:
    command = [sys.executable, "-I", "-m", "perenne.dossiers.child", name]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, input=file.data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError("file_too_heavy") from error
    if done.returncode:
        raise UnreadableError(
            "file_too_heavy" if done.returncode < 0 else "file_damaged", _cause(done.stderr)
        )
    return _content(done.stdout)


def _content(said: bytes) -> Content:
    """Return the content from an answer; raises its `UnreadableError`."""
    answer = _answers().validate_json(said)
    if answer.content is None:
        raise UnreadableError(answer.code, answer.fact)
    return answer.content


@cache
def _answers() -> TypeAdapter[Answer]:
    """Return what reads answers, and trusts them no more than the file they are of."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - slow to load, and of no use to the child

    return TypeAdapter(Answer)


def _cause(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:_LONGEST_CAUSE] if lines else ""
