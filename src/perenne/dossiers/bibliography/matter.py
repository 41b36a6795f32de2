"""What is around the references: the cover with the title, the contact at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography.cover import is_formal
from perenne.dossiers.bibliography.draft import Draft
from perenne.dossiers.bibliography.headings import CONTENTS, main_title
from perenne.dossiers.bibliography.listed import title_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.dossiers.bibliography.blocks import Block
    from perenne.dossiers.bibliography.outline import Section

CLOSING = re.compile(
    r"(?:contacts?|votre contact|tél(?:éphone)?\b\.?|courriel|e-?mail|mél)\s*:|"
    r"(?:dossier|bibliographie|document)\s(?:documentaire|réalisé|conçu|élaboré|préparé)\w*\b|©",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\b0\d(?:[\s.]\d\d){4}\b|\b\d{5}\s+[A-ZÀ-Ý][\w’'-]+|\bcedex\b|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
"""A telephone, a town with its postal code, a mail address: what nobody says of a document."""
_MOST_CLOSING_BLOCKS = 12
"""Names, address, telephone, site: contact blocks seen have four to eight paragraphs."""
_LONGEST_TITLE = 150


def title_of(blocks: Sequence[Block], parted: Sequence[Section]) -> str:
    """Return the dossier's title, "" where it has none: a first heading, or from the cover."""
    main = main_title(blocks)
    if main is not None:
        return blocks[main].text
    return _from_cover(parted[0].blocks) if len(parted) > 1 else ""


def part(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Part the references from the contact block at the end."""
    tail = range(max(1, len(blocks) - _MOST_CLOSING_BLOCKS), len(blocks))
    for index in tail:
        text = blocks[index].text
        if (CLOSING.match(text) or CONTACT.search(text)) and _is_closing(blocks[index:]):
            return blocks[:index], blocks[index:]
    return blocks, ()


def mentions(blocks: Sequence[Block]) -> list[Draft]:
    """Return the addresses outside the references; a bare ``www.…`` there is a signature."""
    found = []
    title = ""
    for block in blocks:
        title = title_text(block.text) or title
        if not block.citations:
            continue
        if block.bullet or any(not c.as_written.lower().startswith("www") for c in block.citations):
            found.append(Draft(title, block.place, [block]))
    return found


def _is_closing(blocks: Sequence[Block]) -> bool:
    written = [c.as_written.lower() for block in blocks for c in block.citations]
    full = [address for address in written if not address.startswith("www")]
    return len(full) <= 1 and not any(block.source and block.source.firm for block in blocks)


def _from_cover(blocks: Sequence[Block]) -> str:
    """Return the last short line of the cover that says neither when, nor who, nor what kind."""
    title = ""
    for block in blocks:
        if _ends_cover(block):
            break
        title = title if is_formal(block.text) else block.text
    return title


def _ends_cover(block: Block) -> bool:
    sentence = block.text.endswith((".", ":")) or len(block.text) > _LONGEST_TITLE
    return sentence or block.bullet or CONTENTS.fullmatch(block.text) is not None
