"""Paragraphs whose text and links are known apart, as HTML and word processors keep them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from perenne.domain.references import Notice, Place, PlaceKind
from perenne.dossiers.addresses.citations import address, extract, is_web
from perenne.dossiers.bibliography import marks
from perenne.dossiers.bibliography.blocks import Block, clean, oddities, placed
from perenne.dossiers.compact import entries as compact
from perenne.dossiers.compact import leading
from perenne.dossiers.compact.entries import Entry, Heading
from perenne.dossiers.compact.entries import Paragraph as Said
from perenne.dossiers.documents import tabled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from perenne.dossiers.documents.tabled import Cell

_PARAGRAPHS_PER_GAP = 15
"""Documents in which fewer are set apart do not part their entries so."""
_FOREIGN = ("mailto:", "ftp:", "ftps:", "file:")


@dataclass(slots=True)
class Paragraph:
    """A paragraph while its texts are gathered. `level` 1 to 6 for a heading, else 0."""

    texts: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    level: int = 0
    bullet: bool = False
    apart: bool = False
    """Whether something sets it apart from the paragraph before it."""
    cell: Cell | None = None
    lead: list[str] = field(default_factory=list)
    """The label of the link that it begins with, in pieces."""
    leads: bool = True
    """Whether nothing but that was said yet."""

    def say(self, text: str, *, linked: bool = False) -> None:
        """Add a text; a link's label that only repeats its address says nothing."""
        if linked and self.leads:
            self.lead.append(text)
        elif text.strip(leading.OPENING):
            self.leads = False
        if not (linked and is_web(text) and len(text.split()) == 1):
            self.texts.append(text)

    @property
    def holds_something(self) -> bool:
        """Tell whether anything but white space is in it."""
        return bool(self.hrefs) or any(map(str.strip, self.texts))

    def said(self) -> Said:
        """Return its lines without addresses."""
        got = extract("".join(self.texts))
        lines = [line for text in got.text.split("\n") if (line := clean(text))]
        lines[:1] = [marks.BULLET.sub("", line) for line in lines[:1]]
        return Said(lines, cites=bool(got.found) or any(map(is_web, self.hrefs)))

    def block(self, place: Place) -> Block:
        """Return it as a block: linked addresses first, then those only written."""
        got = extract("".join(self.texts))
        linked = [placed(address(href), place) for href in self.hrefs if is_web(href)]
        urls = {citation.url for citation in linked}
        written = [placed(found, place) for found in got.found if found.url not in urls]
        others = [href for href in self.hrefs if href.lower().startswith(_FOREIGN)]
        foreign = [Notice(place, "address_not_web", href) for href in others]
        text = clean(got.text)
        alone = len(linked) + len(written) == 1
        return Block(
            text,
            place,
            (*linked, *written),
            level=self.level,
            bullet=self.bullet,
            notices=(*oddities(got, place), *foreign),
            led=leading.entry(clean("".join(self.lead)), text) if alone else None,
        )


_Group = list[tuple[Place, Paragraph]]


def blocks_of(paragraphs: Iterable[Paragraph]) -> list[Block]:
    """Return the blocks of paragraphs, counted from 1.

    Paragraphs that nothing sets apart may be the lines of one entry, which is one block then.
    """
    numbered = [(Place(PlaceKind.PARAGRAPH, n), each) for n, each in enumerate(paragraphs, 1)]
    made: list[Block] = []
    others: _Group = []
    tables: defaultdict[int | None, _Group] = defaultdict(list)
    for each in numbered:
        tables[each[1].cell and each[1].cell.table].append(each)
    for table in tables.values():
        rows = tabled.blocks(_rows(table))
        made += rows
        others += [] if rows else table
    groups = _groups(sorted(others, key=lambda each: each[0].number))
    told = compact.told(groups, _said)
    for group, entry in zip(groups, told, strict=True):
        made += _blocks(group, entry)
    kept = (block for block in made if block.text or block.citations or block.notices)
    return sorted(kept, key=lambda block: block.place.number)


def _rows(table: _Group) -> list[tabled.Line]:
    """Return the rows of a table, of several paragraphs in a cell the lines of one text."""
    rows: dict[int, list[tuple[Place, Paragraph]]] = {}
    for place, paragraph in table:
        if paragraph.cell:
            rows.setdefault(paragraph.cell.row, []).append((place, paragraph))
    return [_row(each) for each in rows.values()]


def _row(paragraphs: _Group) -> tabled.Line:
    texts: defaultdict[int, list[str]] = defaultdict(list)
    hrefs: defaultdict[int, list[str]] = defaultdict(list)
    for _place, paragraph in paragraphs:
        if paragraph.cell:
            texts[paragraph.cell.column].append("".join(paragraph.texts))
            hrefs[paragraph.cell.column] += paragraph.hrefs
    cells = ["\n".join(texts[column]).strip() for column in range(max(texts, default=-1) + 1)]
    linked = {n: to for n, to in hrefs.items() if to}
    place, first = paragraphs[0]
    of, regular = (first.cell.of, first.cell.regular) if first.cell else (0, False)
    return tabled.Line(place, cells, linked, of, regular)


def spaced(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs that hold something, those after an empty one set apart."""
    apart = True
    for paragraph in paragraphs:
        if paragraph.holds_something:
            paragraph.apart = apart
            yield paragraph
        apart = not paragraph.holds_something


def _groups(numbered: Sequence[tuple[Place, Paragraph]]) -> list[_Group]:
    """Part the paragraphs where one is set apart: each by itself where hardly any is."""
    sparse = sum(each.apart for _, each in numbered) * _PARAGRAPHS_PER_GAP < len(numbered)
    groups: list[_Group] = []
    level = 0
    for place, paragraph in numbered:
        if sparse or not groups or paragraph.apart or paragraph.level or level:
            groups.append([])
        groups[-1].append((place, paragraph))
        level = paragraph.level
    return [each for group in groups for each in _items(group)]


def _items(group: _Group) -> list[_Group]:
    """Part a list that has an entry in each paragraph."""
    listed = len(group) > 1 and all(compact.is_item(each.said()) for _place, each in group)
    return [[each] for each in group] if listed else [group]


def _said(group: _Group) -> Said:
    each = [paragraph.said() for _place, paragraph in group]
    lines = [line for said in each for line in said.lines]
    return Said(lines or [""], cites=any(said.cites for said in each))


def _blocks(group: _Group, told: Entry | Heading | None) -> Iterator[Block]:
    """Yield a block for each paragraph, but one for an entry."""
    blocks = [paragraph.block(place) for place, paragraph in group]
    if isinstance(told, Heading):
        yield from (replace(block, level=block.level or told.level) for block in blocks)
    elif told is None or any(block.level for block in blocks):
        yield from blocks
    else:
        yield replace(
            blocks[0],
            text=" ".join(block.text for block in blocks if block.text),
            citations=tuple(citation for block in blocks for citation in block.citations),
            notices=tuple(notice for block in blocks for notice in block.notices),
            entry=blocks[0].led or told.line,
            held=told.held,
        )
