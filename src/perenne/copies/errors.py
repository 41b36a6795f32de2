"""What can go wrong with the copies' folder.

Exception
└── CopiesError    with one of the codes below

copies_disk_full     there is no room left
copies_not_writable  we may not write there
copies_gone          the folder is not there, or holds no copy any more
copies_damaged       a file does not hold what it should
copies_unusable      the system says something else
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from perenne.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CODES = {
    errno.ENOSPC: "copies_disk_full",
    errno.EDQUOT: "copies_disk_full",
    errno.EFBIG: "copies_disk_full",
    errno.EACCES: "copies_not_writable",
    errno.EPERM: "copies_not_writable",
    errno.EROFS: "copies_not_writable",
    errno.ENOENT: "copies_gone",
    errno.ENOTDIR: "copies_gone",
    errno.ESTALE: "copies_gone",
}


class CopiesError(Exception):
    """The copies cannot be kept or used. `code` is stable; `detail` is the technical cause."""

    def __init__(self, code: str, where: Path | str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail or where}")
        self.code = code
        self.where = where

    @property
    def sentence(self) -> str:
        """Return what to tell the user, in the language in use."""
        return _sentence(self.code, self.where)


def _sentence(code: str, where: Path | str) -> str:
    if code == "copies_disk_full":
        return _(
            "There is no room left for the copies in {folder}. Nothing was lost.", folder=where
        )
    if code == "copies_not_writable":
        return _("Pérenne may not write the copies to {folder}.", folder=where)
    if code == "copies_gone":
        return _(
            "The folder of the copies is not there, or is empty: {folder}. Is its disk connected?",
            folder=where,
        )
    if code == "copies_damaged":
        return _("{file} is damaged: `perenne archive verify` tells more.", file=where)
    return _("The folder of the copies cannot be used: {folder}.", folder=where)


def translated(error: OSError, folder: Path) -> CopiesError:
    """Return what the system's refusal means."""
    return CopiesError(_CODES.get(error.errno or 0, "copies_unusable"), folder, str(error))


@contextmanager
def errors_told(folder: Path) -> Iterator[None]:
    """Turn the system's refusals into `CopiesError`."""
    try:
        yield
    except OSError as error:
        raise translated(error, folder) from error
