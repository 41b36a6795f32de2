"""Reading dossiers: the format is told by content, and nothing but the file is looked at.

bytes → formats → paragraphs → bibliography → references → notices
                ↘ records, which are references already ↗
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from perenne.domain.references import Dossier
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.file import LARGEST_FILE, File
from perenne.dossiers.jsonform import as_json
from perenne.dossiers.opening import opened
from perenne.dossiers.sentences import error_sentence, notice_sentence

if TYPE_CHECKING:
    from perenne.dossiers.content import Content

__all__ = [
    "UnreadableError",
    "as_json",
    "error_sentence",
    "notice_sentence",
    "read",
    "read_bytes",
]


def read(path: Path) -> Dossier:
    """Read the file at `path`; raises `UnreadableError`."""
    return read_bytes(opened(path, LARGEST_FILE), path.name)


def read_bytes(data: bytes, name: str, base: str = "") -> Dossier:
    """Read a file's content; `name` is the title where the file has none of its own.

    `base`: the address that relative ones start from, where the file was served.

    Raises `UnreadableError`.
    """
    # Not above: the process that reads a file apart begins here, and needs none of it.
    from perenne.dossiers.bibliography.notices import notices  # noqa: PLC0415
    from perenne.dossiers.isolation import content_of  # noqa: PLC0415

    if len(data) > LARGEST_FILE:
        raise UnreadableError("file_too_large", str(LARGEST_FILE // 1_000_000))
    content = content_of(File(data, base))
    title = content.title or PurePath(name).stem
    if content.references:
        found, told = content.references, notices((), (), content.references)
        return Dossier(title, found, (*content.notices, *told))
    return _dossier(content, title)


def _dossier(content: Content, title: str) -> Dossier:
    """Return the dossier that the paragraphs of a file are."""
    from perenne.dossiers.bibliography.grammar import references  # noqa: PLC0415 - as above
    from perenne.dossiers.bibliography.matter import part, title_of  # noqa: PLC0415
    from perenne.dossiers.bibliography.notices import notices  # noqa: PLC0415
    from perenne.dossiers.bibliography.outline import sections  # noqa: PLC0415

    body, back = part(content.blocks)
    parted = sections(body)
    found = references(parted, back)
    title = content.title or title_of(content.blocks, parted) or title
    return Dossier(title, found, (*content.notices, *notices(content.blocks, parted, found)))
