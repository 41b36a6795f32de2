"""The grammar of a dossier: blocks → sections → entries → references.

Two kinds of entries mix. Those with a source line (``Source, date, pages``) have their title
above it, and all addresses down to the next title. Those without (sites, courses) are a title
and an address; they are found by `listed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import listed, matter
from perenne.dossiers.bibliography.draft import Draft
from perenne.dossiers.bibliography.heads import Anchor, anchors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.domain.references import Reference
    from perenne.dossiers.bibliography.blocks import Block
    from perenne.dossiers.bibliography.outline import Section


def references(parted: Sequence[Section], back: Sequence[Block]) -> tuple[Reference, ...]:
    """Return the references of a dossier, in the order of the file.

    `parted` are its sections, `back` the contact block at its end.
    """
    found = [draft.reference("") for draft in _front(parted)]
    for section in parted[1:]:
        found += [draft.reference(section.chapter) for draft in _drafts(section.blocks)]
    return (*found, *(draft.reference("") for draft in matter.mentions(back)))


def _front(parted: Sequence[Section]) -> list[Draft]:
    """Read what precedes the first heading: a cover, unless there are entries in it."""
    front = parted[0].blocks
    return _drafts(front) if len(parted) == 1 or anchors(front) else matter.mentions(front)


def _drafts(blocks: Sequence[Block]) -> list[Draft]:
    found = anchors(blocks)
    if not found:
        return listed.drafts(blocks)
    ends = [*(anchor.start for anchor in found[1:]), len(blocks)]
    before = blocks[: found[0].start]
    leading = bool(before) and all(block.is_address for block in before)
    leading = leading and not blocks[found[0].start].closed
    drafts = [] if leading else listed.drafts(before)
    carried = list(before) if leading else []
    for anchor, end in zip(found, ends, strict=True):
        own = [*carried, *blocks[anchor.start : end]]
        carried = _trailing_addresses(own) if leading and end < len(blocks) else []
        drafts += _entry(anchor, blocks, own[: len(own) - len(carried)])
    return drafts


def _trailing_addresses(blocks: Sequence[Block]) -> list[Block]:
    """Return the addresses at the end, which belong to the next title where they lead."""
    kept = len(blocks)
    while kept and blocks[kept - 1].is_address:
        kept -= 1
    return list(blocks[kept:])


def _entry(anchor: Anchor, blocks: Sequence[Block], own: Sequence[Block]) -> list[Draft]:
    """Return the entry, and after it those without a source line which follow its address."""
    head = [block.text for block in blocks[anchor.start : anchor.end] if not block.is_address]
    first = blocks[anchor.start]
    border = _border(own)
    draft = Draft(" ".join(head), first.place, list(own[:border]), anchor.source, first.section)
    return [draft, *listed.drafts(own[border:])]


def _is_link(block: Block) -> bool:
    """Tell a title that bears its own address."""
    return block.like_title and bool(block.citations)


def _border(own: Sequence[Block]) -> int:
    """Return where the entry is over.

    Where it says so, after its paragraph; in a list, at the next item with an address; elsewhere
    at a title right above its address, once an address or a location has closed the entry.
    """
    if own[0].closed:
        return 1
    led = own[0].led is not None and own[0].entry is None
    closed = led  # it has its address
    for index, block in enumerate(own):
        if index and own[0].bullet and block.bullet and block.citations:
            return index
        following = own[index + 1] if index + 1 < len(own) else None
        titled = block.like_title and not block.citations and following and following.is_address
        if closed and (titled or (led and index and _is_link(block))):
            return index
        closed = closed or bool(block.locations or (index and block.citations))
    return len(own)
