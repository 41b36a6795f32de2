"""Records of a library's catalogue → references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.domain.references import Notice
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.records import marc
from perenne.dossiers.records.record import bounded, content, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pymarc import Field

    from perenne.dossiers.content import Content


def read(records: Iterable[list[Field]]) -> Content:
    """Return the references of records, of which some may be unreadable: without any field.

    Raises `UnreadableError` where all are.
    """
    numbers = list(enumerate(bounded(records), 1))
    broken = [Notice(numbered(n), "record_damaged", str(n)) for n, fields in numbers if not fields]
    if len(broken) == len(numbers):
        raise UnreadableError("file_damaged", "no record can be read")
    said = (marc.record(number, fields) for number, fields in numbers if fields)
    return content(said, notices=broken)
