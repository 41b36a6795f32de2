"""ISO 2709 with addresses replaced: lengths and directory of the records that changed, no other.

New addresses are written in ASCII, which is the same in every set of letters of MARC.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from perenne.domain.identifiers import for_fields
from perenne.dossiers.addresses.replacing import in_ascii, replaced, writable

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEADER, _ENTRY = 24, 12
_BASE = slice(12, 17)
_END_OF_RECORD, _SUBFIELD = b"\x1d", "\x1f"
_BETWEEN = b"\r\n\t \x00\x1a\xef\xbb\xbf"
_LONGEST_FIELD, _LONGEST_RECORD = 9_999, 99_999
"""Bytes, which the directory and the leader can tell."""


@dataclass(frozen=True)
class _Entry:
    """A line of the directory: the tag, and where the field stands behind the base."""

    tag: bytes
    length: int
    start: int


def rewritten(data: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the records; `done` counts where each address stood."""
    bearable = {old: in_ascii(writable(new)) for old, new in for_fields(changes).items()}
    *chunks, rest = data.split(_END_OF_RECORD)
    return _END_OF_RECORD.join([*(_chunk(chunk, bearable, done) for chunk in chunks), rest])


def _chunk(chunk: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return a record, and what stands before it, the same where nothing was replaced in it."""
    record = chunk.lstrip(_BETWEEN)
    before = chunk[: len(chunk) - len(record)]
    counted: Counter[str] = Counter()
    try:
        made = _record(record, changes, counted)
    except (ValueError, IndexError):  # a damaged record, which is read as little
        return chunk
    if not counted or len(made) + 1 > _LONGEST_RECORD:
        return chunk
    done.update(counted)
    return before + made


def _record(record: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    base = int(record[_BASE])
    entries = [_entry(record[at : at + _ENTRY]) for at in range(_LEADER, base - _ENTRY, _ENTRY)]
    in_order = sorted({(entry.start, entry.length) for entry in entries})
    fields = [record[base + start : base + start + length] for start, length in in_order]
    if b"".join(fields) != record[base:]:
        raise ValueError("the directory leaves something out")
    made = [_field(field, changes, done) for field in fields]
    starts = dict(zip(in_order, accumulate(map(len, made), initial=0), strict=False))
    lengths = dict(zip(in_order, map(len, made), strict=True))
    directory = b"".join(
        b"%b%04d%05d" % (e.tag, lengths[e.start, e.length], starts[e.start, e.length])
        for e in entries
    )
    body = b"".join(made)
    end = record[base - 1 : base]
    whole = record[5:_LEADER] + directory + end + body
    return b"%05d" % (5 + len(whole) + 1) + whole


def _entry(line: bytes) -> _Entry:
    return _Entry(line[:3], int(line[3:7]), int(line[7:_ENTRY]))


def _field(field: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return a field; its letters are one byte each here, as those of addresses are in ASCII."""
    counted: Counter[str] = Counter()
    known = {old.encode().decode("latin-1"): old for old in changes}
    news = {written: changes[old] for written, old in known.items()}
    indicators, *subfields = field.decode("latin-1").split(_SUBFIELD)
    values = (f"{each[:1]}{replaced(each[1:], news, counted)}" for each in subfields)
    made = _SUBFIELD.join([indicators, *values]).encode("latin-1")
    if len(made) > _LONGEST_FIELD:
        return field
    for written, times in counted.items():
        done[known[written]] += times
    return made
