"""Files are closed with the sum of their bytes; those that a killed process left, as well."""

from __future__ import annotations

import os
import zlib
from typing import IO, TYPE_CHECKING

from perenne.copies.folder import sum_of
from perenne.store import copy_files

if TYPE_CHECKING:
    from pathlib import Path

    from perenne.clock import Clock
    from perenne.copies.folder import Folder
    from perenne.store.copy_files import CopyFile
    from perenne.store.database import Database

_GZIP = zlib.MAX_WBITS | 16
_STEP = 64 * 1024


def close_file(folder: Folder, database: Database, clock: Clock, file_id: int, name: str) -> None:
    """Give a file that was written its name, and note its sum; raises `OSError`.

    In this order: what has its name is whole, whether or not its sum is known yet.
    """
    if folder.open(name).exists():
        folder.close(name)
    length, digest = sum_of(folder.closed(name))
    with database.transaction() as session:
        copy_files.close(session, file_id, length, digest, clock.now())


def settle(folder: Folder, database: Database, clock: Clock) -> None:
    """Close the files of killed processes; nobody else may be writing. Raises `OSError`.

    A record that was not written to its end is cut off; what is known to hold copies never is.
    """
    with database.reading() as session:
        left = [file for file in copy_files.files(session) if file.sha256 is None]
    for file in left:
        found = folder.find(file.name)
        if found is None:
            _forget(database, file)
            continue
        if found == folder.open(file.name):
            cut(found, whole_until(found, file.used))
        close_file(folder, database, clock, file.id, file.name)


def _forget(database: Database, file: CopyFile) -> None:
    """Forget a file that was never made; one that holds copies is missed instead."""
    if not file.used:
        with database.transaction() as session:
            copy_files.forget(session, file.id)


def cut(path: Path, length: int) -> None:
    """Cut a file off where it is longer than that."""
    if path.stat().st_size > length:
        os.truncate(path, length)


def whole_until(path: Path, start: int) -> int:
    """Return where the last whole record ends; `start`: where one is known to end.

    Each record is a gzip member of its own (WARC 1.1, annex D), which bears a sum and a length.
    """
    with path.open("rb") as file:
        end = file.seek(start)
        while (length := _member(file)) is not None:
            end += length
            file.seek(end)
        return end


def _member(file: IO[bytes]) -> int | None:
    """Return the length of the gzip member that begins here, None where none is whole."""
    unpacker, read = zlib.decompressobj(_GZIP), 0
    try:
        while data := file.read(_STEP):
            read += len(data)
            while data and not unpacker.eof:
                unpacker.decompress(data, _STEP)
                data = unpacker.unconsumed_tail
            if unpacker.eof:
                return read - len(unpacker.unused_data)
    except zlib.error:
        return None
    return None
