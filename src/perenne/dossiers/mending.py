"""A file with addresses replaced: the same format, and nothing else of it changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.file import File
from perenne.dossiers.formats import format_named, name_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Mended:
    """The new content of a file; `done` counts how often each address was replaced."""

    data: bytes
    done: Counter[str] = field(default_factory=Counter)


def mended(data: bytes, changes: Mapping[str, str]) -> Mended:
    """Replace addresses (as they are written in the file) by others.

    Raises `UnreadableError` where the file cannot be read, or its format cannot be written.
    """
    file = File(data)
    name = name_of(file)
    rewrite = getattr(format_named(name), "rewrite", None)
    if rewrite is None:
        raise UnreadableError("format_not_written", name.upper())
    done: Counter[str] = Counter()
    return Mended(rewrite(file, changes, done), done)
