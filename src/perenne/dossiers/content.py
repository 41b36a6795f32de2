"""What a format finds in a file."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.domain.references import Notice, Reference
from perenne.dossiers.bibliography.blocks import Block


@dataclass(frozen=True)
class Content:
    """Paragraphs, of which the bibliography makes references, or records that are some already.

    `title`: of the file itself, "" where it says none. `notices`: what looked odd while reading.
    """

    blocks: tuple[Block, ...] = ()
    references: tuple[Reference, ...] = ()
    title: str = ""
    notices: tuple[Notice, ...] = ()
