"""What a format finds in a file."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.domain.references import Notice, Reference
from perenne.dossiers.bibliography.blocks import Block
from perenne.dossiers.errors import UnreadableError

MOST_CITATIONS = 100_000
"""More is no dossier that somebody wrote: its checks would take nights."""


@dataclass(frozen=True)
class Content:
    """Paragraphs, of which the bibliography makes references, or records that are some already.

    `title`: of the file itself, "" where it says none. `notices`: what looked odd while reading.
    Raises `UnreadableError` where it has too many addresses.
    """

    blocks: tuple[Block, ...] = ()
    references: tuple[Reference, ...] = ()
    title: str = ""
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        count = sum(len(block.citations) for block in self.blocks)
        count += sum(len(reference.citations) for reference in self.references)
        if count > MOST_CITATIONS:
            raise UnreadableError("file_too_heavy", f"more than {MOST_CITATIONS} addresses")
