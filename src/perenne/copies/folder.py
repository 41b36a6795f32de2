"""The folder of the copies: closed files, and one that is being written (``.open``)."""

from __future__ import annotations

import os
from contextlib import contextmanager
from hashlib import file_digest
from typing import TYPE_CHECKING

from perenne.copies.errors import CopiesError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

OPEN = ".open"
_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would write line ends of its own."""


class Folder:
    """Names in, paths out; all but `check` raise `OSError`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def check(self, known: Collection[str]) -> None:
        """Raise `CopiesError` where files are known and none of them is there.

        A disk that is not connected is an empty folder, which must not be filled in its place.
        """
        if known and not any(self.find(name) for name in known):
            raise CopiesError("copies_gone", self.path)

    def make(self) -> None:
        """Make the folder, for its owner alone, where it is not there."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def find(self, name: str) -> Path | None:
        """Return where a file lies, closed or not; None where it is missing."""
        return next((each for each in (self.closed(name), self.open(name)) if each.exists()), None)

    def closed(self, name: str) -> Path:
        """Return where a file lies once it is closed."""
        return self.path / name

    def open(self, name: str) -> Path:
        """Return where a file lies while it is being written."""
        return self.path / f"{name}{OPEN}"

    def close(self, name: str) -> None:
        """Give a file that was written its name; nobody writes to it from now on."""
        if self.closed(name).exists():  # renaming would replace it
            raise FileExistsError(name)
        self.open(name).rename(self.closed(name))
        _sync(self.path)

    def names(self) -> list[str]:
        """Return the names of all that lies in the folder."""
        return sorted(each.name for each in self.path.iterdir())


class NewFile:
    """A file that is written from its beginning; `length` is what it holds."""

    def __init__(self, path: Path) -> None:
        # For its owner alone: the pages in it belong to others.
        self._number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        self.length = 0
        _sync(path.parent)

    def write(self, data: bytes) -> None:
        """Write; without a buffer, so that what is taken back was never half there."""
        rest = memoryview(data)
        while rest:
            written = os.write(self._number, rest)
            self.length += written
            rest = rest[written:]

    def flush(self) -> None:
        """Do nothing: all that was written is with the system."""

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Take back what the block has written where it raises."""
        start = self.length
        try:
            yield
        except BaseException:
            os.ftruncate(self._number, start)
            self.length = os.lseek(self._number, start, os.SEEK_SET)
            raise

    def sync(self) -> None:
        """Wait until the disk has it."""
        os.fsync(self._number)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._number)


def sum_of(path: Path) -> tuple[int, str]:
    """Return the length of a file and its SHA-256, in hexadecimal."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256")
        return file.tell(), digest.hexdigest()


def _sync(folder: Path) -> None:
    """Have the names in a folder outlive a power cut, where the system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
