"""Which paragraphs are headings of sections: marked, numbered, in capitals, or by their words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from perenne.dossiers import authors
from perenne.dossiers.numerals import numeral, without_numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.domain.references import Place
    from perenne.dossiers.blocks import Block

_KIND = (
    r"(?:ouvrages?|livres?|articles?|revues?|presse|périodiques?|rapports?|études?|guides?|textes?|"
    r"législation|réglementation|jurisprudence|sites?|webographie|sitographie|bibliographie|"
    r"vidéos?|podcasts?|formations?|moocs?|thèses?|mémoires?|dossiers?|documents?|ressources?|"
    r"outils?|actes?|colloques?|liens?|généralités|pour aller plus loin)"
)
_BY_WORDS = re.compile(
    rf"{_KIND}(?:\s*(?:,|et|&|/|-)\s*{_KIND})*"
    r"(?:\s(?:d'|de\s)?(?:internet|en ligne|web|officiels?|réglementaires?|presse|revues?|utiles?|"
    r"référence|juridiques?|parlementaires?|institutionnels?|pratiques?|spécialisée?s?))?\s*:?",
    re.I,
)
CONTENTS = re.compile(r"(?:sommaire|plan|table des matières)\s*:?", re.I)
_LEADERS = re.compile(r"[\s.…·_*]*(?:[.…·_]{2,}|\t|\s{2,})\s*\d*\s*$")
_LONGEST = 200
_LONGEST_UNMARKED = 100
_FEWEST_CAPITALS = 4
_UNNUMBERED = 9
_LONGEST_HEAD = 4
"""Paragraphs from a heading to the first anchor: captions, a title on two paragraphs."""


@dataclass(slots=True)
class Section:
    """A heading as written ("" for what comes before any) and the paragraphs under it."""

    heading: str
    place: Place | None
    rank: int = 0
    blocks: list[Block] = field(default_factory=list)


def sections(blocks: Sequence[Block]) -> list[Section]:
    """Part the paragraphs by their headings; what precedes the first is the first section."""
    headings = set(_headings(blocks))
    found = [Section("", None)]
    for index, block in enumerate(blocks):
        if index in headings:
            found.append(Section(block.text, block.place, _rank(block)))
        else:
            found[-1].blocks.append(block)
    return found


def chapter(parted: Sequence[Section], index: int) -> str:
    """Return the heading that a section goes by: the numbered one above it, else its own."""
    above = [s for s in parted[: index + 1] if numeral(s.heading)]
    return (
        above[-1].heading
        if above and above[-1].rank < parted[index].rank
        else parted[index].heading
    )


def _rank(block: Block) -> int:
    """Rank headings: marked ones by their level, then roman, other numbers, and none."""
    number = numeral(block.text)
    return block.level or (_UNNUMBERED - (1 + number.roman if number else 0))


def folded(text: str) -> str:
    """Return the words of a heading, to compare it with its line in the contents."""
    return " ".join(re.findall(r"\w+", _LEADERS.sub("", text).casefold()))


def _headings(blocks: Sequence[Block]) -> list[int]:
    listed = _contents(blocks)
    titles = _entry_levels(blocks)
    candidates = [
        i for i, b in enumerate(blocks) if b.level not in titles and _may_head(blocks, i, listed)
    ]
    last = {folded(blocks[i].text): i for i in candidates}
    real = [i for i in candidates if last[folded(blocks[i].text)] == i]
    return [i for k, i in enumerate(real) if not _announces(blocks, i, real[k + 1 :])]


def _entry_levels(blocks: Sequence[Block]) -> set[int]:
    """Return the levels at which most headings are titles of entries: a source line follows."""
    marked = [i for i, block in enumerate(blocks[:-1]) if block.level]
    all_of = Counter(blocks[i].level for i in marked)
    titles = Counter(blocks[i].level for i in marked if _is_title(blocks, i))
    return {level for level, n in titles.items() if 2 * n > all_of[level]}


def _contents(blocks: Sequence[Block]) -> set[str]:
    """Return the lines of the table of contents: bullets, or what follows its title."""
    lines: set[str] = set()
    begun = False
    for block in blocks:
        if _is_anchor(block):
            break
        begun = begun or bool(CONTENTS.fullmatch(block.text))
        if begun or block.bullet:
            lines |= {folded(block.text), folded(without_numeral(block.text))}
    return lines


def _may_head(blocks: Sequence[Block], index: int, listed: set[str]) -> bool:
    block = blocks[index]
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if block.citations or block.bullet or not block.text or len(block.text) > _LONGEST:
        return False
    if _is_title(blocks, index):
        return False
    if block.level:
        return not _is_main_title(blocks, index) and not _marked_entry(block, after)
    if CONTENTS.fullmatch(block.text) or authors.split(block.text)[1]:
        return False
    number = numeral(block.text)
    if number and number.roman:
        return not block.source
    if number:
        return _begins_part(blocks, index)
    return _unnumbered(block, listed) and _entry_follows(blocks, index)


def _is_title(blocks: Sequence[Block], index: int) -> bool:
    """Tell the title of an entry: its source line is on it, or follows."""
    following = blocks[index + 1].source if index + 1 < len(blocks) else None
    return bool(blocks[index].source or (following and not following.title))


def _is_main_title(blocks: Sequence[Block], index: int) -> bool:
    """Tell the title of the dossier: the only heading of the first level, before all others."""
    marked = [i for i, block in enumerate(blocks) if block.level]
    return (
        index == marked[0]
        and [blocks[i].level for i in marked].count(1) == 1 == blocks[index].level
    )


def _marked_entry(block: Block, after: Block | None) -> bool:
    """Tell a low heading that is the title of an entry: its address follows."""
    alone = after is not None and after.is_address and not after.bullet
    return alone and block.level > 2 and numeral(block.text) is None  # noqa: PLR2004 - ###


def _begins_part(blocks: Sequence[Block], index: int) -> bool:
    """Tell ``1 - Part`` from the lines of a numbered list, whose neighbours count on."""
    here = numeral(blocks[index].text)
    around = (blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks))
    beside = [number for block in around if (number := numeral(block.text))]
    text = blocks[index].text
    counted = here and any(abs(number.value - here.value) == 1 for number in beside)
    closed = text.endswith((".", ";", ",", "?")) or len(text) > _LONGEST_UNMARKED
    return not counted and not closed and _entry_follows(blocks, index)


def _unnumbered(block: Block, listed: set[str]) -> bool:
    text = block.text
    if len(text) > _LONGEST_UNMARKED or text.endswith((".", ";", ",", "?", "!")):
        return False
    capitals = text.isupper() and sum(map(str.isupper, text)) >= _FEWEST_CAPITALS
    return bool(capitals or folded(text) in listed or _BY_WORDS.fullmatch(text))


def _entry_follows(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the next paragraph opens an entry."""
    ahead = blocks[index + 1 : index + 1 + _LONGEST_HEAD]
    if not ahead or ahead[0].is_address:
        return False
    if ahead[0].citations or ahead[0].level or authors.split(ahead[0].text)[1]:
        return True
    head = list(takewhile(lambda block: block.like_title, ahead))
    return len(head) < len(ahead) and _is_anchor(ahead[len(head)])


def _is_anchor(block: Block) -> bool:
    line = block.source
    return block.is_address or (line is not None and bool(line.source or line.pages))


def _announces(blocks: Sequence[Block], index: int, later: Sequence[int]) -> bool:
    """Tell a line of the contents: nothing is under it, and its number comes again."""
    end = later[0] if later else len(blocks)
    if any(block.source or block.citations for block in blocks[index:end]):
        return False
    here = numeral(blocks[index].text)
    return here is not None and any(numeral(blocks[i].text) == here for i in later)
