"""RIS with addresses replaced, line by line: those of the tags that are read for addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.domain.identifiers import bare_doi
from perenne.dossiers.addresses.replacing import replaced
from perenne.dossiers.records.ris import READ_FOR_ADDRESSES

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

_LINE = re.compile(r"(?:(?P<tag>[A-Z][A-Z0-9])(?P<dash> {1,3}- ?))?(?P<value>[^\r\n]*)")
_IDENTIFIER, _ADDRESS = "DO", "UR"


def rewritten(text: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return the records; `done` counts where each address stood."""
    tag = ""
    pieces = list[str]()
    for line in text.splitlines(keepends=True):
        found = _LINE.match(line)
        assert found is not None  # every line has a value, "" at least
        tag = found["tag"] or tag
        pieces.append(_line(tag, found, changes, done) + line[found.end() :])
    return "".join(pieces)


def _line(tag: str, found: re.Match[str], changes: Mapping[str, str], done: Counter[str]) -> str:
    if tag == _IDENTIFIER and found["tag"]:
        return _identifier(found, changes, done)
    if tag not in READ_FOR_ADDRESSES:
        return found[0]
    head = found[0][: found.start("value") - found.start()]
    return head + replaced(found["value"], changes, done)


def _identifier(found: re.Match[str], changes: Mapping[str, str], done: Counter[str]) -> str:
    """Put another DOI in its place; an ordinary address goes where RIS has those."""
    old = found["value"].strip()
    new = changes.get(old)
    if new is None:
        return found[0]
    done[old] += 1
    doi = bare_doi(new)
    return f"{_IDENTIFIER if doi else _ADDRESS}{found['dash']}{doi or new}"
