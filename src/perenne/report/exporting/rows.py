"""The export as a table: one row for each link, and one for each reference without any."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from perenne.report.dates import minute
from perenne.report.exporting import words
from perenne.texts import N_, _
from perenne.texts.places import place_words
from perenne.texts.plain import address
from perenne.texts.reasons import state_name, verdict_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo

    from perenne.domain.references import Place, Reference
    from perenne.report.exporting.items import Exported, ItemLink


class Column(NamedTuple):
    """One column: its heading before translation, what its cells say, its width in characters."""

    heading: str
    cell: Callable[[Reference, ItemLink | None, tzinfo], str]
    width: int

    @property
    def title(self) -> str:
        """Return the heading in the language in use."""
        return _(self.heading)


def _of_link(
    said: Callable[[ItemLink], str],
) -> Callable[[Reference, ItemLink | None, tzinfo], str]:
    return lambda _reference, link, _zone: said(link) if link else ""


def _verdict(link: ItemLink) -> str:
    verdict = link.status.verdict if link.status else None
    return verdict_name(verdict.kind) if verdict else ""


def _since(_reference: Reference, link: ItemLink | None, zone: tzinfo) -> str:
    return minute(link.status.since, zone) if link and link.status else ""


def _checked(_reference: Reference, link: ItemLink | None, zone: tzinfo) -> str:
    return minute(link.status.last_checked, zone) if link and link.status else ""


def _status(link: ItemLink) -> str:
    return str((link.status and link.status.http_status) or "")


def _accepted(link: ItemLink) -> str:
    return address((link.accepted and link.accepted.replacement) or "")


def _proposed(link: ItemLink) -> str:
    return " ".join(address(each.url) for each in link.offered)


def _copy(link: ItemLink) -> str:
    return address(link.capture.url) if link.capture else ""


def _place(reference: Reference, link: ItemLink | None, _zone: tzinfo) -> str:
    place: Place = link.citation.place if link else reference.place
    return place_words(f"{place.kind.value}:{place.number}")


COLUMNS = (
    Column(N_("Section"), lambda reference, _link, _zone: reference.section, 25),
    Column(N_("Title of the reference"), lambda reference, _link, _zone: reference.title, 45),
    Column(N_("Authors"), lambda reference, _link, _zone: " ; ".join(reference.authors), 25),
    Column(N_("Source"), lambda reference, _link, _zone: reference.source, 25),
    Column(N_("Date"), lambda reference, _link, _zone: reference.date, 12),
    Column(N_("Pages"), lambda reference, _link, _zone: reference.pages, 10),
    Column(N_("Location"), lambda reference, _link, _zone: " ; ".join(reference.locations), 20),
    Column(N_("Address as written"), _of_link(lambda link: link.citation.as_written), 45),
    Column(N_("State"), _of_link(lambda link: state_name(link.state)), 15),
    Column(N_("Result"), _of_link(_verdict), 20),
    Column(N_("Reason"), _of_link(words.why), 45),
    Column(N_("Since"), _since, 17),
    Column(N_("Last checked"), _checked, 17),
    Column(N_("HTTP status"), _of_link(_status), 9),
    Column(N_("Accepted replacement"), _of_link(_accepted), 40),
    Column(N_("Proposed replacement"), _of_link(_proposed), 40),
    Column(N_("Archived copy"), _of_link(_copy), 40),
    Column(N_("Place in the file"), _place, 12),
)


def rows(exported: Exported) -> Iterator[list[str]]:
    """Yield the cells of each row."""
    for item in exported.items:
        for link in item.links or (None,):
            yield [column.cell(item.reference, link, exported.zone) for column in COLUMNS]
