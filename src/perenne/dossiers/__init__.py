"""Reading dossiers: the format is told by content, and nothing but the file is looked at.

bytes → formats (text) → layout or html (blocks) → bibliography (references) → notices
"""

from __future__ import annotations

from pathlib import Path, PurePath

from perenne.domain.references import Dossier
from perenne.dossiers import html, layout, urllist
from perenne.dossiers.bibliography import references
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.formats import LARGEST_FILE, Format, sniff, text_of
from perenne.dossiers.jsonform import as_json
from perenne.dossiers.matter import part, title_of
from perenne.dossiers.notices import notices
from perenne.dossiers.opening import content
from perenne.dossiers.outline import sections
from perenne.dossiers.sentences import error_sentence, notice_sentence

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
    return read_bytes(content(path, LARGEST_FILE), path.name)


def read_bytes(data: bytes, name: str) -> Dossier:
    """Read a file's content; `name` is the title where the file has none of its own.

    Raises `UnreadableError`.
    """
    text = text_of(data)
    blocks = _BLOCKS[sniff(text)](text)
    body, back = part(blocks)
    parted = sections(body)
    found = references(parted, back)
    title = title_of(blocks, parted) or PurePath(name).stem
    return Dossier(title, found, notices(blocks, parted, found))


_BLOCKS = {
    Format.HTML: html.blocks,
    Format.URLS: urllist.blocks,
    Format.TEXT: layout.blocks,
}
