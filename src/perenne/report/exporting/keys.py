"""What names each reference within its file: ``petre2019``, ``petre2019b``."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from perenne.report.exporting.names import name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perenne.report.exporting.items import Item

_LONGEST = 30


def keys(items: Iterable[Item]) -> list[str]:
    """Return a name for each, none twice: by its first author, or its title, and its year."""
    used: Counter[str] = Counter()
    made = []
    for item in items:
        base = _base(item)
        used[base] += 1
        made.append(base if used[base] == 1 else f"{base}-{used[base]}")
    return made


def _base(item: Item) -> str:
    reference = item.reference
    first = name(reference.authors[0]).family if reference.authors else reference.title
    letters = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "", letters)[:_LONGEST]
    return f"{short or 'reference'}{reference.date_iso[:4]}"
