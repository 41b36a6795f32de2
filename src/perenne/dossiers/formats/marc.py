"""UNIMARC and MARC 21 in ISO 2709, as PMB, Koha and other catalogues export them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = True

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*"
    rb"\d{5}[ -~]{5}[2 ][2 ]\d{5}[ -~]{7}"  # the leader: length, kinds, where the fields begin
    rb"(?:[0-9A-Za-z]{3}\d{9})+\x1e"  # the directory: tag, length, offset of each field
)


def matches(file: File) -> bool:
    """Tell a leader with its directory."""
    return _START.match(file.data) is not None


def read(file: File) -> Content:
    """Return one reference for each record."""
    from perenne.dossiers.records import catalogue, iso2709  # noqa: PLC0415 - a parser of its own

    return catalogue.read(iso2709.records(file.data))


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the records with addresses replaced; those without stay to the byte."""
    from perenne.dossiers.records.iso2709_rewriting import rewritten  # noqa: PLC0415 - rarely asked

    return rewritten(file.data, changes, done)
