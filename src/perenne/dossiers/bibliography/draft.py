"""An entry being read: its title so far, and the paragraphs that are its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from perenne.domain.references import Reference
from perenne.dossiers.bibliography import authors, dates

if TYPE_CHECKING:
    from perenne.domain.references import Place
    from perenne.dossiers.bibliography.blocks import Block
    from perenne.dossiers.bibliography.sources import SourceLine


@dataclass(slots=True)
class Draft:
    """`head`: title and authors as written. `blocks`: what has its addresses and locations.

    `section`: its heading, where that is not the one above it.
    """

    head: str
    place: Place
    blocks: list[Block] = field(default_factory=list)
    source: SourceLine | None = None
    section: str = ""

    def reference(self, section: str) -> Reference:
        """Return the reference that this entry is, in the section with this heading."""
        title, names = authors.split(self.head)
        line = self.source
        if line and line.title:
            title, names = line.title, line.authors
        return Reference(
            title=title,
            place=self.place,
            section=self.section or section,
            authors=names,
            source=line.source if line else "",
            date=line.date if line else "",
            date_iso=dates.iso(line.date) if line else "",
            pages=line.pages if line else "",
            locations=tuple(place for block in self.blocks for place in block.locations),
            citations=tuple(citation for block in self.blocks for citation in block.citations),
        )
