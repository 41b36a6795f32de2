"""Entries without a source line: web sites, courses; a title, its address, and a few words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import sources
from perenne.dossiers.bibliography.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.dossiers.bibliography.blocks import Block

_LONGEST_LABEL = 200
_ENTITLED = re.compile(
    r".{0,40}?\bintitulée?s?\s*:?\s*[«\"“]?\s*(?P<title>.*?)\s*[»\"”]?\.?", re.IGNORECASE
)


def drafts(blocks: Sequence[Block]) -> list[Draft]:
    """Read the entries of paragraphs among which there is no source line."""
    found: list[Draft] = []
    gap: list[Block] = []
    title_first = _titles_stand_first(blocks)
    for block in blocks:
        if block.locations and found:
            found[-1].blocks.append(block)
        elif not block.citations:
            gap.append(block)
        else:
            title = gap[0 if title_first else -1] if _new_title(gap, found) else None
            _add(block, title, found)
            gap = []
    return found


def _add(block: Block, title: Block | None, found: list[Draft]) -> None:
    """Give an address to a new entry, or to the last one."""
    if not block.is_address and _is_entry(block, found):
        line = block.led or sources.parse_entry(block.text)
        found.append(Draft(title_text(block.text), block.place, [block], line))
    elif block.is_address and title:
        found.append(Draft(title_text(title.text), title.place, [block]))
    elif found and not _is_next_item(block, found[-1]):
        found[-1].blocks.append(block)
    else:
        found.append(Draft("", block.place, [block]))


def title_text(text: str) -> str:
    """Return the title in a label: ``Label :`` or ``Mooc intitulé « Title »``."""
    entitled = _ENTITLED.fullmatch(text)
    title = entitled["title"] if entitled and entitled["title"] else text
    title = re.sub(r"[\s:>→|–-]+$|\(\s*\)$", "", title).strip()
    return title if len(title) <= _LONGEST_LABEL else f"{title[: _LONGEST_LABEL - 1].rstrip()}…"


def _is_entry(block: Block, found: list[Draft]) -> bool:
    """Tell a line with its address from a sentence that mentions one."""
    return not found or block.bullet or bool(block.level) or len(block.text) <= _LONGEST_LABEL


def _is_next_item(block: Block, entry: Draft) -> bool:
    """Tell the next of a list of bare addresses from one more address of the same title."""
    return block.bullet and block.is_address and entry.place == entry.blocks[0].place


def _new_title(gap: Sequence[Block], found: Sequence[Draft]) -> bool:
    """Tell whether a title stands before this address, or only the summary of the last entry."""
    return bool(gap) and (not found or len(gap) > 1 or gap[0].like_title)


def _titles_stand_first(blocks: Sequence[Block]) -> bool:
    """Tell the layout of a section: title, summary, address; not title, address, summary."""
    votes = 0
    gap: list[Block] = []
    for block in blocks:
        if block.citations:
            votes += _vote(gap)
            gap = []
        else:
            gap.append(block)
    return votes > bool(gap)  # text after the last address is its summary


def _vote(gap: Sequence[Block]) -> int:
    """Tell which paragraph between two addresses is the title: 1 the first, -1 the last."""
    if len(gap) < 2:  # noqa: PLR2004 - a title and a summary
        return -len(gap)
    first, last = (b.like_title + (not b.text.endswith(".")) for b in (gap[0], gap[-1]))
    return 1 if first > last else -1
