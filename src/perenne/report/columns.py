"""The columns of the tables of links: what stands in a cell, and how wide it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from perenne.domain import offers
from perenne.report.dates import minute
from perenne.report.overlays import said_with_address
from perenne.texts import N_, _
from perenne.texts.places import place_words
from perenne.texts.plain import address
from perenne.texts.reasons import note, reason, state_name, verdict_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from perenne.domain.links import CitedIn, LinkStatus


class Row(NamedTuple):
    """What one row is about: a link, one place that cites it, and the zone of its times."""

    link: LinkStatus
    citation: CitedIn
    zone: tzinfo


class Column(NamedTuple):
    """One column: its heading before translation, what a cell says, its width in characters."""

    heading: str
    cell: Callable[[Row], str]
    width: int

    @property
    def title(self) -> str:
        """Return the heading in the language in use."""
        return _(self.heading)


def _result(row: Row) -> str:
    return verdict_name(row.link.verdict.kind) if row.link.verdict else ""


def _reason(row: Row) -> str:
    return reason(row.link.verdict) if row.link.verdict else ""


def _new_address(row: Row) -> str:
    return address(offers.new_address(row.link, [row.citation]))


def _replacements(row: Row) -> str:
    offered = offers.replacements(row.link, [row.citation])
    return " ".join(address(each.url) for each in offered)


def _captures(row: Row) -> str:
    return " ".join(address(each.url) for each in row.link.captures)


def _remarks(row: Row) -> str:
    return " ".join(note(each) for each in row.link.verdict.notes) if row.link.verdict else ""


def _code(row: Row) -> str:
    return row.link.verdict.code if row.link.verdict else ""


def _decided(row: Row) -> str:
    return " ; ".join(said_with_address(each, row.zone) for each in row.citation.said)


def _mark(row: Row) -> str:
    """Return ``slug#id``: a shape that no spreadsheet takes for a number or a date."""
    known = row.link.id and row.citation.slug
    return f"{row.citation.slug}#{row.link.id}" if known else ""


STATE = Column(N_("State"), lambda row: state_name(row.link.state), 12)
RESULT = Column(N_("Result"), _result, 20)
REASON = Column(N_("Reason"), _reason, 45)
ADDRESS = Column(N_("Address"), lambda row: address(row.link.url), 50)
SINCE = Column(N_("Since"), lambda row: minute(row.link.since, row.zone), 17)
LAST_SEEN = Column(N_("Last seen online"), lambda row: minute(row.link.last_alive, row.zone), 17)
LAST_CHECK = Column(N_("Last checked"), lambda row: minute(row.link.last_checked, row.zone), 17)
NEW_ADDRESS = Column(N_("New address"), _new_address, 40)
REPLACEMENT = Column(N_("Proposed replacement"), _replacements, 40)
COPY = Column(N_("Archived copy"), _captures, 40)
REMARKS = Column(N_("Remarks"), _remarks, 30)
HTTP_STATUS = Column(N_("HTTP status"), lambda row: str(row.link.http_status or ""), 9)
FINAL_ADDRESS = Column(N_("Final address"), lambda row: address(row.link.final_url), 30)
CODE = Column(N_("Code"), _code, 18)
DOSSIER = Column(N_("Dossier"), lambda row: row.citation.dossier, 30)
SECTION = Column(N_("Section"), lambda row: row.citation.section, 25)
TITLE = Column(N_("Title of the reference"), lambda row: row.citation.title, 45)
AUTHORS = Column(N_("Authors"), lambda row: ", ".join(row.citation.authors), 25)
PLACE = Column(N_("Place in the file"), lambda row: place_words(row.citation.place), 12)
AS_WRITTEN = Column(N_("Address as written"), lambda row: row.citation.as_written, 40)

DECISION = Column(N_("Decision"), lambda _row: "", 12)
CORRECTED = Column(N_("Corrected address"), lambda _row: "", 40)
COMMENT = Column(N_("Comment"), lambda _row: "", 30)
DECIDED = Column(N_("Decided already"), _decided, 35)
MARK = Column(N_("Mark (keep it)"), _mark, 22)
