"""Whether the files still hold what was written to them: disks forget in silence."""

from __future__ import annotations

from enum import StrEnum, unique
from typing import TYPE_CHECKING

from perenne.copies.folder import sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perenne.copies.folder import Folder
    from perenne.store.copy_files import CopyFile


@unique
class Damage(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    TRUNCATED = "truncated"
    ALTERED = "altered"
    UNKNOWN = "unknown"
    """It lies there, and we never wrote it."""


def damages(
    folder: Folder, names: Sequence[str], files: Sequence[CopyFile]
) -> Iterator[tuple[str, Damage]]:
    """Yield the files that are damaged; reads all of them. Raises `OSError`.

    `names`: what lay in the folder before `files` were asked for, so that a file that is begun
    meanwhile is no surprise.
    """
    for file in files:
        damage = _of_open(folder, file) if file.sha256 is None else _of_closed(folder, file)
        if damage is not None:
            yield file.name, damage
    ours = {path.name for f in files for path in (folder.closed(f.name), folder.open(f.name))}
    yield from ((name, Damage.UNKNOWN) for name in names if name not in ours)


def _of_open(folder: Folder, file: CopyFile) -> Damage | None:
    """Tell what can be told of a file that is being written, or was when its process died."""
    found = folder.find(file.name)
    if found is None:
        return Damage.MISSING if file.used else None
    return Damage.TRUNCATED if found.stat().st_size < file.used else None


def _of_closed(folder: Folder, file: CopyFile) -> Damage | None:
    path = folder.closed(file.name)
    if not path.exists():
        return Damage.MISSING
    length, digest = sum_of(path)
    if length < max(file.length or 0, file.used):
        return Damage.TRUNCATED
    return None if digest == file.sha256 else Damage.ALTERED
