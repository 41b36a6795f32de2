"""Addresses in texts that markup has cut into pieces, put in the place of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.replacing import starts

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of text: that of an element, or the one behind it."""

    element: Element
    behind: bool = False

    @property
    def text(self) -> str:
        """Return the piece."""
        return (self.element.tail if self.behind else self.element.text) or ""

    def put(self, text: str) -> None:
        """Write another piece in its place."""
        if self.behind:
            self.element.tail = text
        else:
            self.element.text = text


def put_across(slots: Sequence[Slot], changes: Mapping[str, str], done: Counter[str]) -> bool:
    """Replace addresses that run over several pieces; tell whether there was one.

    The new address stands in the piece in which the old one began.
    """
    found, whole = False, "".join(slot.text for slot in slots)
    for old, new in changes.items():
        # From the end, so that what stands before keeps its place.
        for start in reversed(starts(whole, old)):
            _put(slots, start, start + len(old), new)
            whole = "".join(slot.text for slot in slots)
            done[old] += 1
            found = True
    return found


def _put(slots: Sequence[Slot], start: int, end: int, new: str) -> None:
    at = 0
    for slot in slots:
        text = slot.text
        low, high = max(start - at, 0), min(end - at, len(text))
        if low < high:
            slot.put(text[:low] + new + text[high:])
            new = ""
        at += len(text)
