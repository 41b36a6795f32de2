"""The sheet that goes with a mail: one row for each citation, its first columns to be filled in.

It comes back by `perenne decisions import`, which knows each row by its last column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.domain.links import CitedIn, LinkStatus
from perenne.report import columns as c
from perenne.report.columns import Row
from perenne.report.tables import csv_bytes
from perenne.texts.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from perenne.report.contents import Contents

Cited = tuple[LinkStatus, CitedIn]
"""A link, and one place that cites it."""
SHEET = (
    *(c.DECISION, c.CORRECTED, c.COMMENT),
    *(c.TITLE, c.ADDRESS, c.RESULT, c.REASON, c.NEW_ADDRESS, c.REPLACEMENT, c.COPY),
    *(c.DECIDED, c.STATE, c.SINCE, c.LAST_SEEN, c.LAST_CHECK, c.REMARKS),
    *(c.DOSSIER, c.SECTION, c.AUTHORS, c.PLACE, c.AS_WRITTEN),
    *(c.HTTP_STATUS, c.FINAL_ADDRESS, c.CODE, c.MARK),
)
LONGEST_CELL = 32_767
"""Characters: what a cell of Excel holds; longer ones make it say that the file is damaged."""


def told(contents: Contents) -> list[Cited]:
    """Return what a report tells, each citation once."""
    found = {
        (entry.slug, entry.link.url): [(entry.link, citation) for citation in entry.citations]
        for entry in contents.entries
    }
    return [pair for pairs in found.values() for pair in pairs]


def cited(links: Iterable[LinkStatus]) -> list[Cited]:
    """Return links with each of their citations."""
    return [(link, citation) for link in links for citation in link.citations]


def headings() -> list[str]:
    """Return the headings in the language in use."""
    return [column.title for column in SHEET]


def cells(pairs: Iterable[Cited], zone: tzinfo) -> list[list[str]]:
    """Return the rows, each cell on one line."""
    return [
        [cell_text(column.cell(Row(link, citation, zone))) for column in SHEET]
        for link, citation in pairs
    ]


def cell_text(text: str) -> str:
    """Return what a cell shows of a text."""
    return one_line(text)[:LONGEST_CELL]


def csv_sheet(pairs: Iterable[Cited], zone: tzinfo) -> bytes:
    """Return the sheet as CSV."""
    return csv_bytes(headings(), cells(pairs, zone))
