"""Which reference of a refreshed dossier is which of those already known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from perenne.store.titles import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence

LIKENESS = 90
"""Percent of a title that must be left for it to be the same title, corrected."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What tells a reference: the ids of the links it cites, and its title."""

    links: frozenset[int]
    title: str


def match(new: Sequence[Entry], old: Sequence[Entry]) -> dict[int, int]:
    """Return the position in `old` of each entry of `new` that was known, by its own position.

    The surest traits speak first: same links and title, same links, same title, likely title.
    """
    found: dict[int, int] = {}
    for trait in (_links_and_title, _links, _title):
        _match_by(trait, new, old, found)
    _match_by_likeness(new, old, found)
    return found


def _links_and_title(entry: Entry) -> Hashable:
    return entry.links and (entry.links, normalised(entry.title))


def _links(entry: Entry) -> Hashable:
    return entry.links


def _title(entry: Entry) -> Hashable:
    return normalised(entry.title)


def _match_by(
    trait: Callable[[Entry], Hashable],
    new: Sequence[Entry],
    old: Sequence[Entry],
    found: dict[int, int],
) -> None:
    """Pair what has the same trait, in the order of the file; an empty trait tells nothing."""
    candidates: dict[Hashable, list[int]] = {}
    for position in reversed(_free(old, found.values())):
        candidates.setdefault(trait(old[position]), []).append(position)
    for position in _free(new, found):
        value = trait(new[position])
        if value and candidates.get(value):
            found[position] = candidates[value].pop()


def _match_by_likeness(new: Sequence[Entry], old: Sequence[Entry], found: dict[int, int]) -> None:
    titles = {position: normalised(old[position].title) for position in _free(old, found.values())}
    for position in _free(new, found):
        title = normalised(new[position].title)
        best = process.extractOne(title, titles, scorer=fuzz.ratio, score_cutoff=LIKENESS)
        if title and best is not None:
            found[position] = best[2]
            del titles[best[2]]


def _free(entries: Sequence[Entry], taken: Collection[int]) -> list[int]:
    return [position for position in range(len(entries)) if position not in taken]
