"""Whether a mended file says what the original says, apart from the addresses replaced."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from perenne.domain.urls import link_key
from perenne.dossiers.addresses.citations import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from perenne.domain.references import Citation
    from perenne.dossiers.content import Content

    Part = tuple[tuple[str, ...], Sequence[Citation]]


def says_the_same(before: Content, after: Content, changes: Mapping[str, str]) -> bool:
    """Compare two readings; `changes` tells which addresses, as written, became which."""
    parts = zip_longest(_parts(before), _parts(after))
    return _plain(before.title, changes) == _plain(after.title, changes) and all(
        old is not None and new is not None and _alike(old, new, changes) for old, new in parts
    )


def _parts(content: Content) -> Iterable[Part]:
    """Yield the texts of each paragraph and each reference, and its addresses."""
    for block in content.blocks:
        yield (block.text,), block.citations
    for each in content.references:
        texts = (each.title, each.section, *each.authors, each.source, each.date, each.pages)
        yield (*texts, *each.locations), each.citations


def _alike(old: Part, new: Part, changes: Mapping[str, str]) -> bool:
    texts = [_plain(text, changes) for text in old[0]] == [_plain(t, changes) for t in new[0]]
    found = {link_key(citation.url) for citation in new[1]}
    # An old one may stay beside the new: what is printed in a PDF, what cannot be written.
    allowed = [
        {link_key(c.url), link_key(changes[c.as_written])}
        if c.as_written in changes
        else {link_key(c.url)}
        for c in old[1]
    ]
    return texts and all(found & each for each in allowed) and found <= set().union(*allowed)


def _plain(text: str, changes: Mapping[str, str]) -> str:
    """Return a text without the addresses that were replaced, nor those in their place."""
    for address in sorted({*changes, *changes.values()}, key=len, reverse=True):
        text = text.replace(address, "")
    return visible(text)
