"""A dossier's sections: the headings, and the paragraphs under each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography.headings import headings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.domain.references import Place
    from perenne.dossiers.bibliography.blocks import Block

UNNUMBERED = 9
"""The rank below all headings of HTML (h1 to h6) and below numbers."""


@dataclass(slots=True)
class Section:
    """A heading as written ("" for what comes before any) and the paragraphs under it.

    `chapter` is the heading that its references go by: under a numbered heading, or one in
    capitals, lower headings without a number only group them.
    """

    heading: str
    chapter: str
    place: Place | None
    rank: int = 0
    blocks: list[Block] = field(default_factory=list)


def sections(blocks: Sequence[Block]) -> list[Section]:
    """Part the paragraphs by their headings; what precedes the first is the first section."""
    starts = headings(blocks)
    found = [Section("", "", None)]
    above: Section | None = None
    for index, block in enumerate(blocks):
        if index not in starts:
            found[-1].blocks.append(block)
            continue
        section = Section(block.text, block.text, block.place, _rank(block))
        if block.numeral or block.text.isupper():
            above = section
        elif above and above.rank < section.rank:
            section.chapter = above.heading
        found.append(section)
    return found


def _rank(block: Block) -> int:
    """Rank headings: marked ones by their level, then roman, other numbers, and none."""
    number = block.numeral
    return block.level or (UNNUMBERED - (1 + number.roman if number else 0))
