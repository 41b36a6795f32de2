"""The table of links for a spreadsheet or a program: one row for each citation.

A French Excel opens by double click what has a UTF-8 mark and semicolons, and nothing else right.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from perenne.domain.links import CitedIn
from perenne.report import columns as c
from perenne.report.columns import Row
from perenne.texts.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo

    from perenne.domain.links import LinkStatus

TABLE = (
    *(c.STATE, c.RESULT, c.REASON, c.ADDRESS, c.SINCE, c.LAST_SEEN, c.LAST_CHECK),
    *(c.NEW_ADDRESS, c.REPLACEMENT, c.COPY, c.REMARKS, c.HTTP_STATUS, c.FINAL_ADDRESS, c.CODE),
    *(c.DOSSIER, c.SECTION, c.TITLE, c.AUTHORS, c.PLACE, c.AS_WRITTEN),
)
"""What `check` writes: columns are added at the end, since scripts read it."""
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What makes a spreadsheet compute a cell (OWASP, CSV injection), full-width forms too."""
_NO_CITATION = (CitedIn(""),)


def csv_table(links: Iterable[LinkStatus], zone: tzinfo) -> bytes:
    """Return the table as CSV; a link without citations has one row of its own."""
    rows = (Row(link, each, zone) for link in links for each in link.citations or _NO_CITATION)
    cells = ([column.cell(row) for column in TABLE] for row in rows)
    return csv_bytes([column.title for column in TABLE], cells)


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows of cells as CSV, none of which a spreadsheet computes."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(headings)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """Return the cell on one line; an apostrophe keeps it from being a formula."""
    line = one_line(cell)
    return f"'{line}" if line.startswith(FORMULA) else line
