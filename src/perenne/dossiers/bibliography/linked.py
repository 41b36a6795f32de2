"""Paragraphs whose text and links are known apart, as HTML and word processors keep them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from perenne.domain.references import Notice, Place, PlaceKind
from perenne.dossiers.addresses.citations import address, extract, is_web
from perenne.dossiers.bibliography.blocks import Block, clean, oddities, placed

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOREIGN = ("mailto:", "ftp:", "ftps:", "file:")


@dataclass(slots=True)
class Paragraph:
    """A paragraph while its texts are gathered. `level` 1 to 6 for a heading, else 0."""

    texts: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    level: int = 0
    bullet: bool = False

    def say(self, text: str, *, linked: bool = False) -> None:
        """Add a text; a link's label that only repeats its address says nothing."""
        if not (linked and is_web(text) and len(text.split()) == 1):
            self.texts.append(text)

    @property
    def holds_something(self) -> bool:
        """Tell whether anything but white space is in it."""
        return bool(self.hrefs) or any(map(str.strip, self.texts))

    def block(self, place: Place) -> Block:
        """Return it as a block: linked addresses first, then those only written."""
        got = extract("".join(self.texts))
        linked = [placed(address(href), place) for href in self.hrefs if is_web(href)]
        urls = {citation.url for citation in linked}
        written = [placed(found, place) for found in got.found if found.url not in urls]
        others = [href for href in self.hrefs if href.lower().startswith(_FOREIGN)]
        foreign = [Notice(place, "address_not_web", href) for href in others]
        return Block(
            clean(got.text),
            place,
            (*linked, *written),
            level=self.level,
            bullet=self.bullet,
            notices=(*oddities(got, place), *foreign),
        )


def blocks_of(paragraphs: Iterable[Paragraph]) -> list[Block]:
    """Return the blocks of paragraphs, which are counted from 1; empty ones are left out."""
    made = (
        paragraph.block(Place(PlaceKind.PARAGRAPH, number))
        for number, paragraph in enumerate(paragraphs, 1)
    )
    return [block for block in made if block.text or block.citations or block.notices]
