"""The table of links for a spreadsheet: one row for each citation.

A French Excel opens by double click what has a UTF-8 mark and semicolons, and nothing else right.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from perenne.report.dates import minute
from perenne.texts import _
from perenne.texts.places import place_words
from perenne.texts.plain import address, one_line
from perenne.texts.reasons import note, reason, state_name, verdict_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from perenne.domain.links import CitedIn, LinkStatus

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What makes a spreadsheet compute a cell (OWASP, CSV injection), full-width forms too."""
_NO_CITATION = (None,)


def csv_table(links: Sequence[LinkStatus], zone: tzinfo) -> bytes:
    """Return the table as CSV; a link without citations has one row of its own."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(_headings())
    for link in links:
        for citation in link.citations or _NO_CITATION:
            cells = [*_link_cells(link, zone), *_citation_cells(citation)]
            writer.writerow([harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _headings() -> list[str]:
    return [
        _("State"),
        _("Result"),
        _("Reason"),
        _("Address"),
        _("Since"),
        _("Last seen online"),
        _("Last checked"),
        _("New address"),
        _("Proposed replacement"),
        _("Archived copy"),
        _("Remarks"),
        _("HTTP status"),
        _("Final address"),
        _("Code"),
        _("Dossier"),
        _("Section"),
        _("Title of the reference"),
        _("Authors"),
        _("Place in the file"),
        _("Address as written"),
    ]


def _link_cells(link: LinkStatus, zone: tzinfo) -> list[str]:
    verdict = link.verdict
    return [
        state_name(link.state),
        verdict_name(verdict.kind) if verdict else "",
        reason(verdict) if verdict else "",
        address(link.url),
        minute(link.since, zone),
        minute(link.last_alive, zone),
        minute(link.last_checked, zone),
        address(verdict.moved_to or "") if verdict else "",
        " ".join(address(replacement.url) for replacement in link.replacements),
        " ".join(address(capture.url) for capture in link.captures),
        " ".join(note(item) for item in verdict.notes) if verdict else "",
        str(link.http_status or ""),
        address(link.final_url),
        verdict.code if verdict else "",
    ]


def _citation_cells(citation: CitedIn | None) -> list[str]:
    if citation is None:
        return [""] * 6
    return [
        citation.dossier,
        citation.section,
        citation.title,
        ", ".join(citation.authors),
        place_words(citation.place),
        citation.as_written,
    ]


def harmless(cell: str) -> str:
    """Return the cell on one line; an apostrophe keeps it from being a formula."""
    line = one_line(cell)
    return f"'{line}" if line.startswith(_FORMULA) else line
