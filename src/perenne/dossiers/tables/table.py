"""Tables, as every format that has some hands them over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

MOST_COLUMNS = 200
"""What stands further to the right is no bibliography: Zotero's table has 87 columns."""


@dataclass(frozen=True)
class Row:
    """One row: its number in the file (from 1), the text of its cells, and where they link to."""

    number: int
    texts: Sequence[str]
    hrefs: Mapping[int, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def filled(self) -> list[int]:
        """Return the columns in which something stands."""
        return [
            column
            for column in range(max(len(self.texts), *(n + 1 for n in self.hrefs), 0))
            if self.text(column) or column in self.hrefs
        ]

    def text(self, column: int) -> str:
        """Return the text of a cell, "" beyond the last one."""
        return self.texts[column].strip() if column < len(self.texts) else ""


@dataclass(frozen=True)
class Table:
    """A sheet with its name, or a file that is one table: no name."""

    rows: Sequence[Row]
    name: str = ""
