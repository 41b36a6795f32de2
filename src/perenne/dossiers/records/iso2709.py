"""ISO 2709, the exchange form of library catalogues → the fields of each record."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, cast

from pymarc import Field, Record, Subfield
from pymarc.exceptions import PymarcException

from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.records import marc_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEADER, _ENTRY = 24, 12
"""Bytes of a record's leader, and of an entry of its directory."""
_END_OF_FIELD, _END_OF_RECORD = 0x1E, b"\x1d"
_BASE = slice(12, 17)
_BETWEEN = b"\r\n\t \x00\x1a\xef\xbb\xbf"
"""What programs leave between records, and before the first."""


def records(data: bytes) -> Iterator[list[Field]]:
    """Yield the fields of each record, none where it cannot be read.

    Raises `UnreadableError` where the last one is cut.
    """
    *chunks, rest = data.split(_END_OF_RECORD)
    if rest.strip(_BETWEEN):
        raise UnreadableError("file_damaged", "the last record has no end")
    for chunk in chunks:
        record = chunk.lstrip(_BETWEEN) + _END_OF_RECORD
        try:
            yield _fields(record)
        except (ValueError, IndexError, PymarcException):
            yield []


def _fields(record: bytes) -> list[Field]:
    _check_directory(record)
    # Programs that count letters declare a wrong length; the end of the record is known.
    with warnings.catch_warnings(action="ignore"):  # of codes that are no letters
        raw = Record(b"00000" + record[5:], to_unicode=False)
    tags = {field.tag for field in raw.fields}
    decode = marc_letters.decoder(record, unimarc="200" in tags and "245" not in tags)
    return [
        Field(
            field.tag,
            field.indicators,
            # Raw values are bytes, whatever their type says.
            [Subfield(each.code, decode(cast("bytes", each.value))) for each in field.subfields],
        )
        for field in raw.fields
        if not field.control_field
    ]


def _check_directory(record: bytes) -> None:
    """Raise `ValueError` unless every field ends where the directory says."""
    base = int(record[_BASE])
    for start in range(_LEADER, base - _ENTRY, _ENTRY):
        length, offset = int(record[start + 3 : start + 7]), int(record[start + 7 : start + _ENTRY])
        if record[base + offset + length - 1] != _END_OF_FIELD:
            raise ValueError(f"a field does not end at {base + offset + length}")
