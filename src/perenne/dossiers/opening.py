"""Files of users: opened, or refused with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.errors import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path


def opened(path: Path, largest: int) -> bytes:
    """Return the bytes of a file, one more than `largest` at most; raises `UnreadableError`."""
    try:
        if path.is_fifo() or path.is_char_device():  # opening one may wait for ever
            raise UnreadableError("file_unreadable", "no regular file")
        with path.open("rb") as file:
            return file.read(largest + 1)
    except FileNotFoundError as error:
        raise UnreadableError("file_missing") from error
    except IsADirectoryError as error:
        raise UnreadableError("file_is_directory") from error
    except PermissionError as error:
        raise UnreadableError("file_permission") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("file_unreadable", str(error)) from error
