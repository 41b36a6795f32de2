"""Which paragraphs are headings of sections: marked, numbered, in capitals, or by their words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography.numerals import without_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perenne.dossiers.bibliography.blocks import Block
    from perenne.dossiers.bibliography.numerals import Numeral

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
    re.IGNORECASE,
)
CONTENTS = re.compile(r"(?:au\s)?(?:sommaire|plan|table des matières)\s*:?", re.IGNORECASE)
_LEADERS = re.compile(r"[\s.…·_*]*(?:[.…·_]{2,}|\t|\s{2,})\s*\d*\s*$")
_LONGEST = 200
_LONGEST_LISTED = 400
"""Letters of a heading in the contents, with its dots and its page."""
_LONGEST_UNMARKED = 100
_FEWEST_CAPITALS = 4
_LONGEST_HEAD = 4
"""Paragraphs from a heading to the first anchor: captions, a title on two paragraphs."""


def folded(text: str) -> str:
    """Return the words of a heading, to compare it with its line in the contents."""
    return " ".join(re.findall(r"\w+", _LEADERS.sub("", text).casefold()))


def headings(blocks: Sequence[Block]) -> set[int]:
    """Return the indexes of the headings, the lines of the table of contents left out."""
    listed = _contents(blocks)
    no_sections = {main_title(blocks), *_titles(blocks)}
    candidates = [
        i for i in range(len(blocks)) if i not in no_sections and _may_head(blocks, i, listed)
    ]
    last = {folded(blocks[i].text): i for i in candidates}
    return _without_contents(blocks, [i for i in candidates if last[folded(blocks[i].text)] == i])


def main_title(blocks: Sequence[Block]) -> int | None:
    """Return the index of the only heading of the first level, where it precedes all others."""
    marked = [i for i, block in enumerate(blocks) if block.level]
    levels = [blocks[i].level for i in marked]
    return marked[0] if levels.count(1) == 1 == levels[0] else None


def _titles(blocks: Sequence[Block]) -> Iterator[int]:
    """Return the titles of entries: before a source line, or marked as most of those are."""
    titles = {i for i in range(len(blocks)) if _is_title(blocks, i)}
    marked = Counter(block.level for block in blocks)
    entries = Counter(blocks[i].level for i in titles)
    for index, block in enumerate(blocks):
        if index in titles or (block.level and 2 * entries[block.level] > marked[block.level]):
            yield index


def _contents(blocks: Sequence[Block]) -> set[str]:
    """Return the lines of the table of contents: bullets, or what follows its title."""
    lines: set[str] = set()
    begun = False
    for block in blocks:
        if _is_anchor(block):
            break
        begun = begun or bool(CONTENTS.fullmatch(block.text))
        if (begun or block.bullet) and len(block.text) <= _LONGEST_LISTED:
            lines |= {folded(block.text), folded(without_numeral(block.text))}
    return lines


def _may_head(blocks: Sequence[Block], index: int, listed: set[str]) -> bool:
    block = blocks[index]
    if block.citations or block.bullet or not 0 < len(block.text) <= _LONGEST:
        return False
    if block.level:
        return not _marked_entry(block, blocks[index + 1 : index + 2])
    if CONTENTS.fullmatch(block.text) or block.authors:
        return False
    if block.numeral:
        return block.numeral.roman or _begins_part(blocks, index)
    return _unnumbered(block, listed) and _entry_follows(blocks, index)


def _is_title(blocks: Sequence[Block], index: int) -> bool:
    """Tell the title of an entry: its source line is on it, or follows."""
    following = blocks[index + 1].source if index + 1 < len(blocks) else None
    return bool(blocks[index].source or (following and not following.title))


def _marked_entry(block: Block, following: Sequence[Block]) -> bool:
    """Tell a low heading that is the title of an entry: its address follows."""
    alone = any(after.is_address and not after.bullet for after in following)
    return alone and block.level > 2 and block.numeral is None  # noqa: PLR2004 - ###


def _begins_part(blocks: Sequence[Block], index: int) -> bool:
    """Tell ``1 - Part`` from the lines of a numbered list, whose neighbours count on."""
    block = blocks[index]
    around = (blocks[i].numeral for i in (index - 1, index + 1) if 0 <= i < len(blocks))
    counted = any(n and block.numeral and abs(n.value - block.numeral.value) == 1 for n in around)
    closed = block.text.endswith((".", ";", ",", "?")) or len(block.text) > _LONGEST_UNMARKED
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
    if ahead[0].citations or ahead[0].level or ahead[0].authors:
        return True
    head = list(takewhile(lambda block: block.like_title, ahead))
    return len(head) < len(ahead) and _is_anchor(ahead[len(head)])


def _is_anchor(block: Block) -> bool:
    line = block.source
    return block.is_address or (line is not None and bool(line.source or line.pages))


def _without_contents(blocks: Sequence[Block], found: Sequence[int]) -> set[int]:
    """Leave out lines of the contents: nothing is under them, and their number comes again."""
    kept: set[int] = set()
    later: set[Numeral] = set()
    end = len(blocks)
    for index in reversed(found):
        empty = not any(_is_anchor(block) for block in blocks[index:end])
        number = blocks[index].numeral
        if not (empty and number in later):
            kept.add(index)
        later |= {number} if number else set()
        end = index
    return kept
