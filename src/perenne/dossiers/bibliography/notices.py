"""What looks odd in a dossier: told once, with its place, never in the way of reading it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from perenne.domain.references import Notice
from perenne.domain.urls import MalformedUrlError, link_key, requested
from perenne.dossiers.addresses.hosts import mistyped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perenne.domain.references import Citation, Reference
    from perenne.dossiers.bibliography.blocks import Block
    from perenne.dossiers.bibliography.outline import Section

_CUT_ENDS = ("-", "_", "=", "&", "?", "%", "(", "…")
"""An address hardly ends so; word processors break lines there."""


def notices(
    blocks: Sequence[Block], parted: Sequence[Section], references: Sequence[Reference]
) -> tuple[Notice, ...]:
    """Return what the author of the file should look at, in the order of the file."""
    citations = [c for reference in references for c in reference.citations]
    found = [
        *(notice for block in blocks for notice in block.notices),
        *(notice for citation in citations for notice in _of_address(citation)),
        *_repeated(citations),
        *mistyped(references),
        *_empty_sections(parted),
    ]
    placed = sorted(set(found), key=lambda n: (n.place.number if n.place else 0, n.code, n.fact))
    return (*_of_whole(references, citations), *placed)


def _of_whole(references: Sequence[Reference], citations: Sequence[Citation]) -> Iterator[Notice]:
    if not references:
        yield Notice(None, "no_reference")
        return
    if not citations:
        yield Notice(None, "no_url")
        return
    without = sum(not reference.citations for reference in references)
    if without:
        yield Notice(None, "references_without_url", str(without))


def _of_address(citation: Citation) -> Iterator[Notice]:
    try:
        requested(citation.url)
    except MalformedUrlError:
        yield Notice(citation.place, "url_malformed", citation.as_written)
        return
    if citation.url.endswith(_CUT_ENDS):
        yield Notice(citation.place, "url_looks_cut", citation.url)


def _repeated(citations: Sequence[Citation]) -> Iterator[Notice]:
    seen: Counter[str] = Counter()
    for citation in citations:
        key = link_key(citation.url)
        seen[key] += 1
        if seen[key] > 1:
            yield Notice(citation.place, "url_repeated", citation.as_written)


def _empty_sections(parted: Sequence[Section]) -> Iterator[Notice]:
    """A heading right above another may be its chapter; one with nothing at all under it is odd."""
    for section, following in pairwise([*parted[1:], None]):
        if section is None or section.blocks:
            continue
        if following is None or following.rank <= section.rank:
            yield Notice(section.place, "section_empty", section.heading)
