"""BibTeX and BibLaTeX → references."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry, ParsingFailedBlock

from perenne.domain.references import Notice
from perenne.dossiers.records import latex
from perenne.dossiers.records.record import Record, bounded, content, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bibtexparser.model import Block

    from perenne.dossiers.addresses.citations import Found
    from perenne.dossiers.content import Content

_SOURCES = (
    *("journaltitle", "journal", "booktitle", "publisher", "institution", "school"),
    *("organization", "howpublished"),
)
_ADDRESSES = ("url", "link", "doi", "hal_id", "pdf", "bdsk-url-1", "bdsk-url-2", "bdsk-url-3")
_ARCHIVES = ("eprinttype", "archiveprefix")
_TEXTS = ("abstract", "note", "annote", "annotation", "addendum", "howpublished", "comment")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Macros that every style of BibTeX defines."""
_BLOCK = re.compile(r"@\w+\s*[{(]")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def read(text: str) -> Content:
    """Return the references of a BibTeX file; raises `UnreadableError`.

    What cannot be parsed is a notice: the rest of the file is read.
    """
    bounded(_BLOCK.finditer(text))
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # our notices say it
    blocks = parse_string(text).blocks
    entries = [block for block in blocks if isinstance(block, Entry | ParsingFailedBlock)]
    placed = [(numbered(n), block) for n, block in enumerate(entries, 1)]
    broken = (Notice(p, "record_unreadable", _head(b)) for p, b in placed if _entry(b) is None)
    records = (_record(place.number, entry) for place, b in placed if (entry := _entry(b)))
    return content(records, notices=broken)


def _entry(block: Block) -> Entry | None:
    """Return the entry that a block is; a repeated key or field makes it no worse to read."""
    if isinstance(block, ParsingFailedBlock):
        return block.ignore_error_block if isinstance(block.ignore_error_block, Entry) else None
    return block if isinstance(block, Entry) else None


def _head(block: Block) -> str:
    return (block.raw or "").strip().partition("\n")[0]


def _record(number: int, entry: Entry) -> Record:
    values = [(field.key.lower(), _bare(str(field.value))) for field in entry.fields]
    fields = dict(reversed(values))  # of a field that comes twice, the first
    texts = [latex.parted(fields[name]) for name in ("title", *_TEXTS) if name in fields]
    return Record(
        numbered(number),
        title=_title(fields),
        authors=list(_authors(fields)),
        source=_source(fields),
        date=_date(fields),
        pages=_pages(fields),
        found=[
            *(each for name, v in values if name in _ADDRESSES for each in latex.addresses(v)),
            *_deposited(fields),
            *(each for _text, framed in texts for url in framed for each in latex.addresses(url)),
        ],
        texts=[latex.unescaped(text) for text, _framed in texts],
    )


def _bare(value: str) -> str:
    """Take off what encloses a value, where the parser left it (in blocks with a repeated key)."""
    value = value.strip()
    if len(value) > 1 and value[0] + value[-1] in ("{}", '""'):
        inner = value[1:-1]
        return inner if inner.count("{") == inner.count("}") else value
    return value


def _title(fields: Mapping[str, str]) -> str:
    parts = (fields.get(name, "") for name in ("title", "subtitle"))
    return " : ".join(latex.plain(latex.parted(part)[0]) for part in parts if part)


def _authors(fields: Mapping[str, str]) -> Iterator[str]:
    names = fields.get("author") or fields.get("editor") or ""
    for name in _AND.split(names):
        if name.strip().lower() != "others":
            yield latex.plain(name)


def _source(fields: Mapping[str, str]) -> str:
    named = (latex.plain(latex.parted(fields.get(name, ""))[0]).strip() for name in _SOURCES)
    return next((name for name in named if name and "://" not in name), "")


def _pages(fields: Mapping[str, str]) -> str:
    count = fields.get("pagetotal", "").strip()  # BibLaTeX
    return latex.plain(fields.get("pages", "")).replace("–", "-") or (count and f"{count} p.")


def _date(fields: Mapping[str, str]) -> str:
    if date := latex.plain(fields.get("date", "")).strip():
        return date.partition("/")[0]  # ISO 8601-2: a range has its end after the slash
    year, month = (latex.plain(fields.get(name, "")).strip() for name in ("year", "month"))
    key = month[:3].lower()
    if key in _MONTHS:
        month = f"{_MONTHS.index(key) + 1:02}"
    if year and month.isdecimal():
        return f"{year}-{int(month):02}"
    return f"{month} {year}".strip()


def _deposited(fields: Mapping[str, str]) -> list[Found]:
    """An ``eprint`` is an identifier of HAL where the entry says so, or where it looks like one."""
    eprint = fields.get("eprint", "")
    archive = " ".join(fields.get(name, "") for name in _ARCHIVES).lower()
    known = "hal" in archive or eprint.startswith(("hal", "ark:"))
    return latex.addresses(eprint) if known else []
