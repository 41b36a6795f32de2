"""Files that commands write: whole or not at all, and never over another by mistake."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from tempfile import mkstemp

from perenne.cli.refusals import FileExistsAlreadyError, SameFileError


def allowed(target: Path, original: Path | None = None, *, force: bool) -> None:
    """See that a file may be written.

    Raises `SameFileError` where it is the original, by whatever name, `FileExistsAlreadyError`
    where it is there and need not be replaced, and `OSError` where it is a folder.
    """
    if not target.exists():
        return
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if original and original.exists() and target.samefile(original):
        raise SameFileError(str(target))
    if not force:
        raise FileExistsAlreadyError(str(target))


def write(target: Path, data: bytes) -> None:
    """Write a file; it is whole, or as it was. Raises `OSError`, which names it."""
    try:
        _write(_resolved(target), data)
    except OSError as error:
        error.filename, error.filename2 = str(target), None  # not the one beside it for a while
        raise


def _write(place: Path, data: bytes) -> None:
    if place.exists() and not place.is_file():  # a device, a pipe
        place.write_bytes(data)
        return
    number, name = mkstemp(dir=place.parent, prefix=f".{place.name[:100]}.")
    made = Path(name)
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - a number, no path
            file.write(data)
        made.chmod(place.stat().st_mode & 0o777 if place.exists() else _usual_mode())
        made.replace(place)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def _resolved(target: Path) -> Path:
    try:
        return target.resolve()
    except RuntimeError as error:  # symbolic links in a circle, before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target)) from error


def _usual_mode() -> int:
    """Return what the system grants to new files: `mkstemp` grants its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
