"""The errata sheet of a mended dossier: what was replaced, where, and by whose word."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.report.dates import minute
from perenne.report.tables import harmless
from perenne.texts import _
from perenne.texts.places import place_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo


@dataclass(frozen=True, slots=True)
class Erratum:
    """One replaced address; `times` it was found in the file, 0 where it could not be replaced."""

    section: str
    title: str
    place: str
    old: str
    new: str
    author: str
    accepted_at: datetime
    times: int


def errata_table(errata: Iterable[Erratum], zone: tzinfo) -> bytes:
    """Return the sheet as CSV, as French spreadsheets open it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(
        [
            _("Section"),
            _("Title of the reference"),
            _("Place in the file"),
            _("Old address"),
            _("New address"),
            _("Accepted by"),
            _("On"),
            _("Times replaced"),
        ]
    )
    for each in errata:
        where, when = place_words(each.place), minute(each.accepted_at, zone)
        cells = (each.section, each.title, where, each.old, each.new, each.author, when)
        writer.writerow([*(harmless(cell) for cell in cells), str(each.times)])
    return text.getvalue().encode("utf-8-sig")
