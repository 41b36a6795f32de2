"""CSV and TSV with addresses replaced, cell by cell: separators and quotation marks stay."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from perenne.domain.identifiers import for_fields
from perenne.dossiers.addresses.escapes import NONE, QUOTES
from perenne.dossiers.addresses.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from perenne.dossiers.tables.delimited import Dialect


def rewritten(text: str, read_as: Dialect, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return the table; `done` counts where each address stood."""
    allowed = for_fields(changes)
    body = _cells(read_as).sub(
        lambda cell: _cell(cell, read_as, allowed, done), text[read_as.start :]
    )
    return text[: read_as.start] + body


def _cells(read_as: Dialect) -> re.Pattern[str]:
    """Return what matches the cells one by one; a quotation mark counts where a cell begins."""
    end = re.escape(read_as.delimiter)
    blank = " *" if read_as.delimiter == "," else ""
    bare = rf"(?P<bare>[^{end}\r\n]+)"
    if not read_as.quoted:
        return re.compile(bare)
    return re.compile(
        rf"(?:(?<=[{end}\r\n])|\A)(?P<before>{blank}\")(?P<quoted>(?:[^\"]|\"\")*)(?P<after>\"?)|{bare}"
    )


def _cell(
    cell: re.Match[str], read_as: Dialect, changes: Mapping[str, str], done: Counter[str]
) -> str:
    if read_as.quoted and cell["quoted"] is not None:
        return cell["before"] + replaced(cell["quoted"], changes, done, QUOTES) + cell["after"]
    counted: Counter[str] = Counter()
    made = replaced(cell[0], changes, counted, NONE)
    if read_as.delimiter in made:  # it was in none: a cell without quotation marks
        if not read_as.quoted:
            return cell[0]
        escaped = made.replace('"', '""')
        made = f'"{escaped}"'
    done.update(counted)
    return made
